import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { createLemlistTeam } from '#sandbox/lemlist/team';
import { beginTrial } from '#server/connections/pass-circuit';
import { createSecretBox } from '#server/connections/secret-box';
import { updateConnection } from '#server/store/connections';
import { createTestDatabase, type TestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';
import type { Harness } from '#testing/harness';

import { vendorOpener } from './open-vendor';
import { pull } from './pull';

const minuteMs = 60_000;
let database: TestDatabase<unknown>;
let desk: Desk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openDesk({ databaseUrl: database.url });
  await desk.pull();
});
afterEach(async () => {
  await desk.vendor.misbehave();
  await pressTryNow();
  desk.advance(15 * minuteMs);
  await desk.pull();
  await desk.deliver();
});
afterAll(async () => {
  await desk.stop();
  await database.destroy();
});

const here = () => `/api/connections/${desk.connectionId}`;
const pressTryNow = () => desk.call('POST', `${here()}/sync`);
const calls = async () => (await desk.vendor.calls()).length;

async function connection(of: Harness = desk) {
  const { items } = (await of.call('GET', '/api/connections')).body;
  return items.find((one: { id: string }) => one.id === desk.connectionId);
}

async function waitingTasks(count: number) {
  const tasks = [];
  for (let made = 0; made < count; made += 1) tasks.push(await desk.pulledTask());
  for (const task of tasks) await desk.command('edit', task.id, { changes: { text: task.title } });
  await desk.newWrites();
  return tasks;
}

const textsSent = async () =>
  (await desk.newWrites()).map((one) => (one.body as { message: string }).message);

describe('a vendor that does not answer', () => {
  it('is left alone after a few calls, keeps every change, and gets them all in their order when it is back', async () => {
    const tasks = await waitingTasks(7);
    await desk.vendor.misbehave({ kind: 'server-error' });
    for (let count = 0; count < 2; count += 1) await desk.pull();
    expect(await connection()).toMatchObject({
      circuit: 'open',
      pausedUntil: expect.any(String),
      trouble: { kind: 'down', message: 'lemlist does not answer.' },
    });
    const before = await calls();
    desk.advance(1_000);
    await desk.send();
    expect(await calls()).toBe(before);
    expect((await desk.read(tasks[0]!.id)).commands).toMatchObject([
      { state: 'held', failure: { kind: 'down', message: 'lemlist does not answer.' } },
    ]);
    await desk.vendor.misbehave();
    await desk.pull();
    expect(await connection()).toMatchObject({ circuit: 'closed', pausedUntil: null, trouble: null });
    expect((await desk.read(tasks[0]!.id)).commands).toMatchObject([{ state: 'held', failure: null }]);
    expect(await desk.deliver()).toBe(7);
    const sent = await textsSent();
    expect(sent.slice(0, 4).toSorted()).toEqual(
      tasks
        .slice(0, 4)
        .map((task) => task.title)
        .toSorted(),
    );
    expect(sent).toHaveLength(7);
  });

  it('is tried by one call at the end of each pause, and that by one process alone', async () => {
    const other = await openDesk({ databaseUrl: database.url });
    other.advance(desk.ctx.clock.now().getTime() - other.ctx.clock.now().getTime());
    await desk.vendor.misbehave({ kind: 'server-error' });
    for (let count = 0; count < 2; count += 1) await desk.pull();
    const before = await calls();
    // The two clocks agree only as well as a busy machine sets them, and either process may be the one that gets the listing.
    for (const one of [desk, other]) one.advance(6_000);
    const { connectionId } = desk;
    const stopping = new AbortController().signal;
    const trials = [desk, other].map((one) =>
      pull(one.ctx, {
        connectionId,
        owner: randomUUID(),
        openVendor: vendorOpener({ sandboxOrigin: one.url }),
        stopping,
      }),
    );
    await Promise.all(trials);
    expect((await calls()) - before).toBe(1);
    for (const one of [desk, other]) one.advance(11_000);
    const begun = [desk, other].map((one) => beginTrial(one.ctx, connectionId));
    expect((await Promise.all(begun)).toSorted()).toEqual(['open', 'trial']);
    await other.stop();
  });

  it('is tried again by another process when the one that had the trial is gone', async () => {
    await desk.vendor.misbehave({ kind: 'server-error' });
    for (let count = 0; count < 2; count += 1) await desk.pull();
    const { db, workspaceId, clock } = desk.ctx;
    const retryAt = new Date(clock.now().getTime() + minuteMs);
    await updateConnection(db, workspaceId, desk.connectionId, { circuit: 'half-open', retry_at: retryAt });
    await desk.vendor.misbehave();
    await desk.pull();
    expect(await connection()).toMatchObject({ circuit: 'half-open' });
    desk.advance(minuteMs);
    await desk.pull();
    expect(await connection()).toMatchObject({ circuit: 'closed' });
  });

  it('takes a new change, which waits, and is tried at once when a rep says so', async () => {
    const [task] = [await desk.pulledTask()];
    await desk.vendor.misbehave({ kind: 'server-error' });
    for (let count = 0; count < 2; count += 1) await desk.pull();
    expect((await desk.command('complete', task.id)).status).toBe(200);
    await desk.vendor.misbehave();
    await pressTryNow();
    await desk.pull();
    await desk.send();
    expect(await desk.atVendor(task.title)).toMatchObject([{ status: 'completed' }]);
  });

  it('does not hold up what the vendor never hears of', async () => {
    const key = `wbk_${randomUUID()}`;
    const firm = await createLeadlexWorkspace(desk.ctx.db, { key, now: desk.ctx.clock.now(), plan: 'org' });
    const contactId = await firm.contacts.add({});
    const title = randomUUID();
    await firm.tasks.add({ title, contactId });
    const leadlex = await desk.connect('leadlex', key, 'org');
    await leadlex.pull();
    const [task] = (await desk.call('GET', `/api/tasks?status=pending&q=${title}`)).body.items;
    await desk.call('PUT', '/sandbox/control/leadlex/faults', { key, faults: [{ kind: 'unauthorized' }] });
    desk.advance(minuteMs);
    await leadlex.pull();
    await desk.command('ignore', task.id);
    desk.advance(20_000);
    expect(await leadlex.deliver()).toBe(1);
    expect(await desk.read(task.id)).toMatchObject({ boardOnly: true, commands: [] });
  });
});

