import type { Context, MiddlewareHandler } from 'hono';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import type { LemlistEnv } from '../request';

/** Calls that a key may make in each window (developer.lemlist.com, Rate limits). */
export const RATE_LIMIT = 20;
const WINDOW = 2000;

type Budget = { limit: number; remaining: number; resetAt: Date };

/** lemlist sends these four on every answer; the reset is a JavaScript Date as text. */
export function writeBudget(c: Context, now: Date, budget?: Budget): void {
  const { limit, remaining, resetAt } = budget ?? {
    limit: RATE_LIMIT,
    remaining: RATE_LIMIT,
    resetAt: new Date(now.getTime() + WINDOW),
  };
  c.header('Retry-After', String(Math.max(0, Math.ceil((resetAt.getTime() - now.getTime()) / 1000))));
  c.header('X-RateLimit-Limit', String(limit));
  c.header('X-RateLimit-Remaining', String(remaining));
  c.header('X-RateLimit-Reset', String(resetAt));
}

/**
 * Counts calls per key and refuses with 429 past the limit. The count lives in this process: it is worth two seconds, and one
 * process serves a sandbox, so a row in the database would only add a write to each call.
 */
export function limitRate(): MiddlewareHandler<LemlistEnv> {
  const windows = new Map<string, { startedAt: number; calls: number }>();
  return async (c, next) => {
    const { teamId, now } = c.get('scope');
    const limit = c.get('rateLimit');
    const at = now();
    const current = windows.get(teamId);
    const age = at.getTime() - (current?.startedAt ?? 0);
    const window = current && age >= 0 && age < WINDOW ? current : { startedAt: at.getTime(), calls: 0 };
    window.calls += 1;
    windows.set(teamId, window);
    writeBudget(c, at, {
      limit,
      remaining: Math.max(0, limit - window.calls),
      resetAt: new Date(window.startedAt + WINDOW),
    });
    if (window.calls > limit) throw new LemlistRefusal(429, assumed.text.tooManyRequests);
    await next();
  };
}
