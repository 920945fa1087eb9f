import { taskSubject } from '../../tasks/face/task-words';
import { countWords } from './spread-words';
import type { Refused } from './use-spread';

/** The tasks that could not be moved, each with the reason. */
export function RefusedList({ refused, total }: { refused: Refused; total: number }) {
  return (
    <div role="alert" className="flex flex-col gap-2">
      <p>
        {countWords(total - refused.length)} moved. {countWords(refused.length)} stayed where{' '}
        {refused.length === 1 ? 'it was' : 'they were'}:
      </p>
      <ul aria-label="Not moved" className="flex flex-col">
        {refused.map(({ task, taskId, message }) => (
          <li key={taskId} className="border-b py-1.5">
            <span dir="auto" className="font-medium">
              {task === null ? 'A task' : taskSubject(task)}
            </span>
            <p className="text-muted">{message}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
