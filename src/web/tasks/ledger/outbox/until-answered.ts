import { ApiError } from '../../../api/client';

const longestPauseMs = 8000;
/** So many answers in a row that the server broke; then it is a fault there, not a bad moment. */
const patience = 5;
const stuckPauseMs = 60_000;

/** How to wait, and whom to tell. Both waits end with an error when the call is given up. */
export interface Waits {
  /** Settles when it makes sense to ask. */
  clear(): Promise<void>;
  pause(ms: number): Promise<void>;
  /** The server is there and cannot take it: in words why; null when that may be over. */
  stuck(why: string | null): void;
}

/**
 * Asks until there is an answer, with growing pauses. For calls only that are safe to repeat. A refusal is an answer. A server
 * that breaks again and again is asked once a minute from then on.
 */
export async function untilAnswered<Answer>(ask: () => Promise<Answer>, waits: Waits): Promise<Answer> {
  let broken = 0;
  for (let failures = 1; ; failures += 1) {
    await waits.clear();
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError && error.passing)) throw error;
      broken = error.kind === 'server' ? broken + 1 : 0;
      waits.stuck(broken < patience ? null : error.detail);
    }
    await waits.pause(broken < patience ? Math.min(250 * 2 ** failures, longestPauseMs) : stuckPauseMs);
  }
}
