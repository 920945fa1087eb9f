import type { ChildProcess } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import type { Address } from './address';
import { addressOf } from './address';
import { findBinaries } from './binaries';
import type { Cluster } from './cluster';
import { superuser } from './cluster';
import { createCluster } from './create-cluster';
import { launcherFor } from './launcher';
import { readLogTail, readPostmasterPid, spawnPostmaster, stopPostmaster } from './postmaster';

export interface EmbeddedPostgres {
  connection: { host: string; port: number; user: string; database: string; password?: string };
  /** Stops the database, or only lets go of it while another process still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing; the cluster and its log are `postgres` and `postgres.log` in it. */
  dataDir: string;
  log: (message: string) => void;
  /** For tests only: gives up durability for speed. */
  fast?: boolean;
  /** Listens on loopback, behind a password, instead of on a socket in its directory. */
  tcp?: boolean;
}

const database = 'outboard';
const keeperName = 'outboard-keeper';

/**
 * Starts the built-in PostgreSQL on a directory, or attaches to the one that already runs on it, and starts it
 * again whenever it goes away. Throws with the database's own last words where it will not start.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, fast = false, tcp = false } = options;
  const cluster = await openCluster(dataDir, { fast, tcp });
  await createCluster(cluster);
  const stopping = new AbortController();
  let keeper = await reach(cluster);
  await createDatabase(keeper);

  // The one idle connection tells when the server goes away, whoever started it.
  const watch = () => {
    keeper.once('end', () => {
      if (!stopping.signal.aborted) void revive();
    });
  };
  const revive = async () => {
    log('PostgreSQL went away; starting it again');
    for (let pause = 500; !stopping.signal.aborted; pause = Math.min(pause * 2, 10_000)) {
      try {
        keeper = await reach(cluster);
        if (stopping.signal.aborted) return await keeper.end();
        log('PostgreSQL is back');
        return watch();
      } catch (error) {
        log(error instanceof Error ? error.message : String(error));
        await wait(pause, undefined, { ref: false });
      }
    }
  };
  watch();

  return {
    connection: connectionTo(cluster.address, database),
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await leave(cluster, keeper);
      await cluster.address.release();
    },
  };
}

async function openCluster(
  dataDir: string,
  { fast, tcp }: { fast: boolean; tcp: boolean },
): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  const parent = await realpath(dataDir);
  const directory = join(parent, 'postgres');
  const binaries = await findBinaries();
  const launcher = await launcherFor([binaries.bin, parent], directory);
  return { directory, binaries, launcher, address: await addressOf(directory, tcp), fast };
}

function connectionTo({ host, port, password }: Address, name: string): EmbeddedPostgres['connection'] {
  return { host, port, user: superuser, database: name, ...(password ? { password } : {}) };
}

// A lock file that a killed server or its last children left refuses a start for a while.
const mostStarts = { locked: 8, free: 2 };

/** Connects, starting the server as often as needed. */
async function reach(cluster: Cluster): Promise<Client> {
  let child: ChildProcess | null = null;
  let starts = 0;
  for (;;) {
    const found = await connect(cluster);
    if (found instanceof Client) return found;
    const isRunning = child !== null && child.exitCode === null && child.signalCode === null;
    if (found === 'absent' && !isRunning) {
      const isLocked = (await readPostmasterPid(cluster.directory)) !== null;
      if (starts >= mostStarts[isLocked ? 'locked' : 'free']) {
        throw new Error(`PostgreSQL does not start:\n${await readLogTail(cluster.directory)}`);
      }
      if (starts > 0) await wait(50 * 2 ** starts);
      child = await spawnPostmaster(cluster);
      starts += 1;
    }
    await wait(25);
  }
}

async function connect(cluster: Cluster): Promise<Client | 'absent' | 'busy'> {
  const client = new Client({ ...connectionTo(cluster.address, 'postgres'), application_name: keeperName });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { code } = error as { code?: string };
    // 57P03: it is starting up, recovering or shutting down.
    if (code === '57P03') return 'busy';
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET') return 'absent';
    throw error;
  }
}

async function createDatabase(keeper: Client): Promise<void> {
  const found = await keeper.query('select 1 from pg_database where datname = $1', [database]);
  if (found.rowCount) return;
  await keeper.query(`create database ${database}`).catch((error: { code?: string }) => {
    // Two processes may start at once: 42P04 and 23505 are the loser's.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

async function leave(cluster: Cluster, keeper: Client): Promise<void> {
  const others = await keeper
    .query('select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()', [
      keeperName,
    ])
    .catch(() => null);
  const pid = others?.rowCount === 0 ? await readPostmasterPid(cluster.directory) : null;
  await keeper.end();
  if (pid) await stopPostmaster(cluster, pid);
}
