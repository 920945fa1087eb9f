import type { Task, TaskStatus } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { snoozeNames, snoozeUntil, type SnoozeKind } from './snooze-times';

export type MoveTarget = { kind: 'column'; status: TaskStatus } | { kind: 'snooze'; snooze: SnoozeKind };

/** What a move to a place would do: nothing, a command, taking back one that is still held, or why it cannot be. */
export type Move =
  | { kind: 'none' }
  | { kind: 'command'; command: { kind: 'complete' } | { kind: 'ignore' } | SnoozeCommand }
  | { kind: 'undo'; commandId: string }
  | { kind: 'refused'; reason: string };
type SnoozeCommand = { kind: 'snooze'; until: NonNullable<ReturnType<typeof snoozeUntil>> };

export const statusNames: Record<TaskStatus, string> = {
  pending: 'Pending',
  completed: 'Completed',
  ignored: 'Ignored',
};

/** Drop, key and menu all ask this; the vendor's own row of `vendorRules` decides. */
export function moveFor(task: Task, target: MoveTarget, now: Date, zone: string): Move {
  return target.kind === 'column'
    ? columnMove(task, target.status)
    : snoozeMove(task, target.snooze, now, zone);
}

function columnMove(task: Task, to: TaskStatus): Move {
  if (task.status === to) return { kind: 'none' };
  if (task.status !== 'pending') return to === 'pending' ? backMove(task) : refuse(closedWords(task));
  return { kind: 'command', command: { kind: to === 'completed' ? 'complete' : 'ignore' } };
}

function backMove(task: Task): Move {
  const held = task.commands.findLast(
    (one) => one.state === 'held' && (one.kind === 'complete' || one.kind === 'ignore'),
  );
  if (held) return { kind: 'undo', commandId: held.id };
  const { label } = vendorRules[task.vendor];
  return refuse(`${label} has no way back from ${statusNames[task.status]}.`);
}

function snoozeMove(task: Task, snooze: SnoozeKind, now: Date, zone: string): Move {
  if (task.status !== 'pending') return refuse(closedWords(task));
  const { label, edit } = vendorRules[task.vendor];
  if (!edit.includes('due')) return refuse(`${label} cannot change when this task is due.`);
  const until = snoozeUntil(snooze, task.due, now, zone);
  if (until !== null) return { kind: 'command', command: { kind: 'snooze', until } };
  const why = task.due?.kind === 'date' ? 'This task has a date without a time.' : 'The day is nearly over.';
  return refuse(`${snoozeNames[snooze]} is not possible. ${why}`);
}

function closedWords(task: Task): string {
  return `This task is already ${task.status}.`;
}

function refuse(reason: string): Move {
  return { kind: 'refused', reason };
}
