import type { Context } from '../context';
import { expireClaims } from '../ledger/claim-commands';
import { dueDeliveries } from '../store/commands/claims';
import { connectionsToPull } from '../store/connections';
import { cleanMedia } from './clean-media';
import { deliver } from './deliver';
import type { OpenVendor } from './open-vendor';
import { pull } from './pull';

export type Runner = {
  /** Looks for work now instead of at the next turn. */
  wake(): void;
  /** Ends after the writes under way; listings break off and nothing new is begun. */
  stop(): Promise<void>;
};

const turnMs = 1_000;
const cleanEveryMs = 60_000;

/** Runs the background work of one process: delivers due commands and pulls lists, one loop, each connection for itself. */
export function startRunner(ctx: Context, openVendor: OpenVendor): Runner {
  const owner = ctx.newId();
  const running = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let again = false;
  let cleanedAt = -Infinity;

  function begin(name: string, work: () => Promise<unknown>): void {
    if (running.has(name)) return;
    const done = work()
      .then(() => undefined)
      .catch((error: unknown) => ctx.log.error({ err: error, job: name }, 'a job broke off'))
      .finally(() => running.delete(name));
    running.set(name, done);
  }

  function turn(): void {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    if (looking !== null) {
      again = true;
      return;
    }
    if (ctx.clock.now().getTime() - cleanedAt >= cleanEveryMs) {
      cleanedAt = ctx.clock.now().getTime();
      begin('clean media', () => cleanMedia(ctx));
    }
    looking = look(ctx, { begin, owner, openVendor, stopping: stopping.signal })
      .catch((error: unknown) => {
        ctx.log.error({ err: error }, 'looking for work failed');
        return turnMs;
      })
      .then((waitMs) => {
        looking = null;
        if (stopping.signal.aborted) return;
        timer = setTimeout(turn, again ? 0 : waitMs);
        again = false;
      });
  }

  turn();
  return {
    wake: turn,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      await Promise.all(running.values());
    },
  };
}

type Work = {
  begin(name: string, work: () => Promise<unknown>): void;
  owner: string;
  openVendor: OpenVendor;
  stopping: AbortSignal;
};

/** Begins whatever is due and answers how many milliseconds there is nothing more to do. */
async function look(ctx: Context, { begin, ...options }: Work): Promise<number> {
  await expireClaims(ctx);
  const now = ctx.clock.now();
  const { connectionIds, nextAt } = await dueDeliveries(ctx.db, ctx.workspaceId, now);
  for (const connectionId of connectionIds)
    begin(`deliver ${connectionId}`, () => deliver(ctx, { connectionId, ...options }));
  for (const connectionId of await connectionsToPull(ctx.db, ctx.workspaceId, now)) {
    begin(`pull ${connectionId}`, () => pull(ctx, { connectionId, ...options }));
  }
  return nextAt === null ? turnMs : Math.min(turnMs, Math.max(1, nextAt.getTime() - now.getTime()));
}
