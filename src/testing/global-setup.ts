import { mkdtemp, rm } from 'node:fs/promises';

import { Client } from 'pg';

import { migrate, openDatabase } from '#server/store/database';
import { startEmbeddedPostgres } from '#server/store/embedded/embedded-postgres';

import { runDirectoryPrefix, sweepAbandonedRuns } from './abandoned-runs';
import { startBrowserServer } from './browser-server';
import { createTestDatabase } from './database';
import { announceDatabase, databaseUrl, serverSocket, templateName } from './run';

/** One PostgreSQL with a migrated template, and one server for the component tests, for the whole run of vitest. */
export async function setup(): Promise<() => Promise<void>> {
  await sweepAbandonedRuns();
  const dataDir = await mkdtemp(runDirectoryPrefix);
  const log = (message: string) => process.stderr.write(`${message}\n`);
  const postgres = await startEmbeddedPostgres({ dataDir, log, fast: true });
  announceDatabase(postgres.connection);
  await makeTemplate();
  const database = await createTestDatabase();
  const server = await startBrowserServer({ databaseUrl: database.url, socketPath: serverSocket() });
  return async () => {
    await server.stop();
    await database.destroy();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function makeTemplate(): Promise<void> {
  const client = new Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  await client.query(`create database ${templateName}`);
  await client.end();
  const template = openDatabase(databaseUrl(templateName), () => {});
  await migrate(template);
  // A database with an open connection cannot be copied.
  await template.destroy();
}
