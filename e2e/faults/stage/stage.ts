import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { Client, DatabaseError, type QueryResultRow } from 'pg';

import { ServerProcess } from '../../server-process';
import { childrenOf, killAtOnce } from './processes';
import { until } from './until';

const clock = pathToFileURL(join(import.meta.dirname, 'clock-ahead.js')).href;

/** What is attacked: the built server, a second one on the same database where a round wants it, and the embedded PostgreSQL. */
export class Stage {
  readonly dataDir: string;
  /** Milliseconds by which the servers' clocks run ahead. */
  ahead = 0;
  /** When all servers were last gone, by their own clock: claims from before are nobody's. */
  startedAt = 0;
  readonly servers: ServerProcess[] = [];
  readonly #root: string;
  readonly #clockFile: string;
  #client: Client | null = null;

  /** `dataDir` is a directory of its own to be used instead of one under the temporary directory. */
  constructor(dataDir?: string) {
    this.#root = mkdtempSync(join(tmpdir(), 'outboard-faults-'));
    this.dataDir = dataDir ?? join(this.#root, 'data');
    mkdirSync(this.dataDir, { recursive: true });
    this.#clockFile = join(this.#root, 'clock');
    this.#writeClock();
  }

  /** Where the embedded PostgreSQL listens. */
  get cluster(): string {
    return join(this.dataDir, 'postgres');
  }

  /** Starts servers, the first on the embedded database, the others as guests on the same one. */
  async start({ count = 1, holdSeconds = 0 } = {}): Promise<void> {
    this.startedAt = this.now();
    const env = {
      CLOCK_AHEAD_FILE: this.#clockFile,
      NODE_OPTIONS: `--import=${clock}`,
      OUTBOARD_SECRET: 'a secret for both servers',
      SANDBOX: 'on',
      LOG_LEVEL: 'warn',
    };
    this.servers.length = 0;
    this.servers.push(await ServerProcess.start({ dataDir: this.dataDir, holdSeconds, env }));
    const databaseUrl = `postgres://outboard@localhost/outboard?host=${encodeURIComponent(this.cluster)}&port=5432`;
    while (this.servers.length < count)
      this.servers.push(await ServerProcess.start({ dataDir: this.dataDir, databaseUrl, holdSeconds, env }));
  }

  /** The servers that run. */
  get alive(): ServerProcess[] {
    return this.servers.filter((server) => server.isRunning);
  }

  /** Kills every server that runs; answers how many did. */
  async killServers(): Promise<number> {
    const { alive } = this;
    await Promise.all(alive.map((server) => server.kill('SIGKILL')));
    return alive.length;
  }

  /** The main process of PostgreSQL by its own lock file. */
  postmaster(): number | undefined {
    try {
      return Number.parseInt(readFileSync(join(this.cluster, 'postmaster.pid'), 'utf8'), 10) || undefined;
    } catch {
      return undefined;
    }
  }

  /** Kills every process of PostgreSQL, and the servers too where the power goes, all in one go. */
  async cut({ servers }: { servers: boolean }): Promise<void> {
    const postmaster = this.postmaster();
    const pids = postmaster === undefined ? [] : [postmaster, ...childrenOf(postmaster)];
    // This process starts nothing but servers; one that only just starts is among them.
    await killAtOnce([...pids, ...(servers ? childrenOf(process.pid) : [])]);
    // They are dead already; Node hears of it a moment later.
    if (servers) await this.killServers();
  }

  /** The servers' present time in milliseconds. */
  now(): number {
    return Date.now() + this.ahead;
  }

  /** Lets time pass for the servers. */
  jump(ms: number): void {
    this.ahead += ms;
    this.#writeClock();
    for (const { pid } of this.alive) if (pid !== undefined) process.kill(pid, 'SIGUSR2');
  }

  /** Asks the database directly, past the server; waits for it while it is down. */
  async sql<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]> {
    const { rows, wrong } = await until('the database answers', async () => {
      try {
        this.#client ??= await this.connect();
        return { rows: (await this.#client.query<Row>(text, values)).rows, wrong: null };
      } catch (error) {
        // Classes 57 and 53: it was told to end, is starting, or has no room; anything without a code is the connection.
        if (error instanceof DatabaseError && !/^(57|53)/.test(error.code ?? ''))
          return { rows: [], wrong: error };
        void this.#client?.end().catch(() => undefined);
        this.#client = null;
        if (this.alive.length > 0) throw error;
        const lastWords = this.servers.flatMap((server) => server.lines.slice(-20)).join('\n');
        return { rows: [], wrong: new Error(`No server is left to start the database again:\n${lastWords}`) };
      }
    });
    if (wrong !== null) throw wrong;
    return rows;
  }

  /** A connection of one's own to the database. */
  async connect(): Promise<Client> {
    const client = new Client({ host: this.cluster, port: 5432, user: 'outboard', database: 'outboard' });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Ends whatever runs and removes all data. */
  async close(): Promise<void> {
    await this.#client?.end().catch(() => undefined);
    await this.cut({ servers: true });
    rmSync(this.#root, { recursive: true, force: true });
  }

  #writeClock(): void {
    writeFileSync(this.#clockFile, String(this.ahead));
  }
}
