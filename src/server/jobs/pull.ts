import { addMilliseconds, addMinutes, addSeconds } from 'date-fns';

import { recordTrouble } from '../connections/record-trouble';
import type { Context } from '../context';
import { nextAttempt } from '../ledger/settle-command';
import { applyPage } from '../pull/apply-page';
import { closeMissing, whatIsMissing } from '../pull/close-missing';
import { beginListing, type Listing } from '../pull/listing';
import { blockCalls } from '../store/budgets';
import { hasOpenCommands } from '../store/commands';
import { findConnection, giveLease, takeLease, updateConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import { VendorError } from '../vendors/port';
import { lookUpNames } from './look-up-names';
import { OutOfBudget, type OpenVendor, type VendorSession } from './open-vendor';
import { refreshTeam } from './refresh-team';

const leaseSeconds = 120;
const secondsAfterOwnFault = 30;

export type PullOptions = {
  connectionId: string;
  owner: string;
  openVendor: OpenVendor;
  stopping(): boolean;
};

/** Walks a connection's list once and brings the board up to it. One process at a time does it. */
export async function pull(ctx: Context, options: PullOptions): Promise<void> {
  const { connectionId, owner } = options;
  if (!(await prolong(ctx, options))) return;
  try {
    // Only a listing tells what became of an uncertain command, and a rep waits for that.
    const isWaitedFor = await hasOpenCommands(ctx.db, ctx.workspaceId, connectionId, ['uncertain']);
    const vendor = await options.openVendor(ctx, connectionId, isWaitedFor ? 'rep' : 'listing');
    if (vendor !== null) await follow(ctx, options, vendor);
  } catch (error) {
    if (error instanceof VendorError) await postpone(ctx, connectionId, error);
    else {
      const until = addSeconds(ctx.clock.now(), secondsAfterOwnFault);
      await updateConnection(ctx.db, ctx.workspaceId, connectionId, { next_pull_at: until });
      throw error;
    }
  } finally {
    await giveLease(ctx.db, ctx.workspaceId, { kind: 'pull', connectionId, owner });
  }
}

/**
 * Page numbers shift when a task is closed while the list is read, so one walk can miss a task that is there. What is
 * missing is therefore looked for in a second walk before anything is closed.
 */
async function follow(ctx: Context, options: PullOptions, vendor: VendorSession): Promise<void> {
  const { connectionId } = options;
  await refreshTeam(ctx, connectionId, vendor, []);
  const listing = await beginListing(ctx, connectionId, vendor.adapter);
  let end: End = await walk(ctx, options, vendor, listing);
  if (end === 'complete') {
    end = await lookForMissing(ctx, listing, () => walk(ctx, options, vendor, listing));
  }
  if (end === 'stopped') return;
  await recordTrouble(ctx, connectionId, troubleOf(end));
  const now = ctx.clock.now();
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, connectionId, {
      ...(end === 'complete' && { last_sync_at: now }),
      next_pull_at: addMilliseconds(now, vendor.adapter.pullEveryMs(vendor.plan)),
    }),
  );
}

async function lookForMissing(ctx: Context, listing: Listing, walkAgain: () => Promise<End>): Promise<End> {
  const missing = await whatIsMissing(ctx, listing);
  if (missing.tasks === 0 && !missing.creates) return 'complete';
  const end = await walkAgain();
  if (end !== 'complete') return end;
  const emptied = listing.seen.size === 0 && missing.tasks > closedByHand;
  if (emptied && !(await isEmptyForLong(ctx, listing.connectionId))) return 'empty';
  await closeMissing(ctx, listing);
  return 'complete';
}

/** Reads every page once; `unreadable` says that some rows could not even be identified. */
async function walk(ctx: Context, options: PullOptions, vendor: VendorSession, listing: Listing) {
  const { connectionId } = options;
  let end: 'complete' | 'unreadable' = 'complete';
  for await (const page of vendor.adapter.listTasks(vendor.send)) {
    await refreshTeam(ctx, connectionId, vendor, page.tasks);
    const names = await lookUpNames(ctx, connectionId, vendor, page);
    await applyPage(ctx, listing, page, names);
    for (const row of page.unreadable) {
      if (row.vendorTaskId === null) end = 'unreadable';
      ctx.log.warn({ connectionId, reason: row.reason }, 'a row of the vendor could not be read');
    }
    if (options.stopping() || !(await prolong(ctx, options))) return 'stopped' as const;
  }
  return end;
}

function prolong(ctx: Context, { connectionId, owner }: PullOptions): Promise<boolean> {
  const now = ctx.clock.now();
  return takeLease(ctx.db, ctx.workspaceId, {
    kind: 'pull',
    connectionId,
    owner,
    now,
    until: addSeconds(now, leaseSeconds),
  });
}

type End = 'complete' | 'unreadable' | 'empty' | 'stopped';

/** So many tasks can be the last ones, closed by people between two listings. */
const closedByHand = 5;
const emptyMinutes = 5;
const words = {
  unreadable: 'Some tasks of the last listing could not be read, so nothing was closed by it.',
  empty: 'The list is suddenly empty. Nothing is closed by that unless it stays so for some minutes.',
};

function troubleOf(end: Exclude<End, 'stopped'>): VendorError | null {
  if (end === 'complete') return null;
  return new VendorError({ kind: 'unreadable', message: words[end], fields: [] }, { effect: 'none' });
}

/** Whether the list has been empty for so long that it is no bad moment of the vendor. */
async function isEmptyForLong(ctx: Context, connectionId: string): Promise<boolean> {
  const trouble = (await findConnection(ctx.db, ctx.workspaceId, connectionId))?.trouble;
  if (trouble?.message !== words.empty) return false;
  return addMinutes(new Date(trouble.since), emptyMinutes) <= ctx.clock.now();
}

/** A listing that broke off closes nothing; the next one comes when the vendor said, or after a growing wait. */
async function postpone(ctx: Context, connectionId: string, error: VendorError): Promise<void> {
  const now = ctx.clock.now();
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  const troubledFor = row?.trouble ? (now.getTime() - Date.parse(row.trouble.since)) / 1000 : 0;
  const until = error.retryAt ?? nextAttempt(now, 2 + Math.floor(Math.log2(1 + troubledFor / 4)));
  if (error.kind === 'limited' && !(error instanceof OutOfBudget))
    await blockCalls(ctx.db, ctx.workspaceId, connectionId, until);
  await updateConnection(ctx.db, ctx.workspaceId, connectionId, { next_pull_at: until });
  await recordTrouble(ctx, connectionId, error);
}
