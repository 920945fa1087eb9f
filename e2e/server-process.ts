import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const repository = resolve(import.meta.dirname, '..');
const linesKept = 200;
const MiB = 2 ** 20;

export type ServerSettings = {
  dataDir: string;
  /** Absent: the embedded database in `dataDir`. */
  databaseUrl?: string;
  /** 0, the default, takes a free one; a restart keeps it, so that open pages find the server again. */
  port?: number;
  /** Both holds, the usual one and the longer one. */
  holdSeconds?: number;
  env?: Record<string, string>;
};

/** The built server (`dist/server/main.js`) as a process of its own, to be killed and started again on the same data. */
export class ServerProcess {
  readonly #settings: ServerSettings;
  readonly #lines: string[] = [];
  #child: ChildProcess | null = null;
  #url = '';

  private constructor(settings: ServerSettings) {
    this.#settings = settings;
  }

  /** Ends once the server answers; throws with its last lines if it ends before that. */
  static async start(settings: ServerSettings): Promise<ServerProcess> {
    const server = new ServerProcess(settings);
    await server.#start(settings);
    return server;
  }

  /** Where it is, or was last, served: `http://127.0.0.1:…`. */
  get url(): string {
    return this.#url;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** How it ended by itself; null while it runs and when a signal ended it. */
  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  /** The last lines that it wrote, of all its starts. */
  get lines(): readonly string[] {
    return this.#lines;
  }

  /** What it holds in MiB: now, and the most since this was first asked. */
  async memory(): Promise<{ now: number; most: number }> {
    if (this.#child === null) throw new Error('The server was never started.');
    const answer = once(this.#child, 'message');
    this.#child.send('memory');
    const [{ now, most }] = await answer;
    return { now: now / MiB, most: most / MiB };
  }

  /** Sends the signal at once and ends when the process is gone; does nothing to one that is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === null || !this.isRunning) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Lets it end in order: calls under way, then its database. */
  stop(): Promise<void> {
    return this.kill('SIGTERM');
  }

  /** Starts it again after `kill` or `stop`, on the same port and data unless told otherwise. */
  async restart(change: Partial<ServerSettings> = {}): Promise<void> {
    if (this.isRunning) throw new Error('The server still runs: kill or stop it first.');
    await this.#start({ ...this.#settings, port: Number(new URL(this.#url).port), ...change });
  }

  async #start({ dataDir, databaseUrl, port = 0, holdSeconds = 0, env = {} }: ServerSettings): Promise<void> {
    const child = spawn(process.execPath, ['--import', './e2e/tell-memory.js', 'dist/server/main.js'], {
      cwd: repository,
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        DATABASE_URL: databaseUrl ?? '',
        HOLD_SECONDS: String(holdSeconds),
        OUTBOUND_HOLD_SECONDS: String(holdSeconds),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    this.#url = await new Promise<string>((ready, fail) => {
      const ended = () => fail(new Error(`The server ended before it was ready:\n${this.#lines.join('\n')}`));
      child.once('exit', ended);
      child.once('error', fail);
      for (const output of [child.stdout, child.stderr].filter((pipe) => pipe !== null)) {
        createInterface({ input: output }).on('line', (line) => {
          this.#keep(line);
          const address = /^Outboard is ready at (\S+)/.exec(line)?.[1];
          if (address !== undefined) ready(address);
        });
      }
    });
  }

  #keep(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length > linesKept) this.#lines.shift();
  }
}
