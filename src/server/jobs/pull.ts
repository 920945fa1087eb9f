import { addMilliseconds, addMinutes, addSeconds } from 'date-fns';

import { beginTrial } from '../connections/pass-circuit';
import { recordTrouble } from '../connections/record-trouble';
import type { Context } from '../context';
import { applyPage } from '../pull/apply-page';
import { closeMissing, whatIsMissing } from '../pull/close-missing';
import { joinFound } from '../pull/join-found';
import { keepStatistics } from '../pull/keep-statistics';
import { beginListing, type Listing } from '../pull/listing';
import { hasOpenCommands } from '../store/commands/commands';
import { findConnection, updateConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import { VendorError } from '../vendors/port';
import { keepLease, type KeptLease } from './keep-lease';
import { lookUpNames } from './look-up-names';
import type { OpenVendor, VendorSession } from './open-vendor';
import { refreshTeam } from './refresh-team';

const secondsAfterOwnFault = 30;

export type PullOptions = {
  connectionId: string;
  owner: string;
  openVendor: OpenVendor;
  stopping: AbortSignal;
};

/**
 * Walks a connection's list once and brings the board up to it. One process at a time does it. While the circuit is open
 * nothing is asked; when its time has come, the first call is the trial.
 */
export async function pull(ctx: Context, options: PullOptions): Promise<void> {
  const { connectionId, owner, stopping } = options;
  const lease = keepLease(ctx, { kind: 'pull', connectionId, owner });
  try {
    if (!(await lease.take())) return;
    const circuit = await beginTrial(ctx, connectionId);
    if (circuit === 'open') return;
    // Only a listing tells what became of an uncertain command, and a rep waits for that.
    const isWaitedFor = await hasOpenCommands(ctx.db, ctx.workspaceId, connectionId, ['uncertain']);
    const use = isWaitedFor ? 'rep' : 'listing';
    const vendor = await options.openVendor(ctx, connectionId, {
      use,
      stopping,
      hasTrial: circuit === 'trial',
    });
    if (vendor !== null) await follow(ctx, { connectionId, lease, stopping }, vendor);
  } catch (error) {
    // The listing stays due, for another process or for the next start.
    if (stopping.aborted) return;
    if (error instanceof VendorError) await postpone(ctx, connectionId, error);
    else {
      const until = addSeconds(ctx.clock.now(), secondsAfterOwnFault);
      await updateConnection(ctx.db, ctx.workspaceId, connectionId, { next_pull_at: until });
      throw error;
    }
  } finally {
    await lease.give();
  }
}

type Walk = Pick<PullOptions, 'connectionId' | 'stopping'> & { lease: KeptLease };

/**
 * Page numbers shift when a task is closed while the list is read, so one walk can miss a task that is there. What is
 * missing is therefore looked for in a second walk before anything is closed.
 */
async function follow(ctx: Context, options: Walk, vendor: VendorSession): Promise<void> {
  const { connectionId } = options;
  await refreshTeam(ctx, connectionId, vendor, []);
  const listing = await beginListing(ctx, connectionId, vendor.adapter);
  let end: End = await walk(ctx, options, vendor, listing);
  if (end !== 'stopped') await joinFound(ctx, listing);
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
async function walk(ctx: Context, options: Walk, vendor: VendorSession, listing: Listing) {
  const { connectionId } = options;
  let end: 'complete' | 'unreadable' = 'complete';
  for await (const page of vendor.adapter.listTasks(vendor.send)) {
    await refreshTeam(ctx, connectionId, vendor, page.tasks);
    const names = await lookUpNames(ctx, connectionId, vendor, page);
    await applyPage(ctx, listing, page, names);
    await keepStatistics(ctx, listing);
    for (const row of page.unreadable) {
      if (row.vendorTaskId === null) end = 'unreadable';
      ctx.log.warn({ connectionId, reason: row.reason }, 'a row of the vendor could not be read');
    }
    if (options.stopping.aborted || !(await options.lease.take())) return 'stopped' as const;
  }
  return end;
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

const shortestWaitMs = 5_000;
const longestWaitMs = 5 * 60_000;

/**
 * A listing that broke off closes nothing. The next one waits as long as the trouble already lasts, within bounds, or
 * until there are calls again. Where the circuit opened, that says why, and its trial comes first.
 */
async function postpone(ctx: Context, connectionId: string, error: VendorError): Promise<void> {
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  if (row?.circuit === 'closed') await recordTrouble(ctx, connectionId, error);
  const now = ctx.clock.now();
  const troubledMs = row?.trouble ? now.getTime() - Date.parse(row.trouble.since) : 0;
  const waitMs = Math.min(longestWaitMs, Math.max(shortestWaitMs, troubledMs));
  const until = error.retryAt ?? addMilliseconds(now, waitMs);
  await updateConnection(ctx.db, ctx.workspaceId, connectionId, { next_pull_at: until });
}
