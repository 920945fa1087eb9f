import { sql, type Kysely } from 'kysely';

import { inParts } from '../in-parts';
import type { Database, NewTaskRow, TaskColumns } from '../schema';
import type { Tx } from '../transaction';
import type { TaskRow } from './task-fields';

/** The present transaction's number, as `settled_in` and `uncertain_in` keep it. */
export const presentTransaction = sql<string>`pg_current_xact_id()`;

/** Set with every change of a row, so that no screen misses one. */
const newer = { version: sql<number>`version + 1`, changed_in: presentTransaction };

/** The rows under lock, in the order of their ids so that two calls never wait for each other; unknown ids are left out. */
export async function lockTasks(tx: Tx, workspaceId: number, ids: readonly string[]): Promise<TaskRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('gone', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The connection's rows of these vendor ids, under lock. */
export async function lockVendorTasks(
  tx: Tx,
  workspaceId: number,
  connectionId: string,
  vendorTaskIds: readonly string[],
): Promise<TaskRow[]> {
  if (vendorTaskIds.length === 0) return [];
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('vendor_task_id', '=', sql<string>`any(${[...vendorTaskIds]}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The connection's rows that came by a listing since a time, not by a rep's create; under lock. */
export async function lockStrangersSince(
  tx: Tx,
  workspaceId: number,
  connectionId: string,
  since: Date,
): Promise<TaskRow[]> {
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('vendor_task_id', 'is not', null)
    .where('gone', '=', false)
    .where('created_at', '>=', since)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('commands')
            .select('commands.id')
            .whereRef('commands.workspace_id', '=', 'tasks.workspace_id')
            .whereRef('commands.task_id', '=', 'tasks.id')
            .where('commands.kind', '=', 'create'),
        ),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** The connection's pending rows that a complete listing did not show, under lock. */
export async function lockMissingTasks(
  tx: Tx,
  workspaceId: number,
  connectionId: string,
  seenIds: readonly string[],
): Promise<TaskRow[]> {
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('vendor_task_id', 'is not', null)
    .where('gone', '=', false)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'pending'),
        eb.exists(
          eb
            .selectFrom('commands')
            .select('commands.id')
            .whereRef('commands.workspace_id', '=', 'tasks.workspace_id')
            .whereRef('commands.task_id', '=', 'tasks.id')
            .where('commands.state', 'in', ['held', 'sending', 'uncertain']),
        ),
      ]),
    )
    .where(sql<boolean>`vendor_task_id <> all(${[...seenIds]}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function insertTasks(tx: Tx, rows: readonly NewTaskRow[]): Promise<void> {
  for (const part of inParts(rows)) await tx.insertInto('tasks').values(part).execute();
}

/** Has PostgreSQL look at what the tasks are like now, which its plans are made by. */
export async function analyzeTasks(db: Kysely<Database>): Promise<void> {
  await sql`analyze tasks`.execute(db);
}

/** Writes the columns and makes the row newer. */
export function updateTask(tx: Tx, workspaceId: number, id: string, columns: TaskColumns): Promise<void> {
  return updateTasks(tx, workspaceId, [id], columns);
}

/** The same for many rows, all to the same values. */
export async function updateTasks(
  tx: Tx,
  workspaceId: number,
  ids: readonly string[],
  columns: TaskColumns,
): Promise<void> {
  for (const part of inParts(ids))
    await tx
      .updateTable('tasks')
      .set({ ...columns, ...newer })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', sql<string>`any(${part}::uuid[])`)
      .execute();
}

/** The number below which every transaction has ended: what was written in one of them, a reader starting now sees. */
export async function settledHorizon(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{
    horizon: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db);
  return rows[0]?.horizon ?? '0';
}

/** Inserts the row unless its id is taken; false says that it was there before. */
export async function claimTaskId(tx: Tx, row: NewTaskRow): Promise<boolean> {
  const inserted = await tx
    .insertInto('tasks')
    .values(row)
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Takes all tasks of a connection off the board. */
export async function hideTasksOf(tx: Tx, workspaceId: number, connectionId: string): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ gone: true, ...newer })
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('gone', '=', false)
    .execute();
}

/** Makes the rows newer whose commands wait for their delivery, since what the cards say about it has changed. */
export async function renewHeldTasks(tx: Tx, workspaceId: number, connectionId: string): Promise<boolean> {
  const renewed = await tx
    .updateTable('tasks')
    .set(newer)
    .where('workspace_id', '=', workspaceId)
    .where((eb) =>
      eb(
        'id',
        'in',
        eb
          .selectFrom('commands')
          .select('task_id')
          .where('workspace_id', '=', workspaceId)
          .where('connection_id', '=', connectionId)
          .where('state', '=', 'held'),
      ),
    )
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
}
