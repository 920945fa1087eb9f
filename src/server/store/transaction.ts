import { sql, type Transaction } from 'kysely';

import type { NoticeTopic } from '#contract/notice';

import type { Context } from '../context';
import type { Database } from './schema';

export type Tx = Transaction<Database>;

export const noticeChannel = 'outboard';

/**
 * Runs `work` in one transaction and announces it: PostgreSQL delivers the notice to every server process after the
 * commit and only then, so nobody can forget to announce or announce too early. The notice says *that*, never *what*.
 */
export function transaction<T>(ctx: Context, topic: NoticeTopic, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    const result = await work(tx);
    await sql`select pg_notify(${noticeChannel}, ${`${ctx.workspaceId}:${topic}`})`.execute(tx);
    return result;
  });
}
