import { sql, type Kysely } from 'kysely';

import type { Database } from './schema';

type Call = { connectionId: string; requests: number; perMs: number; now: Date };

/**
 * Counts one call against a connection's budget if its sliding window has room: all processes count in the same row.
 * Answers null when the call may be made, otherwise how many milliseconds to wait before asking again.
 */
export async function takeCall(
  db: Kysely<Database>,
  workspaceId: number,
  call: Call,
): Promise<number | null> {
  const windowStart = new Date(call.now.getTime() - call.perMs);
  await sql`insert into budgets (workspace_id, connection_id) values (${workspaceId}, ${call.connectionId}) on conflict do nothing`.execute(
    db,
  );
  const granted = await sql`update budgets
    set calls = array(select made from unnest(calls) made where made > ${windowStart}) || ${call.now}::timestamptz(3)
    where workspace_id = ${workspaceId} and connection_id = ${call.connectionId}
      and (select count(*) from unnest(calls) made where made > ${windowStart}) < ${call.requests}
      and (blocked_until is null or blocked_until <= ${call.now})
    returning 1`.execute(db);
  if (granted.rows.length > 0) return null;
  const { rows } = await sql<{ free_at: Date }>`select greatest(
      coalesce(blocked_until, '-infinity'),
      coalesce((select made from unnest(calls) made where made > ${windowStart} order by made desc offset ${call.requests - 1} limit 1)
        + ${call.perMs} * interval '1 millisecond', ${call.now})
    ) as free_at
    from budgets where workspace_id = ${workspaceId} and connection_id = ${call.connectionId}`.execute(db);
  return Math.max(20, (rows[0]?.free_at ?? call.now).getTime() - call.now.getTime() + 1);
}

/** The vendor said to come back later: no process calls it for this connection before then. */
export async function blockCalls(
  db: Kysely<Database>,
  workspaceId: number,
  connectionId: string,
  until: Date,
): Promise<void> {
  await db
    .updateTable('budgets')
    .set({ blocked_until: sql<Date>`greatest(blocked_until, ${until})` })
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', connectionId)
    .execute();
}
