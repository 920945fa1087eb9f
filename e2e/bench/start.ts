import { mkdtemp, rm } from 'node:fs/promises';

import { runDirectoryPrefix } from '#testing/abandoned-runs';

import { ServerProcess } from '../server-process';
import type { Figure } from './figures';

const runs = 3;

/** From the start of the process to its ready line: on an empty directory, and on one that was used before. */
export async function measureStart(): Promise<Figure[]> {
  const first: number[] = [];
  const later: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const dataDir = await mkdtemp(runDirectoryPrefix);
    const settings = { dataDir, env: { LOG_LEVEL: 'warn' } };
    const begun = performance.now();
    const server = await ServerProcess.start(settings);
    first.push((performance.now() - begun) / 1000);
    await server.stop();
    const again = performance.now();
    await server.restart();
    later.push((performance.now() - again) / 1000);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  return [
    { what: 'first start', unit: 's', values: first, target: 8 },
    { what: 'later start', unit: 's', values: later, target: 2 },
  ];
}
