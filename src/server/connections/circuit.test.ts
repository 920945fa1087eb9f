import { addSeconds } from 'date-fns';
import { describe, expect, it } from 'vitest';

import type { VendorFailure } from '#contract/command';

import { VendorError } from '../vendors/port';
import { afterFailure, closedCircuit, type Circuit, type FailedCall } from './circuit';

const now = new Date('2026-03-10T09:00:00.000Z');
const closed: Circuit = { vendor: 'lemlist', ...closedCircuit };

function failed(
  kind: VendorFailure['kind'],
  more: Partial<FailedCall> & { retryAt?: Date } = {},
): FailedCall {
  const { retryAt = null, ...call } = more;
  const failure = { kind, message: `${kind} in the vendor's words.`, fields: [] };
  const error = new VendorError(failure, { effect: 'none', retryAt });
  return { error, isTrial: false, isWrite: false, pullEveryMs: 10_000, ...call };
}

/** The circuit after these calls, one after the other; a trial at the very end of each pause. */
function after(calls: FailedCall[], row = closed, at = now): Circuit {
  const circuit = { ...row };
  for (const call of calls) {
    const moment = call.isTrial ? (circuit.retry_at ?? at) : at;
    Object.assign(circuit, afterFailure(circuit, call, moment));
  }
  return circuit;
}

const pauseOf = ({ retry_at }: Circuit, from = now) => (retry_at!.getTime() - from.getTime()) / 1000;

describe('a circuit', () => {
  it.each(['down', 'unreadable'] as const)('opens after three calls in a row that are %s', (kind) => {
    expect(after([failed(kind), failed(kind)])).toMatchObject({
      circuit: 'closed',
      failures: 2,
      cause: null,
    });
    const open = after([failed(kind), failed(kind), failed(kind)]);
    expect(open).toMatchObject({ circuit: 'open', cause: { kind, since: now.toISOString() } });
    expect(pauseOf(open)).toBe(5);
  });

  it('opens at once for a key that is refused, and tries it every ten minutes', () => {
    const open = after([failed('auth')]);
    expect(open.cause?.message).toBe("auth in the vendor's words.");
    expect(pauseOf(open)).toBe(600);
    expect(pauseOf(after([failed('auth', { isTrial: true })], open), open.retry_at!)).toBe(600);
  });

  it('asks soon by a read whether a key is bad that was refused for a write', () => {
    expect(pauseOf(after([failed('auth', { isWrite: true })]))).toBe(5);
  });

  it('opens at once for a vendor that asks to go slower, until the time that it says', () => {
    expect(pauseOf(after([failed('limited', { retryAt: addSeconds(now, 90) })]))).toBe(90);
    expect(pauseOf(after([failed('limited', { retryAt: now })]))).toBe(1);
    expect(pauseOf(after([failed('limited')]))).toBe(5);
  });

  it('stays closed through refusals: whoever refuses is there', () => {
    expect(afterFailure(closed, failed('refused'), now)).toBeNull();
  });

  it('waits twice as long after each trial that fails, up to five minutes', () => {
    let open = after([failed('down'), failed('down'), failed('down')]);
    const pauses = [pauseOf(open)];
    for (let count = 0; count < 8; count += 1) {
      const from = open.retry_at!;
      open = after([failed('down', { isTrial: true })], open);
      pauses.push(pauseOf(open, from));
    }
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
    expect(open.cause?.since).toBe(now.toISOString());
  });

  it('waits up to the time between listings where the plan has few calls', () => {
    const scarce = { pullEveryMs: 2_700_000, isTrial: true };
    const open = { ...after([failed('auth')]), pause_ms: 1_500_000 };
    expect(pauseOf(after([failed('down', scarce)], open), open.retry_at!)).toBe(2700);
  });

  it('that closed a moment ago goes on where it was, and begins anew after minutes without trouble', () => {
    const lately = { ...closed, pause_ms: 40_000, retry_at: addSeconds(now, -60) };
    const calls = [failed('down'), failed('down'), failed('down')];
    expect(pauseOf(after(calls, lately))).toBe(80);
    expect(pauseOf(after(calls, { ...lately, retry_at: addSeconds(now, -301) }))).toBe(5);
  });

  it('takes from calls that were under way when it opened only what says more', () => {
    const open = after([failed('down'), failed('down'), failed('down')]);
    expect(afterFailure(open, failed('down'), now)).toBeNull();
    const limited = after([failed('limited', { retryAt: addSeconds(now, 60) })], open);
    expect(pauseOf(limited)).toBe(60);
    expect(afterFailure(limited, failed('limited', { retryAt: addSeconds(now, 2) }), now)).toBeNull();
    const auth = after([failed('auth')], limited);
    expect(auth.cause?.kind).toBe('auth');
    expect(afterFailure(auth, failed('limited', { retryAt: addSeconds(now, 9000) }), now)).toBeNull();
  });
});
