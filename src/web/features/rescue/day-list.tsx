import type { Task } from '#contract/task';

import { dateWords } from '../../tasks/clock/clock-words';
import { useClock } from '../../tasks/clock/use-clock';
import { personName, taskTitle } from '../../tasks/face/task-words';
import type { SpreadDay } from './spread';

const mostNames = 3;

/** What each day would get: how many, and whom it begins with. */
export function DayList({ days }: { days: readonly SpreadDay[] }) {
  const clock = useClock();
  return (
    <ol aria-label="Days" className="flex flex-col">
      {days.map(({ date, tasks }) => (
        <li key={date} className="flex min-h-8 items-center gap-3 border-b py-1">
          <span className="w-24 shrink-0 font-medium">{dateWords(date, 'weekday-day', clock)}</span>
          <span className="w-10 shrink-0 text-right tabular">{tasks.length}</span>
          <span dir="auto" className="min-w-0 grow truncate text-muted">
            {names(tasks)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function names(tasks: readonly Task[]): string {
  const first = tasks.slice(0, mostNames).map((task) => personName(task) || taskTitle(task));
  const more = tasks.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}
