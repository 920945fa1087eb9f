import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';

import { Client } from 'pg';

import { startEmbeddedPostgres } from '#server/store/embedded/embedded-postgres';
import { runDirectoryPrefix } from '#testing/abandoned-runs';

export type SharedDatabase = {
  url: string;
  /** The rows that a statement answers. */
  // eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
  ask(sql: string): Promise<any[]>;
  destroy(): Promise<void>;
};

/** An empty database that several servers can reach over TCP: at `DATABASE_URL` where it is set, else at a PostgreSQL of its own. */
export async function openSharedDatabase(): Promise<SharedDatabase> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startOwn();
  const name = `outboard_${randomUUID().replaceAll('-', '')}`;
  const address = new URL(server.url);
  address.pathname = name;
  await once(server.url, `create database ${name}`);
  return {
    url: address.href,
    ask: (sql) => once(address.href, sql),
    async destroy() {
      await once(server.url, `drop database ${name} with (force)`);
      await server.stop();
    },
  };
}

async function startOwn() {
  const dataDir = await mkdtemp(runDirectoryPrefix);
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startEmbeddedPostgres({ dataDir, log, fast: true, tcp: true });
  const { host, port, user, password = '', database } = postgres.connection;
  return {
    url: `postgres://${user}:${password}@${host}:${port}/${database}`,
    async stop() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function once(url: string, sql: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
