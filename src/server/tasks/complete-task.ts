import { vendorRules } from '#contract/vendors';

import { Refusal } from '../refusal';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/** Done: the vendor hears of it once the hold is over. Refuses a task that is closed already. */
export function completeTask(task: TaskRow, now: Date): Plan {
  refuseClosed(task);
  return {
    after: { status: 'completed', closedAt: now.toISOString(), closedElsewhere: false },
    payload: {},
    outbound: task.outbound && vendorRules[task.vendor].completingMaySend,
  };
}

/** Throws unless the task is pending; closed tasks take no command. */
export function refuseClosed(task: TaskRow): void {
  if (task.status === 'pending') return;
  const { label } = vendorRules[task.vendor];
  throw new Refusal('conflict', `This task is already ${task.status}. ${label} has no way back from there.`);
}
