import type { NewConnection } from '#contract/connection';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { VendorError } from '../vendors/port';
import { sendTo } from './open-vendor';

/** Tries a key before it is kept. Refuses one that the vendor does not know; a vendor that is away proves nothing. */
export async function checkKey(
  ctx: Context,
  sandboxOrigin: string,
  { vendor, key, sandbox }: Pick<NewConnection, 'vendor' | 'key' | 'sandbox'>,
): Promise<void> {
  const { adapter, send } = sendTo(ctx, {
    vendor,
    key,
    sandbox,
    plan: null,
    sandboxOrigin,
    take: async () => undefined,
  });
  try {
    await adapter.listMembers(send);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    if (error.kind !== 'auth') return;
    const message = `${vendorRules[vendor].label} does not know this key. Copy it again from your ${vendorRules[vendor].label} settings.`;
    throw new Refusal('invalid', message, [{ path: 'key', message }]);
  }
}
