import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const repository = resolve(import.meta.dirname, '..');

export type BuiltServer = { url: string; process: ChildProcess };

/** Starts the built server on its own data directory; answers its address once it is ready. */
export async function startBuilt(dataDir: string, holdSeconds: number): Promise<BuiltServer> {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: repository,
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      HOLD_SECONDS: String(holdSeconds),
      OUTBOUND_HOLD_SECONDS: String(holdSeconds),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    server.once('exit', () => reject(new Error('the server ended before it was ready')));
    createInterface({ input: server.stdout }).on('line', (line) => {
      const address = /ready at (\S+)/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  return { url, process: server };
}

/** Ends it and waits until it is gone. */
export async function endBuilt({ process: server }: BuiltServer, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(signal);
  await once(server, 'exit');
}
