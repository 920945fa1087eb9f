import { snoozedDue, type SnoozeUntil } from '#contract/snooze';

import { dueOf, type TaskRow } from '../store/tasks/task-fields';
import { refuseUnknownDue } from './edit-task';
import type { Plan } from './plan';

/** Moves the due to a later time. Refuses a kind of due that the vendor does not know. */
export function snoozeTask(task: TaskRow, until: SnoozeUntil): Plan {
  const due = snoozedDue(until, dueOf(task));
  refuseUnknownDue(task, due, 'until');
  return { after: { due }, payload: { due }, outbound: false };
}
