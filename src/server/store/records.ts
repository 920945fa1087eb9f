import { sql, type Kysely } from 'kysely';

import type { Person } from '#contract/task';
import type { ParentKind } from '#contract/vendors';

import type { Database } from './schema';

type KnownRecord = { kind: ParentKind; id: string; name: string; person: Person };

/** What is known of these records of a connection, by `kind id`; unknown ones are left out. */
export async function readRecords(
  db: Kysely<Database>,
  workspaceId: number,
  connectionId: string,
  refs: readonly Pick<KnownRecord, 'kind' | 'id'>[],
): Promise<Map<string, KnownRecord & { lookedUpAt: Date }>> {
  if (refs.length === 0) return new Map();
  const rows = await db
    .selectFrom('records')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .where('vendor_id', '=', sql<string>`any(${refs.map((ref) => ref.id)}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.kind} ${row.vendor_id}`,
      { kind: row.kind, id: row.vendor_id, name: row.name, person: row.person, lookedUpAt: row.looked_up_at },
    ]),
  );
}

/** Keeps what a vendor told about records, over what was known before. */
export async function saveRecords(
  db: Kysely<Database>,
  workspaceId: number,
  connectionId: string,
  records: readonly KnownRecord[],
  now: Date,
): Promise<void> {
  if (records.length === 0) return;
  await db
    .insertInto('records')
    .values(
      records.map((record) => ({
        workspace_id: workspaceId,
        connection_id: connectionId,
        kind: record.kind,
        vendor_id: record.id,
        name: record.name,
        person: JSON.stringify(record.person),
        looked_up_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'connection_id', 'kind', 'vendor_id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        person: eb.ref('excluded.person'),
        looked_up_at: eb.ref('excluded.looked_up_at'),
      })),
    )
    .execute();
}
