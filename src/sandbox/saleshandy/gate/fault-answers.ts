import type { FaultAnswers } from '../../misbehave';
import { answerRefusal, invalidToken, SaleshandyRefusal } from '../refusal';
import { tooMany } from './rate-limit';

/** How Saleshandy looks when it is out of order. */
export function answerFaults(clock: { now(): Date }): FaultAnswers {
  return {
    'rate-limited': (c, { retryAfter = 1 }) => {
      const now = clock.now();
      return answerRefusal(tooMany(c, now, new Date(now.getTime() + retryAfter * 1000)), c);
    },
    'server-error': (c) => answerRefusal(new SaleshandyRefusal(500, 5001, 'internal error'), c),
    unauthorized: (c) => answerRefusal(invalidToken(), c),
    html: (c) =>
      c.html('<!doctype html><html lang="en"><head><title>Saleshandy</title></head><body></body></html>'),
    'broken-json': (c) =>
      c.body('{"message":"Tasks fetched successfully","payload":{"tasks":[{"taskId":"7PW', 200, {
        'Content-Type': 'application/json',
      }),
  };
}
