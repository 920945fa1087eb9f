import type { Dice } from '#sandbox/demo/dice';
import type { Fault } from '#sandbox/faults';

import { thorough } from '../form';
import type { Stage } from '../stage/stage';
import { until } from '../stage/until';

const vendors = ['lemlist', 'saleshandy', 'leadlex'] as const;

/** How a vendor misbehaves in a round: mostly after it did its work, since that is what can be lost or done twice. */
function trouble(dice: Dice): Omit<Fault, 'remaining'> {
  return dice.weigh<Omit<Fault, 'remaining'>>([
    [{ kind: 'lost-answer', method: 'POST' }, 4],
    [{ kind: 'lost-answer', method: 'PATCH' }, 4],
    // The answer hangs for a while, so that a kill can come between the vendor's deed and its word.
    [{ kind: 'lost-answer', method: 'POST', delayMs: 1500 }, 3],
    [{ kind: 'lost-answer', method: 'PATCH', delayMs: 1500 }, 3],
    // Longer than Outboard waits for an answer.
    [{ kind: 'lost-answer', method: 'PATCH', delayMs: 25_000 }, thorough ? 2 : 0],
    [{ kind: 'timeout', delayMs: 300 }, 2],
    [{ kind: 'slow', delayMs: 400 }, 2],
    [{ kind: 'server-error' }, 2],
    [{ kind: 'html' }, 1],
    [{ kind: 'broken-json', method: 'PATCH' }, 1],
    [{ kind: 'rate-limited', retryAfter: 1 }, 2],
    [{ kind: 'unauthorized', method: 'PATCH' }, 1],
  ]);
}

/** Lets the vendors misbehave at their next calls. Answers the words for it. */
export async function brew(stage: Stage, dice: Dice): Promise<void> {
  for (const vendor of vendors) {
    const faults = Array.from({ length: dice.between(0, 3) }, () => ({
      ...trouble(dice),
      remaining: dice.between(1, 3),
    }));
    await setFaults(stage, vendor, faults);
  }
}

/** Lets the vendors behave again. */
export async function calm(stage: Stage): Promise<void> {
  for (const vendor of vendors) await setFaults(stage, vendor, []);
}

async function setFaults(stage: Stage, vendor: string, faults: object[]): Promise<void> {
  await until(`${vendor} is told how to behave`, async () => {
    const response = await fetch(`${stage.alive[0]?.url}/sandbox/control/${vendor}/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ faults }),
    });
    return response.ok;
  });
}
