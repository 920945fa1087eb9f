import type { Task, TaskStatus } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import type { Assignable } from './assign/assignables';
import { snoozeKinds, snoozeUntil, type SnoozeKind } from './snooze-times';

/** `pick`: to a date, `ask`: to a person that the rep is still to choose. */
export type MoveTarget =
  | { kind: 'column'; status: TaskStatus }
  | { kind: 'snooze'; snooze: SnoozeKind | 'pick' }
  | { kind: 'assign'; person: Assignable | 'ask' };

/**
 * What a move to a place would do: nothing, a command, one that needs to know how the call ended, until when or by whom,
 * taking back one that is still held, or why it cannot be; `copy` where the task can be done over as a new one instead.
 */
export type Move =
  | { kind: 'none' }
  | { kind: 'command'; command: { kind: 'complete' | 'ignore' | 'reopen' } | SnoozeCommand | AssignCommand }
  | { kind: 'ask-outcome'; outcomes: readonly string[] }
  | { kind: 'ask-date' }
  | { kind: 'ask-assignee' }
  | { kind: 'undo'; commandId: string }
  | { kind: 'refused'; reason: string; copy?: true };
/** Of a task, what decides about its moves. */
export type Movable = Pick<
  Task,
  'connectionId' | 'vendor' | 'status' | 'boardOnly' | 'channel' | 'due' | 'commands'
> &
  Partial<Pick<Task, 'assignee'>>;
type SnoozeCommand = { kind: 'snooze'; until: NonNullable<ReturnType<typeof snoozeUntil>> };
type AssignCommand = { kind: 'edit'; changes: { assigneeId: string } };

export const statusNames: Record<TaskStatus, string> = {
  pending: 'Pending',
  completed: 'Completed',
  ignored: 'Ignored',
};

/** Drop, key and menu all ask this; the vendor's own row of `vendorRules` decides. */
export function moveFor(task: Movable, target: MoveTarget, now: Date, zone: string): Move {
  switch (target.kind) {
    case 'column':
      return columnMove(task, target.status);
    case 'snooze':
      return snoozeMove(task, target.snooze, now, zone);
    case 'assign':
      return assignMove(task, target.person);
  }
}

/** Whether a task can come back from a closed status: the vendor reopens it, or the status is kept on this board alone. */
export function canReopen({
  vendor,
  status,
  boardOnly,
}: Pick<Task, 'vendor' | 'status' | 'boardOnly'>): boolean {
  return boardOnly || (status === 'completed' && vendorRules[vendor].complete === 'reversible');
}

/** Whether Reopen is offered beside a closed task: not while what closed it is still on its way. */
export function offersReopen(task: Task & { unsavedSince?: number }): boolean {
  return canReopen(task) && canCopy(task) && task.unsavedSince === undefined;
}

/** The words that a call of this task can end in; none where the vendor does not ask. */
export function outcomesOf({ vendor, channel }: Pick<Task, 'vendor' | 'channel'>): readonly string[] {
  return channel === 'call' ? vendorRules[vendor].callOutcomes : [];
}

/** Whether a task can be done over as a new one: it is closed, and nothing that is under way still decides what became of it. */
export function canCopy({ status, commands }: Pick<Task, 'status' | 'commands'>): boolean {
  return status !== 'pending' && !commands.some(({ state }) => underway.has(state));
}

const underway: ReadonlySet<string> = new Set(['held', 'sending', 'uncertain']);

/** The moments that a snooze of the task offers, each once; a refused one says why. */
export function snoozeChoices(task: Task, now: Date, zone: string): { snooze: SnoozeKind; move: Move }[] {
  const all = snoozeKinds.map((snooze) => ({
    snooze,
    move: moveFor(task, { kind: 'snooze', snooze }, now, zone),
  }));
  const untilOf = ({ move }: (typeof all)[number]) =>
    move.kind === 'command' && move.command.kind === 'snooze' ? JSON.stringify(move.command.until) : null;
  return all.filter((one, at) => {
    const until = untilOf(one);
    return until === null || all.slice(at + 1).every((other) => untilOf(other) !== until);
  });
}

function columnMove(task: Movable, to: TaskStatus): Move {
  if (task.status === to) return { kind: 'none' };
  if (task.status !== 'pending') return to === 'pending' ? backMove(task) : refuse(closedWords(task));
  const outcomes = to === 'completed' ? outcomesOf(task) : [];
  if (outcomes.length > 0) return { kind: 'ask-outcome', outcomes };
  return { kind: 'command', command: { kind: to === 'completed' ? 'complete' : 'ignore' } };
}

function backMove(task: Movable): Move {
  const held = task.commands.findLast(
    (one) => one.state === 'held' && (one.kind === 'complete' || one.kind === 'ignore'),
  );
  if (held) return { kind: 'undo', commandId: held.id };
  if (canReopen(task)) return { kind: 'command', command: { kind: 'reopen' } };
  const refused = refuse(`${vendorRules[task.vendor].label} has no way back. Copy as a new task.`);
  return canCopy(task) ? { ...refused, copy: true } : refused;
}

function snoozeMove(task: Movable, snooze: SnoozeKind | 'pick', now: Date, zone: string): Move {
  if (task.status !== 'pending') return refuse(closedWords(task));
  const { label, edit, due } = vendorRules[task.vendor];
  if (!edit.includes('due')) return refuse(`${label} cannot change when this task is due.`);
  if (snooze === 'pick') return { kind: 'ask-date' };
  const until = snoozeUntil(snooze, { due: task.due, kinds: due.kinds }, now, zone);
  if (until !== null) return { kind: 'command', command: { kind: 'snooze', until } };
  return refuse(noMomentWords(task));
}

function assignMove(task: Movable, person: Assignable | 'ask'): Move {
  if (task.status !== 'pending') return refuse(closedWords(task));
  const { label, edit } = vendorRules[task.vendor];
  if (!edit.includes('assigneeId')) return refuse(`${label} cannot change who does this task.`);
  if (person === 'ask') return { kind: 'ask-assignee' };
  const assigneeId = person.ids[task.connectionId];
  if (assigneeId === undefined) return refuse(`${person.name} is not in the team of this task.`);
  if (task.assignee?.id === assigneeId) return { kind: 'none' };
  return { kind: 'command', command: { kind: 'edit', changes: { assigneeId } } };
}

function noMomentWords({ vendor, due }: Movable): string {
  const { label, due: rule } = vendorRules[vendor];
  if (!rule.kinds.includes('instant')) return `${label} knows days, not times.`;
  return due?.kind === 'date' && rule.kinds.includes('date')
    ? 'This task has a date without a time.'
    : 'The day is nearly over.';
}

function closedWords(task: Movable): string {
  const words = `This task is already ${task.status}.`;
  return canReopen(task) ? `${words} Reopen it first.` : words;
}

function refuse(reason: string): Extract<Move, { kind: 'refused' }> {
  return { kind: 'refused', reason };
}
