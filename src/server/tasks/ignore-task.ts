import type { TaskRow } from '../store/tasks/task-fields';
import { refuseClosed } from './complete-task';
import type { Plan } from './plan';

/** Not to be done: leaves the list at the vendor without being completed. Refuses a task that is closed already. */
export function ignoreTask(task: TaskRow, now: Date): Plan {
  refuseClosed(task);
  return {
    after: { status: 'ignored', closedAt: now.toISOString(), closedElsewhere: false },
    payload: {},
    outbound: false,
  };
}
