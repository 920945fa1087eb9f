import { isDeepStrictEqual } from 'node:util';

import { taskDraft, type NewTask } from '#contract/new-task';
import { vendorTaskType } from '#contract/vendors';

import type { CommandRow } from '../store/commands';
import type { VendorTask } from '../vendors/port';

/** Whether a listed task can be the one that this create was about: what the rep filled in is all there. */
export function isSameCreate(command: CommandRow, task: VendorTask): boolean {
  const wanted = taskDraft(command.payload as NewTask);
  return (
    vendorTaskType(wanted.vendor, wanted.type).channel === task.channel &&
    (wanted.title === '' || wanted.title === task.title) &&
    wanted.text === task.text &&
    (wanted.due === null || isDeepStrictEqual(wanted.due, task.due)) &&
    (wanted.assigneeId === null || wanted.assigneeId === task.assigneeId) &&
    wanted.parents.some(({ id }) => id === '' || task.parents.some((ref) => ref.id === id))
  );
}
