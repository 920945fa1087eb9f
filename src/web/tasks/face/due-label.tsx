import { clsx } from 'clsx';

import type { Due } from '#contract/dates';

import { browserZone } from '../queries';
import { useNow } from '../use-now';
import { dueWords } from './due-words';

type Props = { due: Due | null; /** A closed task is no longer late. */ closed?: boolean };

/** When a task is due, in relation to now; the whole date on hover. */
export function DueLabel({ due, closed = false }: Props) {
  const words = dueWords(due, new Date(useNow(60_000)), browserZone);
  if (words.short === '') return null;
  const late = !closed && words.bucket === 'overdue';
  const today = !closed && words.bucket === 'today';
  return (
    <time
      dateTime={due?.kind === 'date' ? due.date : due?.at}
      data-tip={words.full}
      className={clsx(
        'tabular shrink-0 text-meta',
        late ? 'font-medium text-overdue' : today ? 'font-medium text-today' : 'text-muted',
      )}
    >
      {late && <span className="sr-only">Overdue: </span>}
      {words.short}
    </time>
  );
}
