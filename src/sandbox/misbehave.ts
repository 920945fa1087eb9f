import { setTimeout as wait } from 'node:timers/promises';

import type { Context, Next } from 'hono';

import { type Fault, LONGEST_WAIT } from './faults';
import { dropConnection, waitForClient } from './hang-up';

/** The kinds that are an answer, in the words of each vendor. */
export type FaultAnswers = Record<
  Exclude<Fault['kind'], 'timeout' | 'lost-answer' | 'slow'>,
  (c: Context, fault: Fault) => Response
>;

/** Does what the fault says instead of, or after, the real work. Sets `unanswered` where no answer goes out. */
export async function misbehave(
  c: Context,
  next: Next,
  current: Fault,
  answers: FaultAnswers,
): Promise<Response | undefined> {
  const { kind, delayMs } = current;
  if (kind === 'timeout') {
    c.set('unanswered', true);
    await waitForClient(c, delayMs ?? LONGEST_WAIT);
    return dropConnection(c);
  }
  if (kind === 'lost-answer') {
    await next();
    c.set('unanswered', true);
    await waitForClient(c, delayMs ?? 0);
    // In two steps, because an answer set over another takes its headers on.
    c.res = undefined;
    c.res = dropConnection(c);
    return undefined;
  }
  await wait(delayMs ?? 0, undefined, { ref: false });
  if (kind === 'slow') {
    await next();
    return undefined;
  }
  return answers[kind](c, current);
}
