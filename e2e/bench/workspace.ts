import { mkdtemp, rm } from 'node:fs/promises';

import { Client } from 'pg';

import type { DatabaseAddress } from '#server/store/database';
import { startEmbeddedPostgres } from '#server/store/embedded/embedded-postgres';
import { runDirectoryPrefix } from '#testing/abandoned-runs';
import { insertManyTasks } from '#testing/plans/many-tasks';

import { ServerProcess } from '../server-process';
import { untilSynced } from '../servers/fleet';

/** A built server over its embedded database, on which a LeadLex holds so many tasks. */
export type Workspace = {
  size: number;
  server: ServerProcess;
  connectionId: string;
  address: DatabaseAddress;
  ask: Ask;
  end(): Promise<void>;
};

/** The rows that a statement answers. */
// eslint-disable-next-line typescript/no-explicit-any -- what a statement answers is known to who wrote it
export type Ask = (sql: string, values?: unknown[]) => Promise<any[]>;

const holdSeconds = 3600;
const openOfTen = 6;
const env = { LOG_LEVEL: 'warn', SANDBOX: 'on' };

/** Makes a workspace of `size` tasks: six in ten open, three done, one ignored; nothing of it is listed or delivered meanwhile. */
export async function makeWorkspace(size: number): Promise<Workspace> {
  const dataDir = await mkdtemp(runDirectoryPrefix);
  const server = await ServerProcess.start({ dataDir, holdSeconds, env });
  await untilSynced(server.url);
  const { address, ask, close } = await openDatabaseOf(dataDir);
  const [connection] = await ask(`select id from connections where vendor = 'leadlex'`);
  await fill(ask, connection.id, size);
  return {
    size,
    server,
    connectionId: connection.id,
    address,
    ask,
    async end() {
      await server.stop();
      await close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The embedded database of a running server. */
export async function openDatabaseOf(
  dataDir: string,
): Promise<{ address: DatabaseAddress; ask: Ask; close(): Promise<void> }> {
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const client = new Client(postgres.connection);
  await client.connect();
  return {
    address: postgres.connection,
    ask: async (sql, values = []) => (await client.query(sql, values)).rows,
    async close() {
      await client.end();
      await postgres.stop();
    },
  };
}

/** The n-th task is the same in every run but for the moments, which count from now. */
async function fill(ask: Ask, connectionId: string, size: number): Promise<void> {
  await ask(`update connections set next_pull_at = '2200-01-01'`);
  await ask('truncate tasks cascade');
  await ask(insertManyTasks, [connectionId, size, openOfTen]);
  await ask('vacuum analyze tasks');
}

/** Its columns as the API answers them, so many cards of each. */
export async function columnsOf({ server }: Workspace, most: number): Promise<Record<string, object[]>> {
  const columns: Record<string, object[]> = {};
  for (const name of ['Pending', 'Completed', 'Ignored']) {
    const rows: object[] = [];
    let cursor: string | null = '';
    while (cursor !== null && rows.length < most) {
      const query: string = `status=${name.toLowerCase()}&limit=${Math.min(most, 200)}&closed=all&tz=UTC${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page = await (await fetch(`${server.url}/api/tasks?${query}`)).json();
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    columns[name] = rows;
  }
  return columns;
}
