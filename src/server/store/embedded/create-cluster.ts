import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import type { Cluster } from './cluster';
import { superuser } from './cluster';
import type { Launcher } from './launcher';
import { isAlive } from './postmaster';

/** Makes the cluster where there is none. Several processes may try at once: one of the results is kept. */
export async function createCluster({
  directory,
  binaries,
  launcher,
  address,
  fast,
}: Cluster): Promise<void> {
  await removeAbandonedAttempts(directory);
  if (await stat(directory).catch(() => null)) return;
  const attempt = `${directory}.making-${process.pid}-${randomUUID()}`;
  await mkdir(attempt, { mode: 0o700 });
  if (launcher.owner) {
    const { uid, gid } = launcher.owner;
    await chown(attempt, uid, gid);
    if (address.passwordFile) await chown(address.passwordFile, uid, gid);
  }
  const command = launcher.command(join(binaries.bin, 'initdb'), [
    `--pgdata=${attempt}`,
    `--username=${superuser}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(fast ? ['--no-sync'] : []),
    ...address.initArgs,
  ]);
  await run(command.file, command.args, { ...launcher.options, cwd: attempt });
  await rename(attempt, directory).catch(async (error: NodeJS.ErrnoException) => {
    await rm(attempt, { recursive: true, force: true });
    if (!(await stat(directory).catch(() => null))) throw error;
  });
}

async function removeAbandonedAttempts(directory: string): Promise<void> {
  const start = `${basename(directory)}.making-`;
  const names = await readdir(dirname(directory));
  const abandoned = names.filter(
    (name) => name.startsWith(start) && !isAlive(Number.parseInt(name.slice(start.length), 10)),
  );
  await Promise.all(
    abandoned.map((name) => rm(join(dirname(directory), name), { recursive: true, force: true })),
  );
}

async function run(file: string, args: string[], options: Launcher['options']): Promise<void> {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`PostgreSQL's data directory could not be made:\n${said.trim()}`);
}
