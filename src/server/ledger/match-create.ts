import type { Due } from '#contract/dates';
import { taskDraft, type NewTask } from '#contract/new-task';
import { vendorTaskType, type Channel } from '#contract/vendors';

import type { CommandRow } from '../store/commands/commands';
import { dueOf, type TaskRow } from '../store/tasks/task-fields';
import { isSameDue, isSameText } from './is-same-value';

/** What of a task can be compared with a create, on the board and in a list alike. */
type Described = {
  channel: Channel;
  title: string;
  text: string;
  due: Due | null;
  assigneeId: string | null;
  parents: readonly { id: string }[];
};

/** Whether a task that the board does not know can be the one that this open create was about. */
export function mayBeCreated(command: CommandRow, task: Described): boolean {
  return isAwaited(command) ? isLikeCreate(command, task) : isSameCreate(command, task);
}

/** A rep said that the new task is there: the list only has to tell which one it is. */
export function isAwaited({ state, decision, doubt }: CommandRow): boolean {
  return state === 'uncertain' && decision?.as === 'done' && doubt === null;
}

/** Whether what the rep filled in is all there, whatever the vendor made of spaces and seconds. */
export function isSameCreate(command: CommandRow, task: Described): boolean {
  const wanted = taskDraft(command.payload as NewTask);
  return (
    isLikeCreate(command, task) &&
    vendorTaskType(wanted.vendor, wanted.type).channel === task.channel &&
    isSameText(wanted.text, task.text) &&
    (wanted.assigneeId === null || wanted.assigneeId === task.assigneeId)
  );
}

/** Whether title, due and record are the same: enough where a rep has seen that the task is there. */
export function isLikeCreate(command: CommandRow, task: Described): boolean {
  const { title, text, due, parents } = taskDraft(command.payload as NewTask);
  return (
    (title === '' ? isSameText(text, task.text) : isSameText(title, task.title)) &&
    (due === null || isSameDue(due, task.due)) &&
    parents.some(({ id }) => id === '' || task.parents.some((ref) => ref.id === id))
  );
}

/** A row of the board as it can be compared. */
export function described(row: TaskRow): Described {
  const { channel, title, text, assignee_id: assigneeId, parents } = row;
  return { channel, title, text, assigneeId, parents, due: dueOf(row) };
}
