import type { VendorFailure } from '#contract/command';
import { vendorRules, type Vendor } from '#contract/vendors';

import { hearOfCall } from '../connections/hear-of-call';
import { passCircuit, PutOff, type Pass } from '../connections/pass-circuit';
import type { Context } from '../context';
import { findConnection, type ConnectionRow } from '../store/connections';
import { VendorError, type Send, type VendorAdapter } from '../vendors/port';
import { adapterFor } from '../vendors/registry';
import { createSend, type SendOptions } from '../vendors/send';
import { takeTurn, whySpent, type Use } from './take-turn';

export type VendorSession = {
  adapter: VendorAdapter;
  send: Send;
  /** The same for calls that must all be over after so many milliseconds. */
  sendWithin(milliseconds: number): Send;
  plan: string | null;
  /** The address at which this vendor can fetch files of ours, null when it cannot. */
  mediaBase: string | null;
};

export type OpenSession = VendorSession & {
  /** Tells the circuit how a write ended, once its answer was read; null when the vendor did it. */
  hear(error: VendorError | null): Promise<void>;
  /** Why no change can be sent for a while, when the budget is used up. */
  whySpent(): Promise<VendorFailure | null>;
};

export type Opening = {
  /** What is read for; `rep` when left out. */
  use?: Use;
  /** Calls that only read break off when it is aborted. */
  stopping?: AbortSignal;
  /** The session has the trial of the half-open circuit. */
  hasTrial?: boolean;
};

/**
 * Opens a connection for calls, each within its budget and only while its circuit lets it through; null when it was
 * removed. Throws `VendorError` when its key cannot be opened.
 */
export type OpenVendor = (
  ctx: Context,
  connectionId: string,
  opening?: Opening,
) => Promise<OpenSession | null>;

type Account = {
  vendor: Vendor;
  key: string;
  /** Only the practice vendor may live at a private address. */
  sandbox: boolean;
  /** Where the practice vendors are served. */
  sandboxOrigin: string;
  plan: string | null;
  take(write: boolean): Promise<void>;
  heard?: ((error: VendorError | null, write: boolean) => Promise<void>) | undefined;
  timeoutMs?: number | undefined;
  stopping?: AbortSignal | undefined;
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
    heard: account.heard,
    clock: ctx.clock,
    classify: adapter.classify,
    ...(account.timeoutMs !== undefined && { timeoutMs: account.timeoutMs }),
    stopping: account.stopping,
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

/** Opens connections by their stored keys. */
export function vendorOpener(options: { sandboxOrigin: string; timeoutMs?: number | undefined }): OpenVendor {
  return async (ctx, connectionId, { use = 'rep', stopping, hasTrial = false } = {}) => {
    const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
    if (row === undefined) return null;
    const { vendor, sandbox, plan } = row;
    const circuit = watchCircuit(ctx, row, hasTrial);
    const key = openKey(ctx, row);
    if (key instanceof VendorError) {
      await circuit.hear(key, false);
      throw key;
    }
    const session = sendTo(ctx, {
      ...options,
      vendor,
      key,
      sandbox,
      plan,
      stopping,
      take: (write) => takeTurn(ctx, row, { use: write ? 'change' : use, stopping, pass: circuit.pass }),
      // A read is judged by whether an answer came, since an odd list says nothing of what else can be done.
      heard: async (error, write) => {
        if (!write && stopping?.aborted !== true) await circuit.hear(error, false);
      },
    });
    return { ...session, hear: (error) => circuit.hear(error, true), whySpent: () => whySpent(ctx, row) };
  };
}

/** Between a connection's calls and its circuit. */
function watchCircuit(ctx: Context, row: ConnectionRow, hasTrial: boolean) {
  let last: Pass = { isTrial: hasTrial, isAfterFailures: true };
  const pullEveryMs = adapterFor(row.vendor).pullEveryMs(row.plan);
  return {
    async pass(): Promise<Pass> {
      last = await passCircuit(ctx, row.id, hasTrial);
      return last;
    },
    async hear(error: VendorError | null, isWrite: boolean): Promise<void> {
      if (error instanceof PutOff || (error === null && !last.isAfterFailures)) return;
      await hearOfCall(ctx, row, { error, isWrite, isTrial: last.isTrial, pullEveryMs });
    },
  };
}

function openKey(ctx: Context, row: ConnectionRow): string | VendorError {
  try {
    return ctx.secrets.open(row.key_sealed, row.id);
  } catch (cause) {
    const message = `Outboard cannot open the key of ${vendorRules[row.vendor].label} any more, because its own secret (OUTBOARD_SECRET) is another one now. Paste the key again.`;
    return new VendorError({ kind: 'auth', message, fields: [] }, { effect: 'none', cause });
  }
}
