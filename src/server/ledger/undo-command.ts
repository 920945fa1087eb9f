import type { CommandResult } from '#contract/command-result';
import { vendorRules, type Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { lockCommand, openCommands, tasksOfCommand, updateCommand, type CommandRow } from '../store/commands';
import { fieldColumns, type TaskRow } from '../store/tasks/task-fields';
import { lockTasks, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { commandResults, refused, type Outcome } from '../tasks/results';
import { revert } from './revert';

/**
 * Takes a command back on every task it was for: a held one, so that the vendor never hears of it, or a failed one,
 * so that the card stops showing it; with `taskId` on that task alone. Refuses what has left already, since no vendor
 * call can be recalled.
 */
export async function undoCommand(ctx: Context, id: string, taskId?: string): Promise<CommandResult[]> {
  const outcomes = await transaction(ctx, 'tasks', async (tx) => {
    const { rows, tasks } = await lockWithTasks(ctx, tx, id, taskId);
    const outcomesOfTasks: Outcome[] = [];
    for (const row of rows) outcomesOfTasks.push(await undoOne(ctx, tx, row, tasks.get(row.task_id)));
    return outcomesOfTasks;
  });
  return commandResults(ctx, outcomes);
}

/** The command's rows with their tasks, all under lock, or those of one task `only`. Refuses an unknown id. */
export async function lockWithTasks(ctx: Context, tx: Tx, id: string, only?: string) {
  const all = (await tasksOfCommand(tx, ctx.workspaceId, id)).map((row) => row.task_id);
  const taskIds = only === undefined ? all : all.filter((taskId) => taskId === only);
  if (taskIds.length === 0)
    throw new Refusal('not-found', 'There is no such command.', [
      { path: 'id', message: 'There is no such command.' },
    ]);
  const tasks = await lockTasks(tx, ctx.workspaceId, taskIds);
  return {
    rows: (await lockCommand(tx, ctx.workspaceId, id)).filter((row) => taskIds.includes(row.task_id)),
    tasks: new Map(tasks.map((task) => [task.id, task])),
  };
}

async function undoOne(ctx: Context, tx: Tx, row: CommandRow, task: TaskRow | undefined): Promise<Outcome> {
  if (row.state === 'cancelled' || task === undefined) return { taskId: row.task_id, refusal: null };
  if (row.state !== 'held' && row.state !== 'failed') return refused(row.task_id, tooLate(row, task.vendor));
  const now = ctx.clock.now();
  const open = await openCommands(tx, ctx.workspaceId, [row.task_id]);
  const later = open.filter((one) => BigInt(one.seq) > BigInt(row.seq));
  await updateCommand(tx, row, { state: 'cancelled', settled_at: now });
  if (row.kind === 'create') {
    for (const command of later) await updateCommand(tx, command, { state: 'cancelled', settled_at: now });
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

function tooLate(row: CommandRow, vendor: Vendor): Refusal {
  const { label } = vendorRules[vendor];
  if (row.state === 'sent')
    return new Refusal('conflict', `Too late to undo: ${label} has it already and offers no way back.`);
  return new Refusal('conflict', `Too late to undo: it is on its way to ${label}.`);
}
