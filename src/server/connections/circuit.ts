import { addMilliseconds, addMinutes, max } from 'date-fns';

import type { VendorFailure } from '#contract/command';
import type { CircuitState } from '#contract/connection';
import { vendorRules, type Vendor } from '#contract/vendors';

import type { VendorError } from '../vendors/port';

/** What a connection's row knows of its circuit. */
export type Circuit = {
  vendor: Vendor;
  circuit: CircuitState;
  cause: { kind: VendorFailure['kind']; message: string; since: string } | null;
  failures: number;
  pause_ms: number;
  retry_at: Date | null;
};

export type FailedCall = {
  error: VendorError;
  /** It was tried while the circuit was half-open. */
  isTrial: boolean;
  isWrite: boolean;
  /** Milliseconds between listings: a plan with few calls a day has none to spend on asking more often. */
  pullEveryMs: number;
};

/** A circuit that is as it was at first; given with a new key. */
export const closedCircuit = {
  circuit: 'closed',
  cause: null,
  failures: 0,
  pause_ms: 0,
  retry_at: null,
} as const;

const failuresToOpen = 3;
const shortestPauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
const authPauseMs = 10 * 60_000;
/** Whoever says "in 0 seconds" shall not be asked without end. */
const shortestLimitMs = 1_000;
/** A vendor that fails again so soon after a pause has not been well in between. */
const relapseMinutes = 5;

/**
 * What becomes of a circuit by a call that failed; null where it stays as it is. A key that is refused and a vendor that
 * asks to go slower open it at once, silence and nonsense after a few in a row. A refusal is no failure: it is a sign of
 * life.
 */
export function afterFailure(row: Circuit, call: FailedCall, now: Date): Omit<Circuit, 'vendor'> | null {
  const { kind } = call.error;
  if (kind === 'refused') return null;
  if (row.circuit === 'closed' && (kind === 'down' || kind === 'unreadable')) {
    const failures = row.failures + 1;
    if (failures < failuresToOpen) return { ...circuitOf(row), failures };
  }
  const pause = pauseAfter(row, call, now);
  // Calls that were under way when it opened say nothing new, unless the vendor says more by them.
  if (row.circuit !== 'closed' && !call.isTrial && !saysMore(row, call, pause.retry_at)) return null;
  const cause = { kind, message: causeWords(row.vendor, call.error), since: since(row, kind, now) };
  return { circuit: 'open', cause, failures: 0, ...pause };
}

function circuitOf({ circuit, cause, failures, pause_ms, retry_at }: Circuit): Omit<Circuit, 'vendor'> {
  return { circuit, cause, failures, pause_ms, retry_at };
}

function saysMore({ cause, retry_at }: Circuit, { error }: FailedCall, until: Date): boolean {
  if (error.kind === 'auth') return cause?.kind !== 'auth';
  return error.kind === 'limited' && cause?.kind !== 'auth' && (retry_at === null || until > retry_at);
}

/** `pause_ms` is what a relapse doubles; a pause that the vendor or the key asked for is no measure for it. */
function pauseAfter(row: Circuit, { error, isWrite, pullEveryMs }: FailedCall, now: Date) {
  if (error.kind === 'auth') {
    // A vendor may forbid one write alone: whether the key is bad shows by a call that reads.
    return { retry_at: addMilliseconds(now, isWrite ? shortestPauseMs : authPauseMs), pause_ms: 0 };
  }
  if (error.retryAt !== null)
    return { retry_at: max([error.retryAt, addMilliseconds(now, shortestLimitMs)]), pause_ms: 0 };
  const isRelapse = row.retry_at !== null && now <= addMinutes(row.retry_at, relapseMinutes);
  const grown = isRelapse ? Math.min(2 * row.pause_ms, Math.max(longestPauseMs, pullEveryMs)) : 0;
  const pause_ms = Math.max(shortestPauseMs, grown);
  return { retry_at: addMilliseconds(now, pause_ms), pause_ms };
}

/** The same trouble goes on, however often it was tried meanwhile. */
function since(row: Circuit, kind: VendorFailure['kind'], now: Date): string {
  return row.cause?.kind === kind ? row.cause.since : now.toISOString();
}

function causeWords(vendor: Vendor, { kind, message }: VendorError): string {
  const { label } = vendorRules[vendor];
  if (kind === 'down') return `${label} does not answer.`;
  return kind === 'unreadable' ? `${label} answers what Outboard cannot read.` : message;
}
