import { addMilliseconds } from 'date-fns';

import type { Campaign } from '#contract/connection';

import type { Context } from '../context';
import { findConnection, updateConnection, type ConnectionRow } from '../store/connections';
import { transaction } from '../store/transaction';
import { VendorError, type VendorTask } from '../vendors/port';
import type { VendorSession } from './open-vendor';

const minuteMs = 60_000;

/**
 * Asks for the team and its campaigns when they were last asked for some minutes ago, sooner when a task names somebody
 * or a campaign that is not known. In the practice team the rep is its first member until they say otherwise.
 */
export async function refreshTeam(
  ctx: Context,
  connectionId: string,
  { adapter, send, plan }: VendorSession,
  tasks: readonly VendorTask[],
): Promise<void> {
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  const now = ctx.clock.now();
  if (row === undefined) return;
  const strangers = tasks.some((task) => isStranger(row, task));
  if (
    row.team_at !== null &&
    addMilliseconds(row.team_at, freshFor(adapter.pullEveryMs(plan), strangers)) > now
  )
    return;
  const members = await adapter.listMembers(send);
  const campaigns = await campaignsOrNone(adapter.listCampaigns(send));
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, connectionId, {
      members: JSON.stringify(members),
      ...(row.sandbox && row.me === null && members[0] !== undefined && { me: members[0].id }),
      ...(campaigns !== null && { campaigns: JSON.stringify(campaigns) }),
      team_at: now,
    }),
  );
}

/** A plan that allows few listings allows fewer questions about the team. */
function freshFor(pullEveryMs: number, strangers: boolean): number {
  return strangers ? Math.max(minuteMs, pullEveryMs) : Math.max(10 * minuteMs, 8 * pullEveryMs);
}

function isStranger({ members, campaigns }: ConnectionRow, { assigneeId, campaignId }: VendorTask): boolean {
  const known = (id: string | null, among: readonly { id: string }[]) =>
    id === null || among.some((one) => one.id === id);
  return !known(assigneeId, members) || !known(campaignId, campaigns);
}

/** A plan may leave campaigns out while tasks work; then the ones known before stay. */
async function campaignsOrNone(asked: Promise<Campaign[]>): Promise<Campaign[] | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof VendorError && error.kind === 'refused') return null;
    throw error;
  }
}
