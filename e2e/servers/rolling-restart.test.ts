import { randomUUID } from 'node:crypto';
import { setInterval as every } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Balancer } from './balancer';
import { ask, callsToLemlist, isThorough, startFleet, untilSynced, type Fleet } from './fleet';

const rounds = isThorough ? 3 : 1;
const longestStopMs = 30_000;

let fleet: Fleet;
let balancer: Balancer;

beforeAll(async () => {
  fleet = await startFleet(2);
  balancer = new Balancer(fleet.servers.map((server) => server.url));
  await untilSynced(fleet.servers[0]?.url ?? '');
  await balancer.hasReady(2);
});
afterAll(async () => {
  balancer.close();
  await fleet.end();
});

describe('two servers behind a balancer that asks who is ready', () => {
  it('are restarted one after the other without one failed request, a lost command or one sent twice', async () => {
    const { items } = await balancer.ask('GET', '/api/tasks?status=pending&vendor=lemlist&limit=40');
    const taskIds: string[] = items.map((task: { id: string }) => task.id);
    const texts: string[] = [];
    const failures: unknown[] = [];
    let isOver = false;
    const isGoing = () => !isOver && failures.length === 0;
    /** Does one thing after the other, none of them twice; the first failure is one too many. */
    async function work(pauseMs: number, act: () => Promise<unknown>): Promise<void> {
      for await (const _ of every(pauseMs)) {
        if (!isGoing()) return;
        await act().catch((error: unknown) => failures.push(error));
      }
    }
    const edit = () => {
      const text = `Rolling ${randomUUID()}`;
      const taskId = taskIds[texts.length % taskIds.length];
      texts.push(text);
      const body = { id: randomUUID(), kind: 'edit', taskIds: [taskId], changes: { text } };
      return balancer.ask('POST', '/api/commands', body);
    };
    const look = () => balancer.ask('GET', '/api/tasks/counts');
    const listening = balancer.listen(isGoing).catch((error: unknown) => {
      failures.push(error);
      return 0;
    });
    // No more commands than the vendor takes in the same time.
    const reps = [work(200, edit), work(1, look), work(1, look), work(1, look)];
    for (let round = 0; round < rounds; round += 1) {
      for (const server of fleet.servers) {
        const begun = Date.now();
        await server.stop();
        expect(Date.now() - begun).toBeLessThan(longestStopMs);
        expect(server.exitCode).toBe(0);
        await server.restart();
        await balancer.hasReady(2);
      }
    }
    isOver = true;
    await Promise.all(reps);
    expect(failures).toEqual([]);
    expect(texts.length).toBeGreaterThan(fleet.servers.length);
    expect(await listening).toBeGreaterThan(fleet.servers.length * rounds);

    const open = `select state from commands where state <> 'sent'`;
    await expect.poll(() => fleet.database.ask(open), { timeout: 120_000, interval: 250 }).toEqual([]);
    const sent = await fleet.database.ask(`select payload from commands where state = 'sent'`);
    expect(sent).toHaveLength(texts.length);
    const calls = await callsToLemlist(fleet.servers[0]?.url ?? '');
    const writes = calls.flatMap(({ method, status, body }) =>
      method === 'GET' || status === 429 ? [] : [JSON.stringify(body)],
    );
    for (const text of texts)
      expect(writes.filter((body) => body.includes(text)).length).toBeLessThanOrEqual(1);
    expect((await ask(fleet.servers[1]?.url ?? '', '/api/connections')).items).toMatchObject([
      { trouble: null },
      { trouble: null },
      { trouble: null },
    ]);
  });
});
