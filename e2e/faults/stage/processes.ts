import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import { until } from './until';

/** Ends all of these at once, as the current does when it goes away, and waits until none is left. */
export async function killAtOnce(pids: readonly number[]): Promise<void> {
  for (const pid of pids) signal(pid, 'SIGKILL');
  await until('killed processes are gone', async () => pids.every((pid) => !isAlive(pid)));
}

/** The processes that this one started. */
export function childrenOf(parent: number): number[] {
  return pairs().flatMap(([pid, of]) => (of === parent ? [pid] : []));
}

function pairs(): [pid: number, parent: number][] {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' });
    return stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid): [number, number][] => {
    try {
      // The name in brackets may hold anything; the parent stands two words behind it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return [[Number(pid), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]];
    } catch {
      return [];
    }
  });
}

function isAlive(pid: number): boolean {
  if (!signal(pid, 0)) return false;
  if (process.platform !== 'linux') return true;
  try {
    // A dead process that nobody has asked after yet is dead.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