describe('a vendor that fails for writes alone', () => {
  it('gets ever fewer of them, and each command goes once in the end', async () => {
    const tasks = await waitingTasks(8);
    await desk.vendor.misbehave({ kind: 'server-error', method: 'PATCH' });
    desk.advance(20_000);
    for (let round = 0; round < 10; round += 1) {
      desk.advance(5_000);
      await desk.deliver();
      await desk.pull();
    }
    expect((await desk.newWrites()).length).toBeLessThan(20);
    await desk.vendor.misbehave();
    await desk.pullUntil(async () => {
      desk.advance(11 * minuteMs);
      await desk.pull();
      await desk.deliver();
      const left = await Promise.all(tasks.map((task) => desk.read(task.id)));
      return left.every((task) => task.commands.length === 0);
    });
    expect((await textsSent()).toSorted()).toEqual(tasks.map((task) => task.title).toSorted());
  });

  it('that this key may not do fails at its card and lets the others go', async () => {
    const [forbidden, other] = await waitingTasks(2);
    await desk.vendor.misbehave({ kind: 'unauthorized', method: 'POST', path: '/tasks/ignore' });
    await desk.command('ignore', forbidden!.id);
    for (let round = 0; round < 5; round += 1) {
      await desk.send();
      await desk.pull();
    }
    expect((await desk.read(other!.id)).commands).toEqual([]);
    expect(await desk.read(forbidden!.id)).toMatchObject({
      status: 'pending',
      commands: [{ kind: 'ignore', state: 'failed', failure: { kind: 'auth' } }],
    });
  });
});

