import { vendorRules } from '#contract/vendors';

import { Refusal } from '../refusal';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Plan } from './plan';

/** Back to Pending. Refuses an open task, and a status that the vendor has no way back from. */
export function reopenTask(task: TaskRow): Plan {
  const { label, complete } = vendorRules[task.vendor];
  if (task.status === 'pending') throw new Refusal('conflict', 'This task is open already.');
  if (!task.board_only && (complete === 'one-way' || task.status === 'ignored')) {
    throw new Refusal('conflict', `${label} has no way back. Copy it as a new task instead.`);
  }
  return {
    after: { status: 'pending', closedAt: null, closedElsewhere: false, boardOnly: false },
    payload: task.board_only ? { local: true } : {},
    outbound: false,
  };
}
