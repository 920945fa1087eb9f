import type { FaultAnswers } from '../../misbehave';
import { assumed } from '../assumptions';
import { refuse } from '../refusal';
import { plans } from './plans';
import { writeBudget } from './rate-limit';

/** How LeadLex looks when it is out of order. */
export function answerFaults(clock: { now(): Date }): FaultAnswers {
  return {
    'rate-limited': (c, { retryAfter = 60 }) => {
      const now = clock.now();
      writeBudget(c, now, {
        limit: plans.starter.minute,
        remaining: 0,
        resetAt: now.getTime() + retryAfter * 1000,
      });
      return refuse(c, 'rate_limited', assumed.text.rateLimited);
    },
    'server-error': (c) => refuse(c, 'internal_error', assumed.text.serverError),
    unauthorized: (c) => refuse(c, 'invalid_key', assumed.text.invalidKey),
    html: (c) =>
      c.html(
        '<!doctype html><html lang="en"><head><title>LeadLex</title></head><body><h1>We will be back soon</h1></body></html>',
      ),
    'broken-json': (c) => c.body('{"data":{"tasks":[{"id":"', 200, { 'Content-Type': 'application/json' }),
  };
}
