import type { Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { settledHorizon } from '../store/tasks/tasks';
import type { VendorAdapter, VendorTask } from '../vendors/port';

/**
 * One walk over a vendor's list. What was settled at or after `horizon` may be newer than what the pages say.
 */
export type Listing = {
  connectionId: string;
  vendor: Vendor;
  absenceMeansClosed: boolean;
  horizon: string;
  begunAt: Date;
  seen: Set<string>;
  /** By the vendor's id, tasks that the board does not know and that can be ones whose answer was lost. */
  found: Map<string, VendorTask>;
  /** How many tasks it has brought that the board did not know, and from how many on the database looks at them anew. */
  added: number;
  analyzeAt: number;
};

const manyTasks = 200;

/** Begins a listing; to be called before the first page is asked for. */
export async function beginListing(
  ctx: Context,
  connectionId: string,
  { vendor, absenceMeansClosed }: Pick<VendorAdapter, 'vendor' | 'absenceMeansClosed'>,
): Promise<Listing> {
  const begunAt = ctx.clock.now();
  const horizon = await settledHorizon(ctx.db);
  return {
    connectionId,
    vendor,
    absenceMeansClosed,
    horizon,
    begunAt,
    seen: new Set(),
    found: new Map(),
    added: 0,
    analyzeAt: manyTasks,
  };
}

/** Whether something written in that transaction was there for sure when the listing began. */
export function isBefore(listing: Listing, transaction: string | null): boolean {
  return transaction === null || BigInt(transaction) < BigInt(listing.horizon);
}

/** Whether the listing can prove that a command whose answer was lost was *not* done: the vendor had time to do it late. */
export function canDeny(listing: Listing, command: { uncertain_in: string | null; run_at: Date }): boolean {
  return isBefore(listing, command.uncertain_in) && command.run_at <= listing.begunAt;
}
