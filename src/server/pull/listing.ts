import type { Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { settledHorizon } from '../store/tasks/tasks';

/**
 * One walk over a vendor's list. What was settled at or after `horizon` may be newer than what the pages say.
 */
export type Listing = { connectionId: string; vendor: Vendor; horizon: string; seen: Set<string> };

/** Begins a listing; to be called before the first page is asked for. */
export async function beginListing(ctx: Context, connectionId: string, vendor: Vendor): Promise<Listing> {
  return { connectionId, vendor, horizon: await settledHorizon(ctx.db), seen: new Set() };
}

/** Whether something written in that transaction was there for sure when the listing began. */
export function isBefore(listing: Listing, transaction: string | null): boolean {
  return transaction === null || BigInt(transaction) < BigInt(listing.horizon);
}
