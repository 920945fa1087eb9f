import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { vi } from 'vitest';

import { ServerProcess } from '../server-process';
import { openSharedDatabase, type SharedDatabase } from './postgres';

/** Several built servers on one database, which share nothing else but the secret. */
export type Fleet = {
  servers: ServerProcess[];
  database: SharedDatabase;
  /** One more server. */
  join(): Promise<ServerProcess>;
  end(): Promise<void>;
};

/** `npm run test:postgres` takes longer over it than `npm test`. */
export const isThorough = process.env.npm_lifecycle_event === 'test:postgres';

const secret = 'the secret of a fleet under test';
const firstSync = { timeout: 240_000, interval: 250 };

/** Starts so many servers at the same moment on an empty database. */
export async function startFleet(count: number, holdSeconds = 0): Promise<Fleet> {
  const database = await openSharedDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'outboard-fleet-'));
  const servers: ServerProcess[] = [];
  const start = () => {
    const env = { OUTBOARD_SECRET: secret, LOG_LEVEL: 'warn' };
    return ServerProcess.start({ dataDir, databaseUrl: database.url, holdSeconds, env });
  };
  const fleet: Fleet = {
    servers,
    database,
    async join() {
      const server = await start();
      servers.push(server);
      return server;
    },
    async end() {
      await Promise.all(servers.map((server) => server.kill()));
      await database.destroy();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await Promise.all(Array.from({ length: count }, () => fleet.join()));
  } catch (error) {
    await fleet.end();
    throw error;
  }
  return fleet;
}

/** Waits until every connection has been listed once. */
export async function untilSynced(url: string): Promise<void> {
  await vi.waitUntil(async () => {
    const { items } = await ask(url, '/api/connections');
    return items.every((one: { lastSyncAt: string | null }) => one.lastSyncAt !== null);
  }, firstSync);
}

/** What a server answers to a GET. */
// eslint-disable-next-line typescript/no-explicit-any -- tests look at what they expect
export async function ask(url: string, path: string): Promise<any> {
  const answer = await fetch(`${url}${path}`);
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

export function tell(url: string, method: string, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}${path}`, { method, headers, body: JSON.stringify(body) });
}

export type Call = { method: string; path: string; body: unknown; status: number | null; at: string };

/** The calls that the practice lemlist got, oldest first. */
export async function callsToLemlist(url: string): Promise<Call[]> {
  return (await ask(url, '/sandbox/control/lemlist/calls')).calls;
}
