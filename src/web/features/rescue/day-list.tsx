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
          <span className="flex min-w-0 grow gap-1 text-muted">
            <span dir="auto" className="truncate">
              {names(tasks)}
            </span>
            {tasks.length > mostNames && (
              <span className="shrink-0">and {(tasks.length - mostNames).toLocaleString()} more</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function names(tasks: readonly Task[]): string {
  const first = tasks.slice(0, mostNames).map((task) => personName(task) || taskTitle(task));
  return first.join(', ');
}
