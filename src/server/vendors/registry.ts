import type { Vendor } from '#contract/vendors';

import { lemlistAdapter } from './lemlist/adapter';
import type { VendorAdapter } from './port';

const adapters: Record<Vendor, VendorAdapter> = { lemlist: lemlistAdapter };

/** The adapter of a vendor; every vendor has one. */
export function adapterFor(vendor: Vendor): VendorAdapter {
  return adapters[vendor];
}
