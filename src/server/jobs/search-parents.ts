import type { ParentMatch } from '#contract/parent';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { VendorError } from '../vendors/port';
import type { OpenVendor } from './open-vendor';

/** Contacts and companies of a connection by name, asked of the vendor itself. Refuses when it does not answer. */
export async function searchParents(
  ctx: Context,
  openVendor: OpenVendor,
  connectionId: string,
  query: string,
): Promise<ParentMatch[]> {
  try {
    const vendor = await openVendor(ctx, connectionId);
    if (vendor !== null) return await vendor.adapter.searchParents(vendor.send, query);
  } catch (error) {
    if (error instanceof VendorError) throw new Refusal('vendor', error.message);
    throw error;
  }
  const message = 'This connection is not there. Choose another one.';
  throw new Refusal('not-found', message, [{ path: 'connection', message }]);
}
