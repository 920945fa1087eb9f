import type { CommandKind } from '#contract/command';
import type { CommandResult } from '#contract/command-result';
import { vendorRules } from '#contract/vendors';

import { nameOf, type Context } from '../context';
import { Refusal } from '../refusal';
import {
  lockCommand,
  openCommands,
  tasksOfCommand,
  updateCommand,
  updateCommands,
  type CommandRow,
} from '../store/commands/commands';
import { commandsOfStep } from '../store/commands/steps';
import { grouped } from '../store/grouped';
import { fieldColumns, type TaskRow } from '../store/tasks/task-fields';
import { lockTasks, updateTask, updateTasks } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { commandResults, refused, type Outcome } from '../tasks/results';
import { updateAlike } from './append-command';
import { revert } from './revert';

/**
 * Takes a command, or all those of a batch, back on every task it was for: a held one, so that the vendor never hears of
 * it, or a failed one, so that the card stops showing it; with `taskId` on that task alone. Refuses what has left already,
 * since no vendor call can be recalled; the others of the same step are taken back. Safe to repeat.
 */
export async function undoCommand(ctx: Context, id: string, taskId?: string): Promise<CommandResult[]> {
  const outcomes = await transaction(ctx, 'tasks', async (tx) => {
    const ids = await commandsOfStep(tx, ctx.workspaceId, id);
    const { rows, tasks } = await lockWithTasks(ctx, tx, ids, taskId);
    const newestFirst =
      ids.length > 1 ? rows.toSorted((a, b) => Number(BigInt(b.seq) - BigInt(a.seq))) : rows;
    const open = await openCommands(tx, ctx.workspaceId, [...tasks.keys()]);
    const byTask = grouped(open, (one) => one.task_id);
    const alone = new Set(
      newestFirst.filter((row) => isAlone(row, byTask.get(row.task_id) ?? []) && tasks.has(row.task_id)),
    );
    await undoAlone(ctx, tx, [...alone]);
    await noteLateUndo(ctx, tx, newestFirst.filter(isTooLate));
    const outcomesOfTasks: Outcome[] = [];
    for (const row of newestFirst) {
      const done: Outcome = { taskId: row.task_id, refusal: null };
      outcomesOfTasks.push(alone.has(row) ? done : await undoOne(ctx, tx, row, tasks.get(row.task_id)));
    }
    return outcomesOfTasks;
  });
  return commandResults(ctx, outcomes);
}

/** The commands' rows with their tasks, all under lock, or those of one task `only`. Refuses unknown ids. */
export async function lockWithTasks(ctx: Context, tx: Tx, ids: readonly string[], only?: string) {
  const all: string[] = [];
  for (const id of ids)
    all.push(...(await tasksOfCommand(tx, ctx.workspaceId, id)).map((row) => row.task_id));
  const taskIds = only === undefined ? all : all.filter((taskId) => taskId === only);
  if (taskIds.length === 0)
    throw new Refusal('not-found', 'There is no such command.', [
      { path: 'id', message: 'There is no such command.' },
    ]);
  const tasks = await lockTasks(tx, ctx.workspaceId, taskIds);
  const rows: CommandRow[] = [];
  for (const id of ids) rows.push(...(await lockCommand(tx, ctx.workspaceId, id)));
  const wanted = new Set(taskIds);
  return {
    rows: rows.filter((row) => wanted.has(row.task_id)),
    tasks: new Map(tasks.map((task) => [task.id, task])),
  };
}

/** Whether nothing else is open on the task, so that the command can be taken out without a look at others. */
function isAlone({ id, kind, state }: CommandRow, open: readonly CommandRow[]): boolean {
  return state === 'held' && kind !== 'create' && open.every((one) => one.id === id);
}

/** It has left, and no vendor call can be recalled. */
function isTooLate({ state }: CommandRow): boolean {
  return state !== 'held' && state !== 'failed' && state !== 'cancelled';
}

function takenBackBy(ctx: Context) {
  return { state: 'cancelled' as const, undone_by: ctx.actor, settled_at: ctx.clock.now() };
}

/** The history tells that someone asked for it back; of several such undos the first one. */
async function noteLateUndo(ctx: Context, tx: Tx, rows: readonly CommandRow[]): Promise<void> {
  const fresh = rows.filter((row) => row.late_undo === null);
  if (fresh.length === 0) return;
  const late_undo = JSON.stringify({ who: nameOf(ctx.actor), at: ctx.clock.now().toISOString() });
  for (const [id, own] of grouped(fresh, (row) => row.id)) {
    const taskIds = own.map((row) => row.task_id);
    await updateCommands(tx, ctx.workspaceId, { id, taskIds }, { late_undo });
  }
  const taskIds = fresh.map((row) => row.task_id);
  await updateTasks(tx, ctx.workspaceId, taskIds, {});
}

/** Held commands, each the only one on its task: few statements, however many there are. */
async function undoAlone(ctx: Context, tx: Tx, rows: readonly CommandRow[]): Promise<void> {
  for (const [id, own] of grouped(rows, (row) => row.id)) {
    const taskIds = own.map((row) => row.task_id);
    const columns = { ...takenBackBy(ctx), failure: null };
    await updateCommands(tx, ctx.workspaceId, { id, taskIds }, columns);
  }
  const changes = rows.map((row) => ({ id: row.task_id, fields: revert(row, []).fields }));
  await updateAlike(ctx, tx, changes);
}

async function undoOne(ctx: Context, tx: Tx, row: CommandRow, task: TaskRow | undefined): Promise<Outcome> {
  if (row.state === 'cancelled' || task === undefined) return { taskId: row.task_id, refusal: null };
  if (isTooLate(row)) return refused(row.task_id, tooLate(row, task));
  const open = await openCommands(tx, ctx.workspaceId, [row.task_id]);
  const later = open.filter((one) => BigInt(one.seq) > BigInt(row.seq));
  // One that failed keeps why: it did leave, and was refused.
  await updateCommand(tx, row, { ...takenBackBy(ctx), ...(row.state === 'held' && { failure: null }) });
  if (row.kind === 'create') {
    for (const command of later) await updateCommand(tx, command, takenBackBy(ctx));
    await updateTask(tx, ctx.workspaceId, task.id, { gone: true });
  } else if (row.state === 'held') {
    const { fields, rebased } = revert(row, later);
    for (const one of rebased) await updateCommand(tx, one.command, { before: JSON.stringify(one.before) });
    await updateTask(tx, ctx.workspaceId, task.id, fieldColumns(fields));
  } else {
    await updateTask(tx, ctx.workspaceId, task.id, {});
  }
  return { taskId: row.task_id, refusal: null };
}

function tooLate(row: CommandRow, task: TaskRow): Refusal {
  const { label } = vendorRules[task.vendor];
  if (row.state !== 'sent') return new Refusal('conflict', `Too late to undo: it is on its way to ${label}.`);
  const { has, way } = sentWords(row.kind, task);
  return new Refusal('conflict', `Too late to undo: ${has}${way}`);
}

function sentWords(kind: CommandKind, { vendor, board_only }: TaskRow): { has: string; way: string } {
  const { label, complete } = vendorRules[vendor];
  const has = board_only ? 'it counts on this board by now' : `${label} has it already`;
  if (board_only || (kind === 'complete' && complete === 'reversible'))
    return { has, way: '. Reopen the task instead.' };
  if (kind === 'edit' || kind === 'snooze') return { has, way: '. Change it back in the task.' };
  if (kind === 'reopen') return { has, way: '. Close the task again instead.' };
  return { has, way: ' and offers no way back.' };
}
