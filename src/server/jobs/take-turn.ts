import { setTimeout as wait } from 'node:timers/promises';

import { addMilliseconds } from 'date-fns';

import type { VendorFailure } from '#contract/command';
import { vendorRules } from '#contract/vendors';

import { PutOff, type Pass } from '../connections/pass-circuit';
import { usedUp } from '../connections/used-up';
import type { Context } from '../context';
import { takeCall, untilRoom } from '../store/budgets';
import type { ConnectionRow } from '../store/connections';
import { patience } from '../vendors/port';
import { adapterFor } from '../vendors/registry';

/** `listing`: the board's own reading; `rep`: reading that somebody waits for; `change`: what a rep did. */
export type Use = 'listing' | 'rep' | 'change';

/** How much of the budget may be gone for a call to be made still: listings leave a part to reps, both leave one to changes. */
const shares: Record<Use, number> = { listing: 0.7, rep: 0.85, change: 1 };
/** Calls may bunch up on their way, so the vendor's window is kept a little longer than it says. */
const windowSlackMs = 150;

type Turn = { use: Use; stopping: AbortSignal | undefined; pass(): Promise<Pass> };

/**
 * Ends when a call may be made: its circuit lets it through and its budget has room. Throws `PutOff` otherwise. That one
 * use has none left tells nothing about the others.
 */
export async function takeTurn(ctx: Context, row: ConnectionRow, turn: Turn): Promise<void> {
  for (let waitedMs = 0; ;) {
    // The circuit may have opened while a turn was waited for.
    const { isTrial } = await turn.pass();
    const now = ctx.clock.now();
    const windows = windowsOf(row, isTrial ? 'change' : turn.use);
    const waitMs = await takeCall(ctx.db, ctx.workspaceId, { connectionId: row.id, windows, now });
    if (waitMs === null) return;
    // Whoever waits for longer comes again later instead, so that no claim and no request is kept open by it.
    if (waitedMs + waitMs > patience.turnMs) {
      throw new PutOff('limited', spentWords(row, turn.use, waitMs), addMilliseconds(now, waitMs));
    }
    await wait(waitMs, undefined, turn.stopping === undefined ? {} : { signal: turn.stopping });
    waitedMs += waitMs;
  }
}

/** Why the budget has no room for a write for longer than one may wait for it; null where it has. */
export async function whySpent(ctx: Context, row: ConnectionRow): Promise<VendorFailure | null> {
  const call = { connectionId: row.id, windows: windowsOf(row, 'change'), now: ctx.clock.now() };
  const waitMs = await untilRoom(ctx.db, ctx.workspaceId, call);
  if (waitMs <= patience.turnMs) return null;
  return { kind: 'limited', message: spentWords(row, 'change', waitMs), fields: [] };
}

function windowsOf({ vendor, plan }: ConnectionRow, use: Use) {
  return adapterFor(vendor)
    .budgets(plan)
    .map(({ requests, perMs }) => ({
      requests: Math.max(1, Math.floor(requests * shares[use])),
      perMs: perMs + windowSlackMs,
    }));
}

const hourMs = 60 * 60_000;
const soon = (label: string) => `${label} asks to go slower. Outboard waits and then goes on by itself.`;
const noListing = (label: string) =>
  `Reading the list of ${label} has used its part of the calls that the plan allows today. It goes on after midnight UTC; your changes still go out.`;

function spentWords({ vendor }: ConnectionRow, use: Use, waitMs: number): string {
  const words = waitMs < hourMs ? soon : use === 'listing' ? noListing : usedUp;
  return words(vendorRules[vendor].label);
}
