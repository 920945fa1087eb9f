import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';

import { openDatabase } from '../store/database';
import { isNobodyUp, listenForNotices } from '../store/notices';
import { grantGrace } from './grant-grace';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const graceMs = 6_000;

describe('a change whose hold ran out while no server ran', () => {
  it('can still be taken back some seconds after the start, and goes out after them', async () => {
    const [kept, undone] = [await desk.pulledTask(), await desk.pulledTask()];
    await desk.command('complete', kept.id);
    const { id } = await desk.command('complete', undone.id);
    await desk.newWrites();
    desk.advance(60_000);
    const before = desk.ctx.clock.now();
    expect(await grantGrace(desk.ctx)).toBe(2);

    expect(await desk.deliver()).toBe(0);
    const [command] = (await desk.read(kept.id)).commands;
    expect(command?.state).toBe('held');
    expect(Date.parse(command?.holdUntil ?? '')).toBeGreaterThanOrEqual(before.getTime() + graceMs);
    expect((await desk.call('DELETE', `/api/commands/${id}`)).status).toBe(200);
    desk.advance(graceMs + 1_000);
    expect(await desk.deliver()).toBe(1);
    expect(await desk.newWrites()).toHaveLength(1);
    expect((await desk.read(undone.id)).status).toBe('pending');
  });

  it('is told to pages that ask what changed, and a hold that is longer stays as it is', async () => {
    const [soon, later] = [await desk.pulledTask(), await desk.pulledTask()];
    await desk.command('ignore', soon.id);
    desk.advance(7_000);
    await desk.command('ignore', later.id);
    const { revision } = (await desk.call('GET', '/api/tasks/changes')).body;
    const [untouched] = (await desk.read(later.id)).commands;
    expect(await grantGrace(desk.ctx)).toBe(1);
    const { items } = (await desk.call('GET', `/api/tasks/changes?since=${revision}`)).body;
    expect(items.map((one: { id: string }) => one.id)).toContain(soon.id);
    expect((await desk.read(later.id)).commands).toEqual([untouched]);
    await desk.send();
  });

  it('that waits for its tool counts no seconds, and waits as long as the others', async () => {
    const task = await desk.pulledTask();
    const { id } = await desk.command('complete', task.id);
    await desk.vendor.misbehave({ kind: 'unauthorized' });
    desk.advance(9_000);
    await desk.deliver();
    const [waiting] = (await desk.read(task.id)).commands;
    await grantGrace(desk.ctx);
    expect((await desk.read(task.id)).commands).toMatchObject([{ id, holdUntil: waiting?.holdUntil }]);
    await desk.vendor.misbehave();
  });
});

describe('whether another server is up', () => {
  it('is told by the connection on which each listens, from its start to its end', async () => {
    const database = await createTestDatabase();
    const db = openDatabase(database.url, () => undefined);
    expect(await isNobodyUp(db)).toBe(true);
    const one = await listenForNotices(database.url, () => undefined);
    expect(await isNobodyUp(db)).toBe(false);
    const other = await listenForNotices(database.url, () => undefined);
    await one.stop();
    expect(await isNobodyUp(db)).toBe(false);
    await other.stop();
    await expect.poll(() => isNobodyUp(db)).toBe(true);
    await db.destroy();
    await database.destroy();
  });
});
