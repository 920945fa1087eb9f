import { setTimeout as wait } from 'node:timers/promises';

import { ask } from '../servers/fleet';
import type { Figure } from './figures';
import { connectAndList, makeLargeTeam } from './large-team';

const pageEveryMs = 100;
const page = '/api/tasks?status=pending&limit=50&tz=Europe/Berlin';

/** A new connection to a vendor that holds so many tasks: how long until the board has them all, what that costs, and whether a rep can work meanwhile. */
export async function measureFirstPull(size: number): Promise<Figure[]> {
  const team = await makeLargeTeam(size);
  try {
    const before = await team.server.memory();
    const begun = performance.now();
    const listed = new AbortController();
    const listing = connectAndList(team).finally(() => listed.abort());
    const [pages] = await Promise.all([askForPages(team.server.url, listed.signal), listing]);
    const seconds = (performance.now() - begun) / 1000;
    const { most } = await team.server.memory();
    const what = `first pull of ${size.toLocaleString('en')} tasks`;
    return [
      { what: `${what}: until the board has all`, unit: 's', values: [seconds], target: 90 },
      { what: `${what}: server memory`, unit: 'MB', values: [most - before.now], target: 100 },
      { what: `${what}: page of 50 meanwhile`, unit: 'ms', values: pages, target: 25, by: 'p99' },
    ];
  } finally {
    await team.end();
  }
}

/** Milliseconds of each page until told to stop, as one rep after the other would ask. */
async function askForPages(url: string, until: AbortSignal): Promise<number[]> {
  const values: number[] = [];
  while (!until.aborted) {
    const asked = performance.now();
    await ask(url, page);
    values.push(performance.now() - asked);
    await wait(pageEveryMs);
  }
  return values;
}
