import { addMilliseconds, addSeconds } from 'date-fns';

import { recordTrouble } from '../connections/record-trouble';
import type { Context } from '../context';
import { nextAttempt } from '../ledger/settle-command';
import { applyPage } from '../pull/apply-page';
import { closeMissing } from '../pull/close-missing';
import { beginListing } from '../pull/listing';
import { blockCalls } from '../store/budgets';
import { findConnection, giveLease, takeLease, updateConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import { VendorError } from '../vendors/port';
import { lookUpNames } from './look-up-names';
import type { OpenVendor, VendorSession } from './open-vendor';
import { refreshTeam } from './refresh-team';

const leaseSeconds = 120;

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
    const vendor = await options.openVendor(ctx, connectionId);
    if (vendor !== null) await walk(ctx, options, vendor);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    await postpone(ctx, connectionId, error);
  } finally {
    await giveLease(ctx.db, ctx.workspaceId, { kind: 'pull', connectionId, owner });
  }
}

async function walk(ctx: Context, options: PullOptions, vendor: VendorSession): Promise<void> {
  const { connectionId } = options;
  await refreshTeam(ctx, connectionId, vendor);
  const listing = await beginListing(ctx, connectionId, vendor.adapter.vendor);
  let complete = true;
  for await (const page of vendor.adapter.listTasks(vendor.send)) {
    const names = await lookUpNames(ctx, connectionId, vendor, page.tasks);
    await applyPage(ctx, listing, page, names);
    for (const row of page.unreadable) {
      complete &&= row.vendorTaskId !== null;
      ctx.log.warn({ connectionId, reason: row.reason }, 'a row of the vendor could not be read');
    }
    if (options.stopping() || !(await prolong(ctx, options))) return;
  }
  if (complete && vendor.adapter.absenceMeansClosed) await closeMissing(ctx, listing);
  await recordTrouble(ctx, connectionId, complete ? null : unreadableRows());
  const now = ctx.clock.now();
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, connectionId, {
      ...(complete && { last_sync_at: now }),
      next_pull_at: addMilliseconds(now, vendor.adapter.pullEveryMs),
    }),
  );
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

function unreadableRows(): VendorError {
  const message = 'Some tasks of the last listing could not be read, so nothing was closed by it.';
  return new VendorError({ kind: 'unreadable', message, fields: [] }, { effect: 'none' });
}

/** A listing that broke off closes nothing; the next one comes when the vendor said, or after a growing wait. */
async function postpone(ctx: Context, connectionId: string, error: VendorError): Promise<void> {
  const now = ctx.clock.now();
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  const troubledFor = row?.trouble ? (now.getTime() - Date.parse(row.trouble.since)) / 1000 : 0;
  const until = error.retryAt ?? nextAttempt(now, 2 + Math.floor(Math.log2(1 + troubledFor / 4)));
  if (error.kind === 'limited') await blockCalls(ctx.db, ctx.workspaceId, connectionId, until);
  await updateConnection(ctx.db, ctx.workspaceId, connectionId, { next_pull_at: until });
  await recordTrouble(ctx, connectionId, error);
}
