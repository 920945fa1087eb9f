import type { Vendor } from '#contract/vendors';

import { leadlexAdapter } from './leadlex/adapter';
import { lemlistAdapter } from './lemlist/adapter';
import type { VendorAdapter } from './port';
import { saleshandyAdapter } from './saleshandy/adapter';

const adapters: Record<Vendor, VendorAdapter> = {
  lemlist: lemlistAdapter,
  saleshandy: saleshandyAdapter,
  leadlex: leadlexAdapter,
};

/** The adapter of a vendor; every vendor has one. */
export function adapterFor(vendor: Vendor): VendorAdapter {
  return adapters[vendor];
}
