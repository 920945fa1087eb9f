import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { addConnection } from '#server/connections/change-connections';
import { startOutboard } from '#server/start';
import { createTestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';

import { createLog } from '../log';

const address = '/api/practice-faults';
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
afterEach(() => desk.vendor.misbehave());

const teams = async () => (await desk.call('GET', address)).body.items;
const change = (body: object, id = desk.connectionId) => desk.call('PATCH', `${address}/${id}`, body);
const inSandbox = async () =>
  (await desk.call('GET', `/sandbox/control/lemlist/faults?key=${desk.vendor.key}`)).body.faults;

describe('the faults of a practice vendor', () => {
  it('are those that its sandbox knows, and none is on at first', async () => {
    const known = ['limited', 'down', 'silent', 'nonsense', 'slow', 'key-refused', 'lost-answer'];
    expect(await teams()).toEqual([{ connectionId: desk.connectionId, known, on: [] }]);
  });

  it('are switched on and off one by one, and a call meets the one switched on last', async () => {
    await change({ on: { name: 'slow' } });
    const { status, body } = await change({ on: { name: 'limited', calls: 3 } });
    expect([status, body.on]).toEqual([
      200,
      [
        { name: 'limited', callsLeft: 3 },
        { name: 'slow', callsLeft: null },
      ],
    ]);
    expect(await inSandbox()).toEqual([
      { kind: 'rate-limited', retryAfter: 15, remaining: 3 },
      { kind: 'slow', delayMs: 3000 },
    ]);
    expect((await change({ off: ['limited'] })).body.on).toEqual([{ name: 'slow', callsLeft: null }]);
    expect((await teams())[0].on).toEqual([{ name: 'slow', callsLeft: null }]);
  });

  it('that were set by a script show too, and can be switched off', async () => {
    await desk.vendor.misbehave(
      { kind: 'broken-json', method: 'GET', remaining: 2 },
      { kind: 'html', remaining: 1 },
      { kind: 'server-error', path: '/tasks' },
    );
    expect((await teams())[0].on).toEqual([
      { name: 'nonsense', callsLeft: 3 },
      { name: 'down', callsLeft: null },
    ]);
    await change({ off: ['nonsense'] });
    expect(await inSandbox()).toEqual([{ kind: 'server-error', path: '/tasks' }]);
  });

  it('end all at once', async () => {
    await change({ on: { name: 'down' } });
    await change({ on: { name: 'key-refused' } });
    const { status, body } = await desk.call('DELETE', address);
    expect([status, body.items[0].on]).toEqual([200, []]);
    expect(await inSandbox()).toEqual([]);
  });

  it('switched at the same time all come out', async () => {
    const names = ['limited', 'down', 'silent', 'nonsense', 'slow', 'key-refused', 'lost-answer'];
    await Promise.all(names.map((name) => change({ on: { name } })));
    const [{ on }] = await teams();
    expect(on.map(({ name }: { name: string }) => name).toSorted()).toEqual(names.toSorted());
  });

  it('lose the answers of changes alone', async () => {
    const task = await desk.pulledTask();
    await change({ on: { name: 'lost-answer', calls: 1 } });
    await desk.pull();
    await desk.command('complete', task.id);
    await desk.send();
    expect((await desk.read(task.id)).commands).toMatchObject([{ state: 'uncertain' }]);
    expect((await desk.atVendor(task.title ?? ''))[0]).toMatchObject({ status: 'completed' });
    expect((await teams())[0].on).toEqual([]);
  });

  it('that are switched off let the board ask at once, so that a refused key does not wait for minutes', async () => {
    await change({ on: { name: 'key-refused' } });
    await desk.pull();
    const connection = async () => (await desk.call('GET', '/api/connections')).body.items[0];
    expect(await connection()).toMatchObject({ circuit: 'open' });
    await change({ off: ['key-refused'] });
    await desk.pull();
    expect(await connection()).toMatchObject({ circuit: 'closed', trouble: null });
  });
});

describe('a switch is refused', () => {
  it.each([
    ['a fault that nobody knows', { on: { name: 'tired' } }, 'on.name'],
    ['a fault of another vendor', { on: { name: 'ambiguous-name' } }, 'on.name'],
    ['no number of calls', { on: { name: 'slow', calls: 0 } }, 'on.calls'],
    ['a word that is not known', { colour: 'red' }, 'colour'],
  ])('for %s', async (_, body, path) => {
    const answer = await change(body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    expect(await inSandbox()).toEqual([]);
  });

  it('for a connection of a real vendor, which is never asked and not in the list', async () => {
    const real = await addConnection(desk.ctx, {
      vendor: 'lemlist',
      label: 'Sales',
      key: desk.vendor.key,
      sandbox: false,
      plan: null,
    });
    expect((await change({ on: { name: 'down' } }, real.id)).status).toBe(404);
    expect((await change({ on: { name: 'down' } }, randomUUID())).status).toBe(404);
    expect((await teams()).map((one: { connectionId: string }) => one.connectionId)).toEqual([
      desk.connectionId,
    ]);
    expect(await inSandbox()).toEqual([]);
  });

  it('where nobody in the sandbox has the key, and that team is not in the list', async () => {
    const stranger = await addConnection(desk.ctx, {
      vendor: 'saleshandy',
      label: 'Gone',
      key: 'nobody-has-this',
      sandbox: true,
      plan: null,
    });
    expect((await change({ on: { name: 'down' } }, stranger.id)).status).toBe(404);
    expect(await teams()).toHaveLength(1);
  });

  it('when another site asks for it', async () => {
    const ask = (method: string, path: string) =>
      fetch(`${desk.url}${path}`, {
        method,
        headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        ...(method === 'PATCH' && { body: JSON.stringify({ on: { name: 'down' } }) }),
      });
    expect((await ask('PATCH', `${address}/${desk.connectionId}`)).status).toBe(403);
    await change({ on: { name: 'slow' } });
    expect((await ask('DELETE', address)).status).toBe(403);
    expect((await teams())[0].on).toEqual([{ name: 'slow', callsLeft: null }]);
  });
});

it('without a sandbox there is nothing to switch, even for a practice connection that was left', async () => {
  const database = await createTestDatabase();
  const outboard = await startOutboard({
    config: {
      PORT: 0,
      HOST: '127.0.0.1',
      PUBLIC_URL: undefined,
      SANDBOX: 'off',
      HOLD_SECONDS: 8,
      OUTBOUND_HOLD_SECONDS: 20,
    },
    database: database.url,
    secret: 'a secret for tests only',
    log: createLog('silent'),
    clock: { now: () => new Date() },
    page: null,
    workspaceId: 1,
  });
  const left = await addConnection(outboard.ctx, {
    vendor: 'lemlist',
    label: 'Practice team',
    key: 'sandbox-lemlist-key',
    sandbox: true,
    plan: null,
  });
  const status = async (method: string, path: string) =>
    (await fetch(`${outboard.url}${address}${path}`, { method, ...(method === 'PATCH' && { body: '{}' }) }))
      .status;
  expect(await status('GET', '')).toBe(404);
  expect(await status('PATCH', `/${left.id}`)).toBe(404);
  expect(await status('DELETE', '')).toBe(404);
  await outboard.stop();
  await database.destroy();
});
