import { setTimeout as pause } from 'node:timers/promises';

const patienceMs = 600_000;

/** Asks until the answer is there: anything but undefined and false. An error counts as "not yet"; throws after ten minutes. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const started = performance.now();
  let last: unknown = 'nothing';
  while (performance.now() - started < patienceMs) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      last = answer;
    } catch (error) {
      last = error;
    }
    await pause(25);
  }
  throw new Error(`Waited in vain until ${what}: ${String(last)}`, { cause: last });
}
