import type { NewTask } from '#contract/new-task';
import { vendorTaskType } from '#contract/vendors';

import type { CommandRow } from '../store/commands';
import type { VendorTask } from '../vendors/port';

/** Whether a listed task can be the one that this create was about: same kind, title, text, due, assignee and parent. */
export function isSameCreate(command: CommandRow, task: VendorTask): boolean {
  const wanted = command.payload as NewTask;
  return (
    vendorTaskType(wanted.vendor, wanted.type).channel === task.channel &&
    wanted.title === task.title &&
    wanted.text === task.text &&
    task.due?.kind === wanted.due.kind &&
    Date.parse(task.due.at) === Date.parse(wanted.due.at) &&
    wanted.assigneeId === task.assigneeId &&
    wanted.parents.some((parent) => task.parents.some((ref) => ref.id === parent.id))
  );
}
