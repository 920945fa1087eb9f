import { sql, type Kysely } from 'kysely';

import type { VendorFailure } from '#contract/command';

import type { Database } from '../schema';
import { presentTransaction } from '../tasks/tasks';
import type { Tx } from '../transaction';
import { openStates, type CommandRow } from './commands';

type Claim = {
  connectionId: string;
  now: Date;
  until: Date;
  limit: number;
  /** The vendor may not be called now. */
  localOnly: boolean;
};

/** Of each task only the oldest open command is next. */
const isNext = sql<boolean>`not exists (
  select 1 from commands earlier
  where earlier.workspace_id = commands.workspace_id and earlier.task_id = commands.task_id and earlier.seq < commands.seq
    and earlier.state = any(${[...openStates]}::text[])
)`;

/** The vendor never hears of it. */
const isLocal = sql<boolean>`commands.payload @> '{"local": true}'`;

/** While a connection's circuit is not closed, its commands wait, but for those that the vendor never hears of. */
const isCallable = sql<boolean>`(${isLocal} or exists (
  select 1 from connections
  where connections.workspace_id = commands.workspace_id and connections.id = commands.connection_id
    and connections.circuit = 'closed'
))`;

/**
 * Claims commands to send: of each task the oldest open one, if its hold is over; a task with one under way waits.
 * SKIP LOCKED keeps two processes from claiming the same row. The tasks are locked first, as by everybody, and whether
 * a command is still to be sent is asked again under the lock.
 */
export async function claimCommands(tx: Tx, workspaceId: number, claim: Claim): Promise<CommandRow[]> {
  const due = await tx
    .selectFrom('commands')
    .innerJoin('tasks', (join) =>
      join
        .onRef('tasks.workspace_id', '=', 'commands.workspace_id')
        .onRef('tasks.id', '=', 'commands.task_id'),
    )
    .select('commands.task_id')
    .where('commands.workspace_id', '=', workspaceId)
    .where('commands.connection_id', '=', claim.connectionId)
    .where('commands.state', '=', 'held')
    .where('commands.run_at', '<=', claim.now)
    .where(isNext)
    .where(claim.localOnly ? isLocal : isCallable)
    .orderBy('commands.seq')
    .limit(claim.limit)
    .forUpdate('tasks')
    .skipLocked()
    .execute();
  if (due.length === 0) return [];
  const claimed = await tx
    .updateTable('commands')
    .set({
      state: 'sending',
      claimed_until: claim.until,
      failure: null,
      attempts: sql<number>`attempts + 1`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', sql<string>`any(${due.map((row) => row.task_id)}::uuid[])`)
    .where('state', '=', 'held')
    .where('run_at', '<=', claim.now)
    .where(isNext)
    .returningAll()
    .execute();
  return claimed.toSorted((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)));
}

type Wait = { connectionId: string; now: Date; why: VendorFailure };

/** Notes on each command that is due and cannot be sent now why it waits, unless it says so already; whether one did not. */
export async function noteWait(tx: Tx, workspaceId: number, wait: Wait): Promise<boolean> {
  const { rows: tasks } = await sql<{ id: string }>`
    update tasks set version = version + 1, changed_in = ${presentTransaction}
    where workspace_id = ${workspaceId} and id in (
      select task_id from commands
      where workspace_id = ${workspaceId} and connection_id = ${wait.connectionId}
        and state = 'held' and run_at <= ${wait.now} and failure is null and not ${isLocal})
    returning id`.execute(tx);
  if (tasks.length === 0) return false;
  await tx
    .updateTable('commands')
    .set({ failure: JSON.stringify(wait.why) })
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', sql<string>`any(${tasks.map(({ id }) => id)}::uuid[])`)
    .where('state', '=', 'held')
    .where('run_at', '<=', wait.now)
    .where(sql<boolean>`not ${isLocal}`)
    .execute();
  return true;
}

/** Has held commands that come due before `until` wait for it; answers how many tasks they are on. */
export async function prolongHolds(tx: Tx, workspaceId: number, until: Date): Promise<number> {
  const { rows: tasks } = await sql<{ id: string }>`
    update tasks set version = version + 1, changed_in = ${presentTransaction}
    where workspace_id = ${workspaceId} and id in (
      select task_id from commands
      where workspace_id = ${workspaceId} and state = 'held' and run_at < ${until})
    returning id`.execute(tx);
  if (tasks.length === 0) return 0;
  // A command that waits for its connection is not held any longer, as far as a card tells.
  await tx
    .updateTable('commands')
    .set({
      run_at: until,
      hold_until: sql<Date>`case when attempts = 0 and ${isCallable} then greatest(hold_until, ${until}) else hold_until end`,
    })
    .where('workspace_id', '=', workspaceId)
    .where('task_id', '=', sql<string>`any(${tasks.map(({ id }) => id)}::uuid[])`)
    .where('state', '=', 'held')
    .where('run_at', '<', until)
    .execute();
  return tasks.length;
}

/** Commands whose claim ran out: the process that sent them is gone, so nobody knows what the vendor made of them. */
export async function expiredClaims(tx: Tx, workspaceId: number, now: Date): Promise<CommandRow[]> {
  const tasks = await expired(tx, workspaceId, now)
    .innerJoin('tasks', (join) =>
      join
        .onRef('tasks.workspace_id', '=', 'commands.workspace_id')
        .onRef('tasks.id', '=', 'commands.task_id'),
    )
    .select('tasks.id')
    .forUpdate('tasks')
    .skipLocked()
    .execute();
  return expired(tx, workspaceId, now)
    .selectAll()
    .where('task_id', '=', sql<string>`any(${tasks.map((task) => task.id)}::uuid[])`)
    .forUpdate()
    .execute();
}

export async function hasExpiredClaims(
  db: Kysely<Database>,
  workspaceId: number,
  now: Date,
): Promise<boolean> {
  const claim = await expired(db, workspaceId, now).select('commands.id').limit(1).executeTakeFirst();
  return claim !== undefined;
}

function expired(db: Kysely<Database>, workspaceId: number, now: Date) {
  return db
    .selectFrom('commands')
    .where('commands.workspace_id', '=', workspaceId)
    .where('commands.state', '=', 'sending')
    .where('commands.claimed_until', '<', now);
}

/** Connections with commands that can be claimed now, and when the next one can. */
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
    .where(isNext)
    .where(isCallable)
    .groupBy('connection_id')
    .execute();
  const later = rows.filter((row) => row.next_at > now).map((row) => row.next_at.getTime());
  return {
    connectionIds: rows.filter((row) => row.next_at <= now).map((row) => row.connection_id),
    nextAt: later.length === 0 ? null : new Date(Math.min(...later)),
  };
}
