import { clsx } from 'clsx';
import { AlarmClock } from 'lucide-react';
import { use } from 'react';

import type { Due } from '#contract/dates';

import { useClock } from '../clock/use-clock';
import { useNow } from '../use-now';
import { dueWords, wakingWords } from './due-words';
import { UntilContext } from './until-context';

type Props = { due: Due | null };

/** When a task is due, in relation to now; the whole date on hover. */
export function DueLabel({ due }: Props) {
  const now = new Date(useNow(60_000));
  const clock = useClock();
  const sleeps = use(UntilContext);
  const words = dueWords(due, now, clock);
  if (words.short === '') return null;
  const late = words.bucket === 'overdue';
  const today = words.bucket === 'today';
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
      {sleeps && due !== null ? (
        <>
          <AlarmClock size={12} aria-hidden className="mr-1 inline-block align-[-1px]" />
          <span className="sr-only">until </span>
          {wakingWords(due, now, clock)}
        </>
      ) : (
        words.short
      )}
    </time>
  );
}
