import { setTimeout as wait } from 'node:timers/promises';

import { vendorRules, type Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { takeCall } from '../store/budgets';
import { findConnection, type ConnectionRow } from '../store/connections';
import { VendorError, patience, type Send, type VendorAdapter } from '../vendors/port';
import { adapterFor } from '../vendors/registry';
import { createSend, type SendOptions } from '../vendors/send';

export type VendorSession = {
  adapter: VendorAdapter;
  send: Send;
  /** The same for calls that must all be over after so many milliseconds. */
  sendWithin(milliseconds: number): Send;
  plan: string | null;
  /** The address at which this vendor can fetch files of ours, null when it cannot. */
  mediaBase: string | null;
};

/** `listing`: the board's own reading; `rep`: somebody waits for it. */
type Use = 'listing' | 'rep';

/** Opens a connection for calls; null when it was removed. */
export type OpenVendor = (ctx: Context, connectionId: string, use: Use) => Promise<VendorSession | null>;

/** How much of the budget may be gone for a read to be made still: listings leave a part to reps, both leave one to changes. */
const readShare: Record<Use, number> = { listing: 0.7, rep: 0.85 };
/** Calls may bunch up on their way, so the vendor's window is kept a little longer than it says. */
const windowSlackMs = 150;

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
  const options: SendOptions = {
    vendorLabel: vendorRules[account.vendor].label,
    baseUrl: account.sandbox ? `${account.sandboxOrigin}/sandbox/${account.vendor}${path}` : adapter.baseUrl,
    headers: adapter.authorize(account.key),
    allowPrivate: account.sandbox,
    take: account.take,
    clock: ctx.clock,
    classify: adapter.classify,
    ...(account.timeoutMs !== undefined && { timeoutMs: account.timeoutMs }),
  };
  const mediaBase = account.sandbox ? account.sandboxOrigin : ctx.publicBase;
  return {
    adapter,
    send: createSend(options),
    sendWithin: (milliseconds) => createSend({ ...options, endsAt: performance.now() + milliseconds }),
    plan: account.plan,
    mediaBase,
  };
}

/** Opens connections by their stored keys, each within its budget. */
export function vendorOpener(options: { sandboxOrigin: string; timeoutMs?: number | undefined }): OpenVendor {
  return async (ctx, connectionId, use) => {
    const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
    if (row === undefined) return null;
    const { vendor, sandbox, plan } = row;
    const key = ctx.secrets.open(row.key_sealed, connectionId);
    const take = (write: boolean) => takeTurn(ctx, row, write ? null : use);
    return sendTo(ctx, { vendor, key, sandbox, plan, take, ...options });
  };
}

/** For a read by its use, for a change with null. */
async function takeTurn(ctx: Context, { id, vendor, plan }: ConnectionRow, read: Use | null): Promise<void> {
  const share = read === null ? 1 : readShare[read];
  const windows = adapterFor(vendor)
    .budgets(plan)
    .map(({ requests, perMs }) => ({
      requests: Math.max(1, Math.floor(requests * share)),
      perMs: perMs + windowSlackMs,
    }));
  for (let waitedMs = 0; ;) {
    const now = ctx.clock.now();
    const waitMs = await takeCall(ctx.db, ctx.workspaceId, { connectionId: id, windows, now });
    if (waitMs === null) return;
    // Whoever waits for longer comes again later instead, so that no claim and no request is kept open by it.
    if (waitedMs + waitMs > patience.turnMs)
      throw new OutOfBudget(vendorRules[vendor].label, read, { now, waitMs });
    await wait(waitMs);
    waitedMs += waitMs;
  }
}

/** Our own count says that this call has to wait, which tells nothing about calls of another use. */
export class OutOfBudget extends VendorError {
  constructor(label: string, read: Use | null, { now, waitMs }: { now: Date; waitMs: number }) {
    const message = waitMs < hourMs ? soon(label) : read === 'listing' ? noListing(label) : noMore(label);
    super(
      { kind: 'limited', message, fields: [] },
      { effect: 'none', retryAt: new Date(now.getTime() + waitMs) },
    );
  }
}

const hourMs = 60 * 60_000;
const soon = (label: string) => `${label} asks to go slower. Outboard waits and then goes on by itself.`;
const noListing = (label: string) =>
  `Reading the list of ${label} has used its part of the calls that the plan allows today. It goes on after midnight UTC; your changes still go out.`;
const noMore = (label: string) =>
  `The calls that the ${label} plan allows today are used up. Outboard goes on by itself after midnight UTC.`;
