import { sql, type Kysely } from 'kysely';
import pg from 'pg';

import { noticeTopics, type Notice } from '#contract/notice';

import { clientConfig, type DatabaseAddress } from './database';
import type { Database } from './schema';
import { noticeChannel } from './transaction';

const reconnectMs = 500;
const silenceMs = 10_000;

/** Every server that is up shares it, on the connection that listens: it goes with the process, however that ends. */
const upLock = "hashtextextended('outboard is up', 0)";

/** Whether no server listens on this database at the moment. */
export async function isNobodyUp(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await db
    .transaction()
    .execute((tx) =>
      sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${sql.raw(upLock)}) as free`.execute(tx),
    );
  return rows[0]?.free === true;
}

/**
 * Hears what any process announced after a commit. The connection is made again when it breaks; `onNotice(null)` then
 * says that notices may have been missed, so that everyone asks anew.
 */
export async function listenForNotices(
  address: DatabaseAddress,
  onNotice: (notice: Notice | null) => void,
): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function connect(): Promise<void> {
    // It only listens, so without this it would never notice that the other side is gone.
    const fresh = new pg.Client({
      ...clientConfig(address),
      keepAlive: true,
      keepAliveInitialDelayMillis: silenceMs,
    });
    fresh.on('error', () => fresh.emit('end'));
    fresh.once('end', () => later());
    fresh.on('notification', ({ payload = '' }) => onNotice(parseNotice(payload)));
    try {
      await fresh.connect();
      await fresh.query(`listen ${noticeChannel}`);
      await fresh.query(`select pg_advisory_lock_shared(${upLock})`);
      client = fresh;
      if (stopped) await fresh.end();
      else onNotice(null);
    } catch {
      void fresh.end().catch(() => undefined);
      later();
    }
  }

  function later(): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), reconnectMs);
  }

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}

function parseNotice(payload: string): Notice | null {
  const [workspace, word] = payload.split(':');
  const topic = noticeTopics.find((known) => known === word);
  return topic === undefined ? null : { workspaceId: Number(workspace), topic };
}
