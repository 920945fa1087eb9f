import { sql, type Insertable, type Kysely, type Selectable, type SqlBool, type UpdateObject } from 'kysely';

import type { Database, ViewsTable } from './schema';
import type { Tx } from './transaction';

export type ViewRow = Selectable<ViewsTable>;

/** What a rep of this name sees, null for one without a name: their own, everyone's, and what others share; in its order. */
export function listViews(
  db: Kysely<Database>,
  workspaceId: number,
  owner: string | null,
): Promise<ViewRow[]> {
  return db
    .selectFrom('views')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where((eb) => eb.or([isOf(owner), eb('shared', '=', true)]))
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The views that a rep of this name may change, under lock, in their order. */
export async function lockOwnViews(tx: Tx, workspaceId: number, owner: string | null): Promise<ViewRow[]> {
  const rows = await tx
    .selectFrom('views')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(isOf(owner))
    .orderBy('id')
    .forUpdate()
    .execute();
  const inOrder = (a: ViewRow, b: ViewRow) =>
    a.position - b.position || a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1);
  return rows.toSorted(inOrder);
}

/** False when there is a view of this id already. */
export async function insertView(tx: Tx, row: Insertable<ViewsTable>): Promise<boolean> {
  const added = await tx
    .insertInto('views')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export async function findView(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
): Promise<ViewRow | undefined> {
  return db
    .selectFrom('views')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function updateView(
  tx: Tx,
  workspaceId: number,
  id: string,
  columns: UpdateObject<Database, 'views'>,
): Promise<void> {
  await tx
    .updateTable('views')
    .set(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteView(tx: Tx, workspaceId: number, id: string): Promise<void> {
  await tx.deleteFrom('views').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** Everyone may change what was made without a name. */
function isOf(owner: string | null) {
  return owner === null
    ? sql<SqlBool>`owner is null`
    : sql<SqlBool>`(owner is null or lower(owner) = lower(${owner}))`;
}
