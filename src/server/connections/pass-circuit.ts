import { addSeconds } from 'date-fns';

import type { VendorFailure } from '#contract/command';

import type { Context } from '../context';
import { takeTrial } from '../store/circuits';
import { findConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import { VendorError, patience } from '../vendors/port';

/** The call was not made at all, since it is not its time; the vendor knows nothing of it. */
export class PutOff extends VendorError {
  constructor(kind: VendorFailure['kind'], message: string, retryAt: Date | null) {
    super({ kind, message, fields: [] }, { effect: 'none', retryAt });
    this.name = 'PutOff';
  }
}

/** Longer than a read and its second try may take, so that it runs out only when its process is gone. */
const trialSeconds = (2 * (patience.turnMs + patience.answerMs)) / 1000 + 10;

/**
 * Makes an open circuit half-open when its time has come: one process gets the `trial`, for all others it stays `open`.
 */
export async function beginTrial(ctx: Context, id: string): Promise<'closed' | 'trial' | 'open'> {
  const row = await findConnection(ctx.db, ctx.workspaceId, id);
  if (row === undefined || row.circuit === 'closed') return 'closed';
  const now = ctx.clock.now();
  const trial = { id, now, until: addSeconds(now, trialSeconds) };
  const taken = await transaction(ctx, 'connections', (tx) => takeTrial(tx, ctx.workspaceId, trial), Boolean);
  return taken ? 'trial' : 'open';
}

export type Pass = {
  /** The call is the trial by which the circuit closes or stays open. */
  isTrial: boolean;
  /** Calls before it failed, so that its success is news. */
  isAfterFailures: boolean;
};

/** Lets a call through, or the trial alone while the circuit is half-open; throws `PutOff` otherwise. */
export async function passCircuit(ctx: Context, id: string, hasTrial: boolean): Promise<Pass> {
  const row = await findConnection(ctx.db, ctx.workspaceId, id);
  if (row === undefined || row.circuit === 'closed')
    return { isTrial: false, isAfterFailures: (row?.failures ?? 0) > 0 };
  if (hasTrial && row.circuit === 'half-open') return { isTrial: true, isAfterFailures: true };
  throw new PutOff(row.cause?.kind ?? 'down', row.cause?.message ?? '', row.retry_at);
}