describe('a plan whose calls of the minute are used up', () => {
  it('is no trouble: the changes wait for the next minute and then go', async () => {
    const key = `wbk_${randomUUID()}`;
    const firm = await createLeadlexWorkspace(desk.ctx.db, {
      key,
      now: desk.ctx.clock.now(),
      plan: 'starter',
    });
    const contactId = await firm.contacts.add({});
    await firm.tasks.addAll(Array.from({ length: 12 }, (_, index) => ({ title: `T ${index}`, contactId })));
    const { connectionId, ...leadlex } = await desk.connect('leadlex', key, 'starter');
    await leadlex.pull();
    const path = `/api/tasks?status=pending&connection=${connectionId}`;
    const open = async (): Promise<{ id: string; commands: unknown[] }[]> =>
      (await desk.call('GET', path)).body.items;
    for (const { id } of await open()) await desk.command('edit', id, { changes: { text: 'Mine' } });
    desk.advance(2 * minuteMs);
    await leadlex.deliver();
    expect((await open()).filter((task) => task.commands.length > 0)).toHaveLength(2);
    const { items } = (await desk.call('GET', '/api/connections')).body;
    expect(items.find((one: { id: string }) => one.id === connectionId)).toMatchObject({
      circuit: 'closed',
      trouble: null,
    });
    desk.advance(2 * minuteMs);
    await leadlex.deliver();
    expect((await open()).filter((task) => task.commands.length > 0)).toEqual([]);
  });
});

describe('a key', () => {
  it('of another team is refused in place of this one, and no task closes', async () => {
    const task = await desk.pulledTask();
    const key = `key-${randomUUID()}`;
    const { users } = await createLemlistTeam(desk.ctx.db, {
      key,
      now: desk.ctx.clock.now(),
      rateLimit: 1000,
    });
    await users.add({ name: 'Somebody Else' });
    const answer = await desk.call('PATCH', here(), { key });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [
          {
            path: 'key',
            message: 'This key belongs to another lemlist team. Connect it as a new connection.',
          },
        ],
      },
    });
    await desk.pull();
    expect((await desk.read(task.id)).status).toBe('pending');
  });

  it('is not replaced while the vendor cannot tell whose the new one is', async () => {
    await desk.vendor.misbehave({ kind: 'server-error' });
    const answer = await desk.call('PATCH', here(), { key: desk.vendor.key });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'key' }] } });
  });

  it('that is refused again and again is tried by a read every ten minutes, and a new one sends what waited at once', async () => {
    const [task] = await waitingTasks(1);
    await desk.vendor.misbehave({ kind: 'unauthorized' });
    await desk.send();
    desk.advance(5_000);
    await desk.pull();
    const before = await calls();
    for (let count = 0; count < 9; count += 1) {
      desk.advance(minuteMs);
      await desk.pull();
      await desk.deliver();
    }
    expect(await calls()).toBe(before);
    expect(await connection()).toMatchObject({ circuit: 'open', trouble: { kind: 'auth' } });
    await desk.vendor.misbehave();
    const changed = await desk.call('PATCH', here(), { key: desk.vendor.key });
    expect(changed.body).toMatchObject({ circuit: 'closed', trouble: null });
    expect(await desk.deliver()).toBe(1);
    expect((await desk.read(task!.id)).commands).toEqual([]);
  });

  it('that Outboard cannot open any more says so, makes no call, and works again once it is pasted anew', async () => {
    const [task] = await waitingTasks(1);
    const sealed = createSecretBox('quite another secret').seal(desk.vendor.key, desk.connectionId);
    await updateConnection(desk.ctx.db, desk.ctx.workspaceId, desk.connectionId, { key_sealed: sealed });
    const before = await calls();
    expect(await desk.send()).toBe(0);
    await desk.pull();
    expect(await calls()).toBe(before);
    expect((await connection()).trouble).toMatchObject({
      kind: 'auth',
      message: expect.stringMatching(/OUTBOARD_SECRET.*Paste the key again\./),
    });
    const search = await desk.call('GET', `/api/parents?connection=${desk.connectionId}&q=anna`);
    expect(search.body.detail).toContain('Paste the key again.');
    expect((await desk.call('PATCH', here(), { key: desk.vendor.key })).status).toBe(200);
    expect(await desk.deliver()).toBe(1);
    expect((await desk.read(task!.id)).commands).toEqual([]);
  });
});
