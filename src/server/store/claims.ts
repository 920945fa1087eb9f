import { sql, type Kysely } from 'kysely';

import { openStates, type CommandRow } from './commands';
import type { Database } from './schema';
import type { Tx } from './transaction';

type Claim = { connectionId: string; now: Date; until: Date; limit: number };

/**
 * Claims commands to send: of each task the oldest open one, if its hold is over; a task with one under way waits.
 * SKIP LOCKED keeps two processes from claiming the same row.
 */
export async function claimCommands(tx: Tx, workspaceId: number, claim: Claim): Promise<CommandRow[]> {
  const { rows } =
    await sql<CommandRow>`update commands set state = 'sending', claimed_until = ${claim.until}, attempts = attempts + 1
    where (workspace_id, id, task_id) in (
      select c.workspace_id, c.id, c.task_id from commands c
      where c.workspace_id = ${workspaceId} and c.connection_id = ${claim.connectionId}
        and c.state = 'held' and c.run_at <= ${claim.now}
        and not exists (
          select 1 from commands earlier
          where earlier.workspace_id = c.workspace_id and earlier.task_id = c.task_id and earlier.seq < c.seq
            and earlier.state = any(${[...openStates]}::text[])
        )
      order by c.run_at, c.seq
      limit ${claim.limit}
      for update skip locked
    )
    returning *`.execute(tx);
  return rows.toSorted((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
}

/** Commands whose claim ran out: the process that sent them is gone, so nobody knows what the vendor made of them. */
export function expiredClaims(tx: Tx, workspaceId: number, now: Date): Promise<CommandRow[]> {
  return tx
    .selectFrom('commands')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'sending')
    .where('claimed_until', '<', now)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function hasExpiredClaims(
  db: Kysely<Database>,
  workspaceId: number,
  now: Date,
): Promise<boolean> {
  const expired = await db
    .selectFrom('commands')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'sending')
    .where('claimed_until', '<', now)
    .limit(1)
    .executeTakeFirst();
  return expired !== undefined;
}

/** Connections with commands whose hold is over, and when the next hold ends. */
export async function dueDeliveries(
  db: Kysely<Database>,
  workspaceId: number,
  now: Date,
): Promise<{ connectionIds: string[]; nextAt: Date | null }> {
  const rows = await db
    .selectFrom('commands')
    .select((eb) => ['connection_id', eb.fn.min('run_at').as('next_at')])
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', 'held')
    .groupBy('connection_id')
    .execute();
  const later = rows.filter((row) => row.next_at > now).map((row) => row.next_at.getTime());
  return {
    connectionIds: rows.filter((row) => row.next_at <= now).map((row) => row.connection_id),
    nextAt: later.length === 0 ? null : new Date(Math.min(...later)),
  };
}
