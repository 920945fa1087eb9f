import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Cluster } from './cluster';

/** Starts the server in a process group of its own, so that it outlives a killed parent and no Ctrl+C hits it. */
export async function spawnPostmaster(cluster: Cluster): Promise<ChildProcess> {
  const { directory, binaries, launcher, address, fast } = cluster;
  const settings = [
    'shared_buffers=128MB',
    'max_connections=50',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    'unix_socket_permissions=0700',
    ...(fast ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ];
  const command = launcher.command(join(binaries.bin, 'postgres'), [
    '-D',
    directory,
    ...address.listenArgs,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = await openLog(directory);
  if (launcher.owner) await log.chown(launcher.owner.uid, launcher.owner.gid);
  const child = spawn(command.file, command.args, {
    ...launcher.options,
    cwd: directory,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  await once(child, 'spawn').finally(() => log.close());
  return child;
}

const largestLog = 5_000_000;

async function openLog(directory: string) {
  const path = `${directory}.log`;
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  return open(path, size > largestLog ? 'w' : 'a', 0o600);
}

/** The last lines that the database server wrote. */
export async function readLogTail(directory: string): Promise<string> {
  const log = await readFile(`${directory}.log`, 'utf8').catch(() => '');
  return log.trimEnd().split('\n').slice(-8).join('\n');
}

/** Process id of the running server by its own lock file. */
export async function readPostmasterPid(directory: string): Promise<number | null> {
  const lock = await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(lock, 10) || null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Stops the server the fast way: open transactions roll back, nothing acknowledged is lost. */
export async function stopPostmaster({ directory, binaries }: Cluster, pid: number): Promise<void> {
  // Signals on Windows end a process at once; pg_ctl has a channel of its own there.
  if (process.platform === 'win32') {
    const child = spawn(join(binaries.bin, 'pg_ctl'), ['stop', '-D', directory, '-m', 'fast'], {
      stdio: 'ignore',
    });
    await once(child, 'close');
    return;
  }
  process.kill(pid, 'SIGINT');
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}
