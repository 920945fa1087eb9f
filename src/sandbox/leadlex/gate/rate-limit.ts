import type { Context, MiddlewareHandler } from 'hono';

import { assumed } from '../assumptions';
import { LeadlexRefusal } from '../refusal';
import type { LeadlexEnv, Scope } from '../request';
import { plans } from './plans';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Budget = { limit: number; remaining: number; resetAt: number };

/** LeadLex sends these three on every answer; the reset is in epoch seconds. */
export function writeBudget(c: Context, now: Date, budget?: Budget): void {
  const { limit, remaining, resetAt } = budget ?? {
    limit: plans.starter.minute,
    remaining: plans.starter.minute,
    resetAt: now.getTime() + MINUTE,
  };
  c.header('X-RateLimit-Limit', String(limit));
  c.header('X-RateLimit-Remaining', String(Math.max(0, remaining)));
  c.header('X-RateLimit-Reset', String(Math.ceil(resetAt / 1000)));
}

/** Counts calls by the minute and by the day of UTC, and refuses with 429 past what the plan allows of either. */
export function limitRate(): MiddlewareHandler<LeadlexEnv> {
  const countMinute = minuteCounter();
  return async (c, next) => {
    const scope = c.get('scope');
    const allowed = plans[c.get('plan')];
    const now = scope.now();
    const minute = countMinute(scope.workspaceId, now, allowed.minute);
    if (minute.remaining < 0) refuse(c, now, minute);
    const day = await countDay(scope, now, allowed.day);
    if (day.remaining < 0) refuse(c, now, day);
    writeBudget(c, now, day.remaining < minute.remaining ? day : minute);
    await next();
  };
}

function refuse(c: Context, now: Date, budget: Budget): never {
  writeBudget(c, now, budget);
  throw new LeadlexRefusal('rate_limited', assumed.text.rateLimited);
}

/** In this process only: a minute that a restart forgets is worth no table. */
function minuteCounter() {
  const windows = new Map<string, { startedAt: number; calls: number }>();
  return (workspaceId: string, now: Date, limit: number): Budget => {
    const current = windows.get(workspaceId);
    const age = now.getTime() - (current?.startedAt ?? 0);
    const window = current && age >= 0 && age < MINUTE ? current : { startedAt: now.getTime(), calls: 0 };
    window.calls += 1;
    windows.set(workspaceId, window);
    return { limit, remaining: limit - window.calls, resetAt: window.startedAt + MINUTE };
  };
}

/** In a table, because a day outlives a restart; one statement, so that calls at once count each. */
async function countDay({ db, workspaceId }: Scope, now: Date, limit: number): Promise<Budget> {
  const day = now.toISOString().slice(0, 10);
  const counted = await db
    .insertInto('leadlex_day_counts')
    .values({ workspace_id: workspaceId, day, calls: 1 })
    .onConflict((conflict) =>
      conflict
        .column('workspace_id')
        .doUpdateSet((eb) => ({
          day,
          calls: eb
            .case()
            .when('leadlex_day_counts.day', '=', day)
            .then(eb('leadlex_day_counts.calls', '+', 1))
            .else(1)
            .end(),
        }))
        .where((eb) =>
          eb.or([eb('leadlex_day_counts.day', '<>', day), eb('leadlex_day_counts.calls', '<', limit)]),
        ),
    )
    .returning('calls')
    .executeTakeFirst();
  const remaining = counted === undefined ? -1 : limit - counted.calls;
  return { limit, remaining, resetAt: Date.parse(day) + DAY };
}
