import type { Task, TaskStatus } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { snoozeUntil, type SnoozeKind } from './snooze-times';

export type MoveTarget = { kind: 'column'; status: TaskStatus } | { kind: 'snooze'; snooze: SnoozeKind };

/**
 * What a move to a place would do: nothing, a command, a command that needs to know how the call ended, taking back one
 * that is still held, or why it cannot be.
 */
export type Move =
  | { kind: 'none' }
  | { kind: 'command'; command: { kind: 'complete' | 'ignore' | 'reopen' } | SnoozeCommand }
  | { kind: 'ask-outcome'; outcomes: readonly string[] }
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

/** Whether a task can come back from a closed status: the vendor reopens it, or the status is kept on this board alone. */
export function canReopen({ vendor, status, boardOnly }: Task): boolean {
  return boardOnly || (status === 'completed' && vendorRules[vendor].complete === 'reversible');
}

/** The words that a call of this task can end in; none where the vendor does not ask. */
export function outcomesOf({ vendor, channel }: Task): readonly string[] {
  return channel === 'call' ? vendorRules[vendor].callOutcomes : [];
}

function columnMove(task: Task, to: TaskStatus): Move {
  if (task.status === to) return { kind: 'none' };
  if (task.status !== 'pending') return to === 'pending' ? backMove(task) : refuse(closedWords(task));
  const outcomes = to === 'completed' ? outcomesOf(task) : [];
  if (outcomes.length > 0) return { kind: 'ask-outcome', outcomes };
  return { kind: 'command', command: { kind: to === 'completed' ? 'complete' : 'ignore' } };
}

function backMove(task: Task): Move {
  const held = task.commands.findLast(
    (one) => one.state === 'held' && (one.kind === 'complete' || one.kind === 'ignore'),
  );
  if (held) return { kind: 'undo', commandId: held.id };
  if (canReopen(task)) return { kind: 'command', command: { kind: 'reopen' } };
  return refuse(`${vendorRules[task.vendor].label} has no way back. Copy as a new task.`);
}

function snoozeMove(task: Task, snooze: SnoozeKind, now: Date, zone: string): Move {
  if (task.status !== 'pending') return refuse(closedWords(task));
  const { label, edit, due } = vendorRules[task.vendor];
  if (!edit.includes('due')) return refuse(`${label} cannot change when this task is due.`);
  const until = snoozeUntil(snooze, { due: task.due, kinds: due.kinds }, now, zone);
  if (until !== null) return { kind: 'command', command: { kind: 'snooze', until } };
  return refuse(noMomentWords(task));
}

function noMomentWords({ vendor, due }: Task): string {
  const { label, due: rule } = vendorRules[vendor];
  if (!rule.kinds.includes('instant')) return `${label} knows days, not times.`;
  return due?.kind === 'date' && rule.kinds.includes('date')
    ? 'This task has a date without a time.'
    : 'The day is nearly over.';
}

function closedWords(task: Task): string {
  const words = `This task is already ${task.status}.`;
  return canReopen(task) ? `${words} Reopen it first.` : words;
}

function refuse(reason: string): Move {
  return { kind: 'refused', reason };
}
