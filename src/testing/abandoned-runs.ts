import { readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'outboard-run-';

/** Start of the name of this run's directory under the temporary one. */
export const runDirectoryPrefix = join(tmpdir(), `${prefix}${process.pid}-`);

/** Ends the databases of earlier runs that were killed before they could, and removes their directories. */
export async function sweepAbandonedRuns(): Promise<void> {
  const names = await readdir(tmpdir());
  const abandoned = names.filter((name) => {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    return pid > 0 && !signal(pid, 0);
  });
  await Promise.all(
    abandoned.map(async (name) => {
      const directory = join(tmpdir(), name);
      const lock = await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
      const [pid, where] = lock.split('\n');
      if (Number(pid) > 0 && where === join(directory, 'postgres')) signal(Number(pid), 'SIGQUIT');
      await rm(directory, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
    }),
  );
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
