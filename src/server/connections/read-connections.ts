import type { Connection } from '#contract/connection';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { findConnection, listConnections, type ConnectionRow } from '../store/connections';

/** All connections, oldest first, without their keys. */
export async function readConnections(ctx: Context): Promise<Connection[]> {
  const rows = await listConnections(ctx.db, ctx.workspaceId);
  return rows.map((row) => present(ctx, row));
}

/** One connection. Refuses an unknown id. */
export async function readConnection(ctx: Context, id: string): Promise<Connection> {
  const row = await findConnection(ctx.db, ctx.workspaceId, id);
  if (row === undefined)
    throw new Refusal('not-found', 'This connection is not there. It may have been removed.');
  return present(ctx, row);
}

function present(ctx: Context, row: ConnectionRow): Connection {
  return {
    id: row.id,
    vendor: row.vendor,
    label: row.label,
    sandbox: row.sandbox,
    lastSyncAt: row.last_sync_at?.toISOString() ?? null,
    syncing: row.pull_until !== null && row.pull_until > ctx.clock.now(),
    trouble: row.trouble,
    me: row.me,
    members: row.members,
    campaigns: row.campaigns,
  };
}
