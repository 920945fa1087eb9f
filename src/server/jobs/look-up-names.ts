import { addHours } from 'date-fns';

import type { Context } from '../context';
import { recordKey, type Names } from '../pull/merge-task';
import { findConnection } from '../store/connections';
import { readRecords, saveRecords } from '../store/records';
import {
  VendorError,
  type RecordRef,
  type TaskListPage,
  type VendorRecord,
  type VendorTask,
} from '../vendors/port';
import type { VendorSession } from './open-vendor';

const freshHours = 6;

/** The names behind a page of tasks: those known and fresh from the store, the others from the vendor. */
export async function lookUpNames(
  ctx: Context,
  connectionId: string,
  vendor: VendorSession,
  page: TaskListPage,
): Promise<Names> {
  const now = ctx.clock.now();
  const { tasks, records: inline } = page;
  const refs = new Map(tasks.flatMap((task) => namesNeeded(task)).map((ref) => [recordKey(ref), ref]));
  const told = new Set(inline.map((record) => recordKey(record)));
  const known = await readRecords(ctx.db, ctx.workspaceId, connectionId, [...refs.values()]);
  const missing = [...refs]
    .filter(([key]) => !told.has(key) && !isFresh(known.get(key), now))
    .map(([, ref]) => ref);
  const asked = missing.length === 0 ? [] : await ask(vendor, missing);
  const found = [...inline, ...asked];
  await saveRecords(ctx.db, ctx.workspaceId, connectionId, uniqueRecords(found), now);
  const records = new Map([...known, ...found.map((record) => [recordKey(record), record] as const)]);
  const campaigns = (await findConnection(ctx.db, ctx.workspaceId, connectionId))?.campaigns ?? [];
  return { records, campaignStates: new Map(campaigns.map((campaign) => [campaign.id, campaign.state])) };
}

/** What the vendor tells; a record it does not know is kept without a name, so that it is not asked for at each listing. */
async function ask({ adapter, send }: VendorSession, refs: readonly RecordRef[]): Promise<VendorRecord[]> {
  const found = await adapter.lookUpRecords(send, refs).catch((error: unknown) => {
    if (error instanceof VendorError && error.kind === 'refused') return [];
    throw error;
  });
  const told = new Set(found.map((record) => recordKey(record)));
  return [
    ...found,
    ...refs.filter((ref) => !told.has(recordKey(ref))).map((ref) => ({ ...ref, name: '', person: nobody })),
  ];
}

const nobody = { name: null, company: null, jobTitle: null, email: null, phone: null, linkedin: null };

/** A lead is the same human as the contact beside it, so it costs a call of its own only where it stands alone. */
function namesNeeded(task: VendorTask): readonly RecordRef[] {
  const others = task.parents.filter((ref) => ref.kind !== 'lead');
  return others.length > 0 ? others : task.parents;
}

function uniqueRecords(records: readonly VendorRecord[]): VendorRecord[] {
  return [...new Map(records.map((record) => [recordKey(record), record])).values()];
}

function isFresh(record: { lookedUpAt: Date } | undefined, now: Date): boolean {
  return record !== undefined && addHours(record.lookedUpAt, freshHours) > now;
}
