import type { Task } from '#contract/task';

import { dayWords } from '../clock/clock-words';
import { useClock } from '../clock/use-clock';
import { statusNames } from '../moves/moves';
import { useNow } from '../use-now';
import { momentWords } from './moment-words';

const dayMs = 24 * 3_600_000;

/** When a task was completed or ignored, as short as a card needs it; the whole on hover. Nothing where it is not known. */
export function ClosedMoment({ task: { status, closedAt } }: { task: Pick<Task, 'status' | 'closedAt'> }) {
  const clock = useClock();
  const now = new Date(useNow(60_000));
  if (closedAt === null) return null;
  const at = new Date(closedAt);
  const days = (now.getTime() - at.getTime()) / dayMs;
  const { short, full } = momentWords(at, now, clock);
  // Without a year it is the last day of that name.
  const words = days < 7 ? short : dayWords(at, days < 300 ? 'day' : 'day-of-year', clock);
  return (
    <time
      dateTime={closedAt}
      data-tip={`${statusNames[status]} ${full}`}
      className="shrink-0 text-meta text-muted tabular"
    >
      <span className="sr-only">{statusNames[status]} </span>
      {words}
    </time>
  );
}
