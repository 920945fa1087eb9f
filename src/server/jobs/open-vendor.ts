import { setTimeout as wait } from 'node:timers/promises';

import { vendorRules, type Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { takeCall } from '../store/budgets';
import { findConnection, type ConnectionRow } from '../store/connections';
import { VendorError, type Send, type VendorAdapter } from '../vendors/port';
import { adapterFor } from '../vendors/registry';
import { createSend } from '../vendors/send';

export type VendorSession = {
  adapter: VendorAdapter;
  send: Send;
  plan: string | null;
  /** The address at which this vendor can fetch files of ours, null when it cannot. */
  mediaBase: string | null;
};

/** Opens a connection for calls; null when it was removed. */
export type OpenVendor = (ctx: Context, connectionId: string) => Promise<VendorSession | null>;

/** Listings leave this part of the budget to what reps do. */
const readShare = 0.7;
/** Calls may bunch up on their way, so the vendor's window is kept a little longer than it says. */
const windowSlackMs = 150;

/** Whoever waits for longer comes again later instead, so that no claim and no request is kept open by it. */
const patienceMs = 15_000;

type Account = {
  vendor: Vendor;
  key: string;
  /** Only the practice vendor may live at a private address. */
  sandbox: boolean;
  /** Where the practice vendors are served. */
  sandboxOrigin: string;
  plan: string | null;
  take(write: boolean): Promise<void>;
  timeoutMs?: number | undefined;
};

/** Calls to one account at one vendor. */
export function sendTo(ctx: Context, account: Account): VendorSession {
  const adapter = adapterFor(account.vendor);
  const path = adapter.sandboxPath ?? new URL(adapter.baseUrl).pathname;
  const send = createSend({
    vendorLabel: vendorRules[account.vendor].label,
    baseUrl: account.sandbox ? `${account.sandboxOrigin}/sandbox/${account.vendor}${path}` : adapter.baseUrl,
    headers: adapter.authorize(account.key),
    allowPrivate: account.sandbox,
    take: account.take,
    clock: ctx.clock,
    classify: adapter.classify,
    ...(account.timeoutMs !== undefined && { timeoutMs: account.timeoutMs }),
  });
  const mediaBase = account.sandbox ? account.sandboxOrigin : ctx.publicBase;
  return { adapter, send, plan: account.plan, mediaBase };
}

/** Opens connections by their stored keys, each within its budget. */
export function vendorOpener(options: { sandboxOrigin: string; timeoutMs?: number | undefined }): OpenVendor {
  return async (ctx, connectionId) => {
    const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
    if (row === undefined) return null;
    const { vendor, sandbox, plan } = row;
    const key = ctx.secrets.open(row.key_sealed, connectionId);
    const take = (write: boolean) => takeTurn(ctx, row, write);
    return sendTo(ctx, { vendor, key, sandbox, plan, take, ...options });
  };
}

async function takeTurn(ctx: Context, { id, vendor, plan }: ConnectionRow, write: boolean): Promise<void> {
  const windows = adapterFor(vendor)
    .budgets(plan)
    .map(({ requests, perMs }) => ({
      requests: write ? requests : Math.max(1, Math.floor(requests * readShare)),
      perMs: perMs + windowSlackMs,
    }));
  for (let waitedMs = 0; ;) {
    const waitMs = await takeCall(ctx.db, ctx.workspaceId, {
      connectionId: id,
      windows,
      now: ctx.clock.now(),
    });
    if (waitMs === null) return;
    if (waitedMs + waitMs > patienceMs) throw notNow(vendor, new Date(ctx.clock.now().getTime() + waitMs));
    await wait(waitMs);
    waitedMs += waitMs;
  }
}

function notNow(vendor: Vendor, retryAt: Date): VendorError {
  const message = `${vendorRules[vendor].label} asks to go slower. Outboard waits and then goes on by itself.`;
  return new VendorError({ kind: 'limited', message, fields: [] }, { effect: 'none', retryAt });
}
