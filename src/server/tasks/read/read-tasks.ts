import type { Task } from '#contract/task';

import type { Context } from '../../context';
import { Refusal } from '../../refusal';
import { commandsToShow } from '../../store/commands/commands';
import { listConnections } from '../../store/connections';
import { countOthers } from '../../store/tasks/people';
import type { TaskRow } from '../../store/tasks/task-fields';
import { tasksById } from '../../store/tasks/task-lists';
import { presentTask } from './present-task';

/** The tasks as the board draws them, in the order of the ids; unknown ids are left out. */
export async function readTasks(ctx: Context, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await tasksById(ctx.db, ctx.workspaceId, ids)).map((row) => [row.id, row]));
  return presentTasks(
    ctx,
    ids.flatMap((id) => rows.get(id) ?? []),
  );
}

/** One task. Refuses an unknown id. */
export async function readTask(ctx: Context, id: string): Promise<Task> {
  const [task] = await readTasks(ctx, [id]);
  if (task === undefined)
    throw new Refusal('not-found', 'This task is not on the board. It may have been removed.');
  return task;
}

/** Rows with what the board shows beside them: names from their connections, commands on their way or in trouble, the person's other tasks. */
export async function presentTasks(ctx: Context, rows: readonly TaskRow[]): Promise<Task[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const commands = await commandsToShow(ctx.db, ctx.workspaceId, ids);
  const others = await countOthers(ctx.db, ctx.workspaceId, ids);
  const connections = new Map((await listConnections(ctx.db, ctx.workspaceId)).map((one) => [one.id, one]));
  return rows.map((row) =>
    presentTask(row, {
      connection: connections.get(row.connection_id),
      commands: commands.get(row.id) ?? [],
      others: others.get(row.id) ?? 0,
    }),
  );
}
