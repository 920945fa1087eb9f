import { addHours } from 'date-fns';

import type { Context } from '../context';
import { recordKey, type Names } from '../pull/merge-task';
import { findConnection } from '../store/connections';
import { readRecords, saveRecords } from '../store/records';
import type { RecordRef, VendorTask } from '../vendors/port';
import type { VendorSession } from './open-vendor';

const freshHours = 6;

/** The names behind a page of tasks: those known and fresh from the store, the others from the vendor. */
export async function lookUpNames(
  ctx: Context,
  connectionId: string,
  { adapter, send }: VendorSession,
  tasks: readonly VendorTask[],
): Promise<Names> {
  const now = ctx.clock.now();
  const refs = new Map(tasks.flatMap((task) => namesNeeded(task)).map((ref) => [recordKey(ref), ref]));
  const known = await readRecords(ctx.db, ctx.workspaceId, connectionId, [...refs.values()]);
  const missing = [...refs].filter(([key]) => !isFresh(known.get(key), now)).map(([, ref]) => ref);
  const found = missing.length === 0 ? [] : await adapter.lookUpRecords(send, missing);
  await saveRecords(ctx.db, ctx.workspaceId, connectionId, found, now);
  const records = new Map([...known, ...found.map((record) => [recordKey(record), record] as const)]);
  const campaigns = (await findConnection(ctx.db, ctx.workspaceId, connectionId))?.campaigns ?? [];
  return { records, campaignStates: new Map(campaigns.map((campaign) => [campaign.id, campaign.state])) };
}

/** A lead is the same human as the contact beside it, so it costs a call of its own only where it stands alone. */
function namesNeeded(task: VendorTask): readonly RecordRef[] {
  const others = task.parents.filter((ref) => ref.kind !== 'lead');
  return others.length > 0 ? others : task.parents;
}

function isFresh(record: { lookedUpAt: Date } | undefined, now: Date): boolean {
  return record !== undefined && addHours(record.lookedUpAt, freshHours) > now;
}
