import type { Context } from 'hono';

import type { FaultAnswers } from '../../misbehave';
import { assumed } from '../assumptions';
import { WRONG_KEY } from './authenticate';
import { RATE_LIMIT, writeBudget } from './rate-limit';

/** The page that lemlist's host answers where the API has no route. */
export function webApp(c: Context): Response {
  return c.html(
    '<!doctype html><html lang="en"><head><title>lemlist</title></head><body><div id="app"></div></body></html>',
  );
}

/** How lemlist looks when it is out of order. */
export function answerFaults(clock: { now(): Date }): FaultAnswers {
  return {
    'rate-limited': (c, { retryAfter = 2 }) => {
      const now = clock.now();
      writeBudget(c, now, {
        limit: RATE_LIMIT,
        remaining: 0,
        resetAt: new Date(now.getTime() + retryAfter * 1000),
      });
      return c.text(assumed.text.tooManyRequests, 429);
    },
    'server-error': (c) => c.text(assumed.text.serverError, 500),
    unauthorized: (c) => c.text(WRONG_KEY, 401),
    html: webApp,
    'broken-json': (c) => c.body('{"results":[{"_id":"opp_', 200, { 'Content-Type': 'application/json' }),
  };
}
