import { sql, type Kysely, type SqlBool } from 'kysely';

import type { Database } from './schema';

type Window = { requests: number; perMs: number };
type Call = { connectionId: string; windows: readonly Window[]; now: Date };

const dayMs = 24 * 60 * 60_000;

/**
 * Counts one call against a connection's budgets if every window has room: all processes count in the same row. A
 * window of a day is the UTC day, a shorter one slides. A call counts from when it was granted, since many processes may
 * wait for the row. Answers null when the call may be made, otherwise how many
 * milliseconds to wait before asking again.
 */
export async function takeCall(
  db: Kysely<Database>,
  workspaceId: number,
  call: Call,
): Promise<number | null> {
  const { connectionId, now } = call;
  const sliding = call.windows.filter((window) => window.perMs < dayMs);
  const keptSince = new Date(now.getTime() - Math.max(0, ...sliding.map((window) => window.perMs)));
  const today = now.toISOString().slice(0, 10);
  const room = call.windows.map((window) => hasRoom(window, now, today));
  await sql`insert into budgets (workspace_id, connection_id) values (${workspaceId}, ${connectionId}) on conflict do nothing`.execute(
    db,
  );
  const granted = await sql`update budgets
    set calls = array(select made from unnest(calls) made where made > ${keptSince}) || (${now}::timestamptz + (clock_timestamp() - statement_timestamp()))::timestamptz(3),
      day_calls = case when day = ${today}::date then day_calls else 0 end + 1,
      day = ${today}::date
    where workspace_id = ${workspaceId} and connection_id = ${connectionId}
      and ${sql.join(room, sql` and `)}
    returning 1`.execute(db);
  return granted.rows.length > 0 ? null : Math.max(20, await untilRoom(db, workspaceId, call));
}

/** How many calls were made on the UTC day of `now`. */
export async function callsToday(
  db: Kysely<Database>,
  workspaceId: number,
  now: Date,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('budgets')
    .select(['connection_id', 'day_calls'])
    .where('workspace_id', '=', workspaceId)
    .where('day', '=', now.toISOString().slice(0, 10))
    .execute();
  return new Map(rows.map((row) => [row.connection_id, row.day_calls]));
}

function hasRoom({ requests, perMs }: Window, now: Date, today: string) {
  if (perMs >= dayMs) return sql<SqlBool>`(day is distinct from ${today}::date or day_calls < ${requests})`;
  const since = new Date(now.getTime() - perMs);
  return sql<SqlBool>`(select count(*) from unnest(calls) made where made > ${since}) < ${requests}`;
}

/** Milliseconds until every window has room for a call, 0 when there is room now; counts nothing. */
export async function untilRoom(db: Kysely<Database>, workspaceId: number, call: Call): Promise<number> {
  const today = call.now.toISOString().slice(0, 10);
  const row = await db
    .selectFrom('budgets')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('connection_id', '=', call.connectionId)
    .executeTakeFirst();
  const now = call.now.getTime();
  const waits = call.windows.map(({ requests, perMs }) => {
    if (perMs >= dayMs) {
      return row?.day === today && row.day_calls >= requests
        ? Date.parse(`${today}T00:00:00Z`) + dayMs - now
        : 0;
    }
    const within = (row?.calls ?? []).filter((made) => made.getTime() > now - perMs);
    const oldest = within.at(-requests);
    return oldest === undefined ? 0 : oldest.getTime() + perMs - now + 1;
  });
  return Math.max(0, ...waits);
}
