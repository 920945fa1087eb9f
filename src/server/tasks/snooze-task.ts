import type { Due } from '#contract/dates';

import type { TaskRow } from '../store/tasks/task-fields';
import { refuseUnknownDue } from './edit-task';
import type { Plan } from './plan';

/** Moves the due to a later time. Refuses a kind of due that the vendor does not know. */
export function snoozeTask(task: TaskRow, until: Due): Plan {
  refuseUnknownDue(task, until, 'until');
  return { after: { due: until }, payload: { due: until }, outbound: false };
}
