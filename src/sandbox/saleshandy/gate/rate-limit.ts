import type { Context, MiddlewareHandler } from 'hono';

import { assumed } from '../assumptions';
import { SaleshandyRefusal } from '../refusal';
import type { SaleshandyEnv } from '../request';

type Budget = { remaining: number; resetAt: Date };

/** Headers as an integrator saw them; the reset is a date as text. */
function writeBudget(c: Context, { remaining, resetAt }: Budget): void {
  c.header('x-ratelimit-remaining', String(Math.max(0, remaining)));
  c.header('x-ratelimit-reset', resetAt.toISOString());
}

/** Writes the budget of a key that has none left, `retry-after` in seconds, and gives the refusal to throw. */
export function tooMany(c: Context, now: Date, resetAt: Date): SaleshandyRefusal {
  writeBudget(c, { remaining: 0, resetAt });
  c.header('retry-after', String(Math.max(0, Math.ceil((resetAt.getTime() - now.getTime()) / 1000))));
  return new SaleshandyRefusal(429, assumed.codes.tooMany, assumed.text.tooMany);
}

/** Counts calls per key in this process, as one process serves a sandbox, and refuses with 429 past the limit. */
export function limitRate(): MiddlewareHandler<SaleshandyEnv> {
  const windows = new Map<string, { startedAt: number; calls: number }>();
  return async (c, next) => {
    const { teamId, now } = c.get('scope');
    const at = now();
    const current = windows.get(teamId);
    const age = at.getTime() - (current?.startedAt ?? 0);
    const window =
      current && age >= 0 && age < assumed.rateWindow ? current : { startedAt: at.getTime(), calls: 0 };
    window.calls += 1;
    windows.set(teamId, window);
    const resetAt = new Date(window.startedAt + assumed.rateWindow);
    if (window.calls > c.get('rateLimit')) throw tooMany(c, at, resetAt);
    writeBudget(c, { remaining: c.get('rateLimit') - window.calls, resetAt });
    await next();
  };
}
