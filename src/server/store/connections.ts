import { sql, type Insertable, type Kysely, type Selectable, type UpdateObject } from 'kysely';

import type { ConnectionsTable, Database } from './schema';
import type { Tx } from './transaction';

export type ConnectionRow = Selectable<ConnectionsTable>;

/** The workspace's connections, oldest first; removed ones are left out. */
export function listConnections(db: Kysely<Database>, workspaceId: number): Promise<ConnectionRow[]> {
  return connections(db, workspaceId).orderBy('created_at').orderBy('id').execute();
}

export function findConnection(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
): Promise<ConnectionRow | undefined> {
  return connections(db, workspaceId).where('id', '=', id).executeTakeFirst();
}

/** The connection under lock, unless it was removed. */
export function lockConnection(tx: Tx, workspaceId: number, id: string): Promise<ConnectionRow | undefined> {
  return connections(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Keeps the connection from being removed until the transaction ends; false when it was removed before. */
export async function keepConnection(tx: Tx, workspaceId: number, id: string): Promise<boolean> {
  const kept = await connections(tx, workspaceId).where('id', '=', id).forShare().executeTakeFirst();
  return kept !== undefined;
}

export async function insertConnection(
  db: Kysely<Database>,
  row: Insertable<ConnectionsTable>,
): Promise<void> {
  await db.insertInto('connections').values(row).execute();
}

export async function updateConnection(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
  columns: UpdateObject<Database, 'connections'>,
): Promise<void> {
  await db
    .updateTable('connections')
    .set(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

type Lease = { kind: 'pull' | 'deliver'; connectionId: string; owner: string; now: Date; until: Date };

/**
 * Takes or prolongs a lease on a connection for one process; false when another one holds it. A lease that ran out is
 * free. The claim and the check are one statement, so two processes never both hold it.
 */
export async function takeLease(db: Kysely<Database>, workspaceId: number, lease: Lease): Promise<boolean> {
  const owner = `${lease.kind}_owner` as const;
  const until = `${lease.kind}_until` as const;
  const taken = await db
    .updateTable('connections')
    .set({ [owner]: lease.owner, [until]: lease.until })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', lease.connectionId)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb(owner, 'is', null), eb(owner, '=', lease.owner), eb(until, '<', lease.now)]))
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

export async function giveLease(
  db: Kysely<Database>,
  workspaceId: number,
  lease: Pick<Lease, 'kind' | 'connectionId' | 'owner'>,
): Promise<void> {
  const owner = `${lease.kind}_owner` as const;
  const until = `${lease.kind}_until` as const;
  await db
    .updateTable('connections')
    .set({ [owner]: null, [until]: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', lease.connectionId)
    .where(owner, '=', lease.owner)
    .execute();
}

/** Connections whose next listing is due, or whose open circuit has come to its trial, the longest waiting first. */
export async function connectionsToPull(
  db: Kysely<Database>,
  workspaceId: number,
  now: Date,
): Promise<string[]> {
  const rows = await connections(db, workspaceId)
    .where((eb) =>
      eb.or([
        eb.and([eb('circuit', '=', 'closed'), eb('next_pull_at', '<=', now)]),
        eb.and([eb('circuit', '<>', 'closed'), eb('retry_at', '<=', now)]),
      ]),
    )
    .where((eb) => eb.or([eb('pull_until', 'is', null), eb('pull_until', '<', now)]))
    .orderBy('next_pull_at')
    .execute();
  return rows.map((row) => row.id);
}

/** Asks for a listing now; the pull job finds it at its next look. */
export async function requestPull(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
  now: Date,
): Promise<void> {
  await updateConnection(db, workspaceId, id, { next_pull_at: sql<Date>`least(next_pull_at, ${now})` });
}

function connections(db: Kysely<Database>, workspaceId: number) {
  return db
    .selectFrom('connections')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('removed_at', 'is', null);
}
