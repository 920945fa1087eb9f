import type { Context, Env, Hono, MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';

import { type CallOwner, type CallTables, logCall } from '../call-log';
import { type FaultTables, takeFault } from '../faults';
import { type FaultAnswers, misbehave } from '../misbehave';

type Gate<E extends Env> = {
  db: Kysely<CallTables & FaultTables>;
  clock: { now(): Date };
  ownerOf(c: Context<E>): CallOwner;
  /** The vendor's own path of a call. */
  pathOf(c: Context<E>): string;
  limitRate: MiddlewareHandler<E>;
  /** How the vendor looks when it is out of order. */
  answers: FaultAnswers;
};

/** What becomes of each call once its key is known, before the vendor's own work: it is logged, counted, and may meet a fault. */
export function passGate<E extends Env>(api: Hono<E>, gate: Gate<E>): void {
  const { db, clock, ownerOf, pathOf } = gate;
  api.use((c, next) => logCall(db, ownerOf(c), { path: pathOf(c), at: clock.now() }, c, next));
  api.use(gate.limitRate);
  api.use(async (c, next) => {
    const { vendor, account } = ownerOf(c);
    const fault = await takeFault(db, vendor, account, { method: c.req.method, path: pathOf(c) });
    return fault === undefined ? next() : misbehave(c, next, fault, gate.answers);
  });
}
