import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const repository = resolve(import.meta.dirname, '../..');

/** Builds the server once for the whole run: what is killed is what reps use. */
export function setup(): void {
  const vite = resolve(repository, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, VITEST: '', NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: repository,
    stdio: 'inherit',
    env,
  });
  if (status !== 0) throw new Error('The server could not be built.');
}
