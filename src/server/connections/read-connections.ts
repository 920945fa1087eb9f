import type { Connection } from '#contract/connection';
import { membersWhoAre } from '#contract/rep';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { isReachable } from '../media/public-base';
import { Refusal } from '../refusal';
import { callsToday } from '../store/budgets';
import { findConnection, listConnections, type ConnectionRow } from '../store/connections';
import { usedUp } from './used-up';

/** All connections, oldest first, without their keys. */
export async function readConnections(ctx: Context): Promise<Connection[]> {
  const rows = await listConnections(ctx.db, ctx.workspaceId);
  const made = await callsToday(ctx.db, ctx.workspaceId, ctx.clock.now());
  return rows.map((row) => present(ctx, row, made.get(row.id) ?? 0));
}

/** One connection. Refuses an unknown id. */
export async function readConnection(ctx: Context, id: string): Promise<Connection> {
  const row = await findConnection(ctx.db, ctx.workspaceId, id);
  if (row === undefined)
    throw new Refusal('not-found', 'This connection is not there. It may have been removed.');
  const made = await callsToday(ctx.db, ctx.workspaceId, ctx.clock.now());
  return present(ctx, row, made.get(row.id) ?? 0);
}

function present(ctx: Context, row: ConnectionRow, made: number): Connection {
  const callsLeftToday = callsLeft(row, made);
  return {
    id: row.id,
    vendor: row.vendor,
    label: row.label,
    sandbox: row.sandbox,
    lastSyncAt: row.last_sync_at?.toISOString() ?? null,
    syncing: row.pull_until !== null && row.pull_until > ctx.clock.now(),
    circuit: row.circuit,
    pausedUntil: row.circuit === 'open' ? (row.retry_at?.toISOString() ?? null) : null,
    trouble: row.cause ?? (callsLeftToday === 0 ? outOfCalls(ctx, row) : row.trouble),
    me: membersWhoAre(ctx.rep, row)[0] ?? null,
    plan: row.plan,
    callsLeftToday,
    mediaReachable: isReachable(ctx, row),
    members: row.members,
    campaigns: row.campaigns,
  };
}

/** What the plan leaves of this UTC day; the smallest plan counts where none was chosen. */
function callsLeft({ vendor, plan }: ConnectionRow, made: number): number | null {
  const { plans } = vendorRules[vendor];
  const chosen = plans.find((one) => one.value === plan) ?? plans[0];
  return chosen === undefined ? null : Math.max(0, chosen.callsPerDay - made);
}

/** Truer than what the last listing met, which may have had a part of the calls to itself. */
function outOfCalls(ctx: Context, { vendor, trouble }: ConnectionRow): Connection['trouble'] {
  const since = trouble?.since ?? `${ctx.clock.now().toISOString().slice(0, 10)}T00:00:00.000Z`;
  return { kind: 'limited', message: usedUp(vendorRules[vendor].label), since };
}
