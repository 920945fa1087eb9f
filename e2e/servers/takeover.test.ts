import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask, isThorough, startFleet, tell, untilSynced, type Fleet } from './fleet';

const patience = { timeout: 120_000, interval: 250 };
const longPatience = { timeout: 240_000, interval: 500 };
const atOnce = 4;

let fleet: Fleet;
const url = (index: number) => fleet.servers[index]?.url ?? '';

beforeAll(async () => {
  fleet = await startFleet(1);
  await untilSynced(url(0));
});
afterAll(() => fleet.end());

const statesOf = async (texts: readonly string[]): Promise<string[]> => {
  const rows = await fleet.database.ask(
    `select state, payload -> 'changes' ->> 'text' as text from commands`,
  );
  return texts.map((text) => rows.find((row) => row.text === text)?.state);
};
const misbehave = (at: string, faults: object[]) =>
  tell(at, 'PUT', '/sandbox/control/lemlist/faults', { faults });

describe('a server that dies while it delivers and lists', () => {
  it('is stood in for by another one within seconds, and what it had under way is not done twice', async () => {
    const { items } = await ask(url(0), `/api/tasks?status=pending&vendor=lemlist&limit=${atOnce + 2}`);
    const texts = items.map(() => `Taken over ${randomUUID()}`);
    await misbehave(url(0), [{ kind: 'timeout', method: 'PATCH', delayMs: 100_000 }]);
    for (const [index, task] of items.entries()) {
      const edit = { kind: 'edit', taskIds: [task.id], changes: { text: texts[index] } };
      await tell(url(0), 'POST', '/api/commands', { id: randomUUID(), ...edit });
    }
    const isSending = async () => (await statesOf(texts)).filter((state) => state === 'sending').length;
    await expect.poll(isSending, patience).toBe(atOnce);
    const survivor = await fleet.join();
    await fleet.servers[0]?.kill('SIGKILL');
    await misbehave(survivor.url, []);
    const begun = new Date().toISOString();
    const { items: connections } = await ask(survivor.url, '/api/connections');
    for (const { id } of connections) await tell(survivor.url, 'POST', `/api/connections/${id}/sync`, {});

    const isSent = async () => (await statesOf(texts)).filter((state) => state === 'sent').length;
    await expect.poll(isSent, patience).toBeGreaterThanOrEqual(2);
    await expect
      .poll(async () => (await ask(survivor.url, '/api/connections')).items, patience)
      .toSatisfy((all: { lastSyncAt: string }[]) => all.every((one) => one.lastSyncAt > begun));
    if (!isThorough) return;

    await expect.poll(isSent, longPatience).toBe(texts.length);
    const { effects } = await ask(survivor.url, '/sandbox/control/lemlist/effects');
    const done = JSON.stringify(effects.map((effect: { changes: object }) => effect.changes));
    for (const text of texts) expect(done.split(text)).toHaveLength(2);
  });
});
