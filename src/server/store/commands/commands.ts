import { sql, type Insertable, type Kysely, type Selectable, type UpdateObject } from 'kysely';

import { grouped } from '../grouped';
import { inParts } from '../in-parts';
import type { CommandsTable, Database } from '../schema';
import type { Tx } from '../transaction';

export type CommandRow = Selectable<CommandsTable>;

/** States in which a command has not ended: its effect on the board is not yet the vendor's. */
export const openStates = ['held', 'sending', 'uncertain'] as const;

/** Given as a command's `seq`, puts it behind all others. */
export const endOfLine = sql<string>`default`;

/** The rows of one command, one per task, in the order of the tasks' ids, under lock. */
export function lockCommand(tx: Tx, workspaceId: number, id: string): Promise<CommandRow[]> {
  return tx
    .selectFrom('commands')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .orderBy('task_id')
    .forUpdate()
    .execute();
}

/** The open commands of these tasks, oldest first. */
export async function openCommands(
  tx: Tx,
  workspaceId: number,
  taskIds: readonly string[],
): Promise<CommandRow[]> {
  if (taskIds.length === 0) return [];
  return onTasks(tx, workspaceId, taskIds)
    .where('state', 'in', [...openStates])
    .orderBy('seq')
    .execute();
}

/** What reps said was done on these tasks when the answer was lost, and no list has confirmed; the newest first. */
export async function commandsByWord(
  tx: Tx,
  workspaceId: number,
  taskIds: readonly string[],
): Promise<CommandRow[]> {
  if (taskIds.length === 0) return [];
  return onTasks(tx, workspaceId, taskIds)
    .where('state', '=', 'sent')
    .where('settled_by', '=', 'rep')
    .where('kind', '<>', 'create')
    .orderBy('seq', 'desc')
    .execute();
}

/** Creates of a connection whose row at the vendor is not known yet. */
export function openCreates(tx: Tx, workspaceId: number, connectionId: string): Promise<CommandRow[]> {
  return tx
    .selectFrom('commands')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('kind', '=', 'create')
    .where('state', 'in', ['sending', 'uncertain'])
    .orderBy('seq')
    .execute();
}

export async function insertCommands(tx: Tx, rows: readonly Insertable<CommandsTable>[]): Promise<void> {
  for (const part of inParts(rows)) await tx.insertInto('commands').values(part).execute();
}

/** Of one command, the rows of these tasks. */
export async function updateCommands(
  tx: Tx,
  workspaceId: number,
  { id, taskIds }: { id: string; taskIds: readonly string[] },
  columns: UpdateObject<Database, 'commands'>,
): Promise<void> {
  for (const part of inParts(taskIds))
    await tx
      .updateTable('commands')
      .set(columns)
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .where('task_id', '=', sql<string>`any(${part}::uuid[])`)
      .execute();
}

export async function updateCommand(
  tx: Tx,
  { workspace_id, id, task_id }: Pick<CommandRow, 'workspace_id' | 'id' | 'task_id'>,
  columns: UpdateObject<Database, 'commands'>,
): Promise<void> {
  await updateCommands(tx, workspace_id, { id, taskIds: [task_id] }, columns);
}

/** Commands that a card tells of, open or failed, by task, oldest first. */
export async function commandsToShow(
  db: Kysely<Database>,
  workspaceId: number,
  taskIds: readonly string[],
): Promise<Map<string, CommandRow[]>> {
  const rows = await onTasks(db, workspaceId, taskIds)
    .where('state', 'in', [...openStates, 'failed'])
    .orderBy('seq')
    .execute();
  return grouped(rows, (row) => row.task_id);
}

function onTasks(db: Kysely<Database>, workspaceId: number, taskIds: readonly string[]) {
  return db
    .selectFrom('commands')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', sql<string>`any(${[...taskIds]}::uuid[])`);
}

/** Everything that was done to a task, newest first. */
export function commandsOfTask(
  db: Kysely<Database>,
  workspaceId: number,
  taskId: string,
): Promise<CommandRow[]> {
  return db
    .selectFrom('commands')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', taskId)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute();
}

/** The tasks that a command was for, with what was asked for each. */
export function tasksOfCommand(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
): Promise<Pick<CommandRow, 'task_id' | 'payload'>[]> {
  return db
    .selectFrom('commands')
    .select(['task_id', 'payload'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Whether a connection still has commands that have not ended, or some in these states of them. */
export async function hasOpenCommands(
  db: Kysely<Database>,
  workspaceId: number,
  connectionId: string,
  states: readonly (typeof openStates)[number][] = openStates,
): Promise<boolean> {
  const open = await db
    .selectFrom('commands')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('state', 'in', [...states])
    .limit(1)
    .executeTakeFirst();
  return open !== undefined;
}
