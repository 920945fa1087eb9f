import { addSeconds } from 'date-fns';

import type { Context } from '../context';
import { giveLease, takeLease } from '../store/connections';

type Lease = { kind: 'pull' | 'deliver'; connectionId: string; owner: string };

/** So soon another process takes over from one that is gone. */
const leaseSeconds = 15;
const prolongEveryMs = 5_000;

export type KeptLease = {
  /** Takes the lease or prolongs it; false when another process holds it. */
  take(): Promise<boolean>;
  /** Gives it back, if it was ever taken. */
  give(): Promise<void>;
};

/**
 * A connection's lease that is prolonged while the work under it goes on, however long a vendor takes to answer, so that
 * it can be short: what holds it up is only that its process is gone.
 */
export function keepLease(ctx: Context, lease: Lease): KeptLease {
  let isHeld = false;
  let beat: Promise<unknown> = Promise.resolve();

  async function take(): Promise<boolean> {
    const now = ctx.clock.now();
    const until = addSeconds(now, leaseSeconds);
    isHeld = await takeLease(ctx.db, ctx.workspaceId, { ...lease, now, until });
    return isHeld;
  }

  const timer = setInterval(() => {
    if (isHeld)
      beat = take().catch((error: unknown) => ctx.log.warn({ err: error }, 'a lease was not prolonged'));
  }, prolongEveryMs);

  return {
    take,
    async give() {
      clearInterval(timer);
      // One that is still on its way would take the lease again.
      await beat;
      await giveLease(ctx.db, ctx.workspaceId, lease);
    },
  };
}
