import { ApiError } from '../../api/client';

const longestPauseMs = 8000;

/**
 * Asks until there is an answer, with growing pauses that end early when the line comes back. For calls only that are safe to
 * repeat. A refusal is an answer.
 */
export async function untilAnswered<Answer>(
  ask: () => Promise<Answer>,
  pause = pauseOrOnline,
): Promise<Answer> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError && error.passing)) throw error;
    }
    await pause(Math.min(250 * 2 ** failures, longestPauseMs));
  }
}

function pauseOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    addEventListener('online', end);
  });
}
