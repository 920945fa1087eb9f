import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres';
import { startEmbeddedPostgres } from './embedded-postgres';

let dataDir: string;
let started: EmbeddedPostgres[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'outboard with space '));
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => {}, fast: true, ...options });
  started.push(postgres);
  return postgres;
}

async function ask(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new Client(postgres.connection);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

test('two starts at once share one database, and the last one out stops it', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  await ask(one, 'create table note as select 1 as id');
  await one.stop();

  expect(await ask(other, 'select id from note')).toEqual([{ id: 1 }]);

  await other.stop();
  await expect(stat(join(dataDir, 'postgres', 'postmaster.pid'))).rejects.toThrow('ENOENT');
});

test('a killed database comes back by itself with all that was acknowledged', async () => {
  let cameBack = () => {};
  const back = new Promise<void>((resolve) => {
    cameBack = resolve;
  });
  const postgres = await start({
    fast: false,
    log: (message) => message === 'PostgreSQL is back' && cameBack(),
  });
  await ask(postgres, 'create table note as select 1 as id');
  process.kill(await postmasterPid(), 'SIGKILL');
  await back;

  expect(await ask(postgres, 'select id from note')).toEqual([{ id: 1 }]);
});

test('a stopped database keeps its rows for the next start', async () => {
  const first = await start();
  await ask(first, 'create table note as select 1 as id');
  await first.stop();

  expect(await ask(await start(), 'select id from note')).toEqual([{ id: 1 }]);
});

test('a directory too long for a socket address works all the same', async () => {
  const postgres = await start({ dataDir: join(dataDir, 'long'.repeat(30)) });

  expect(await ask(postgres, 'select 1 as id')).toEqual([{ id: 1 }]);
});

test('it listens on no network port and nobody else may read its files', async () => {
  const postgres = await start();

  expect(await ask(postgres, "select current_setting('listen_addresses') as addresses")).toEqual([
    { addresses: '' },
  ]);
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
});

test('where asked it listens on loopback, and lets nobody in without the password', async () => {
  const postgres = await start({ tcp: true });
  const { password, ...address } = postgres.connection;

  expect(address.host).toBe('127.0.0.1');
  expect(await ask(postgres, 'select 1 as id')).toEqual([{ id: 1 }]);
  await expect(new Client({ ...address, password: `not ${password}` }).connect()).rejects.toThrow('password');
});

test('a database that cannot start says why', async () => {
  const postgres = await start();
  await postgres.stop();
  await rm(join(dataDir, 'postgres', 'global'), { recursive: true });

  await expect(start()).rejects.toThrow(/does not start:\n.*global/s);
});
