import { addMinutes } from 'date-fns';

import type { Context } from '../context';
import { findConnection, updateConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import type { VendorSession } from './open-vendor';

const freshMinutes = 10;

/**
 * Asks for the team and its campaigns when they were last asked for some minutes ago. In the practice team the rep is
 * its first member until they say otherwise.
 */
export async function refreshTeam(
  ctx: Context,
  connectionId: string,
  { adapter, send }: VendorSession,
): Promise<void> {
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  const now = ctx.clock.now();
  if (row === undefined || (row.team_at !== null && addMinutes(row.team_at, freshMinutes) > now)) return;
  const members = await adapter.listMembers(send);
  const campaigns = await adapter.listCampaigns(send);
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, connectionId, {
      members: JSON.stringify(members),
      ...(row.sandbox && row.me === null && members[0] !== undefined && { me: members[0].id }),
      campaigns: JSON.stringify(campaigns),
      team_at: now,
    }),
  );
}
