import { sql, type Transaction } from 'kysely';

import type { NoticeTopic } from '#contract/notice';

import type { Context } from '../context';
import type { Database } from './schema';

export type Tx = Transaction<Database>;

export const noticeChannel = 'outboard';

const deadlockDetected = '40P01';
const mostAttempts = 4;

/**
 * Runs `work` in one transaction and announces it: PostgreSQL delivers the notice to every server process after the
 * commit and only then, so nobody can forget to announce or announce too early. The notice says *that*, never *what*;
 * work that turned out to change nothing, by `isNews`, is not announced. Locks are taken in the order tasks, commands,
 * connections; where two transactions still wait for each other, PostgreSQL ends one and its work is done again.
 */
export async function transaction<T>(
  ctx: Context,
  topics: NoticeTopic | readonly NoticeTopic[],
  work: (tx: Tx) => Promise<T>,
  isNews: (result: T) => boolean = () => true,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute(async (tx) => {
        const result = await work(tx);
        for (const topic of isNews(result) ? [topics].flat() : [])
          await sql`select pg_notify(${noticeChannel}, ${`${ctx.workspaceId}:${topic}`})`.execute(tx);
        return result;
      });
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === deadlockDetected;
      if (!isDeadlock || attempt === mostAttempts) throw error;
    }
  }
}
