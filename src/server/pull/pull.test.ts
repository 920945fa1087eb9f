import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { connectionsToPull } from '#server/store/connections';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ vendorTimeoutMs: 1_500 });
});
afterEach(() => desk.vendor.misbehave());
afterAll(() => desk.stop());

const dueDate = new Date('2027-03-10T09:00:00.000Z');
describe('the first listing', () => {
  it('shows every task of every page', async () => {
    const [userId] = desk.userIds;
    const mark = randomUUID();
    const tasks = Array.from({ length: 205 }, (_, index) => ({ title: `${mark} ${index}`, userId, dueDate }));
    await desk.vendor.tasks.addAll(tasks);
    await desk.pull();
    expect((await desk.call('GET', `/api/tasks/counts?q=${mark}`)).body.pending).toBe(205);
  });

  it('shows who a task is about, who does it, and its campaign', async () => {
    const [userId] = desk.userIds;
    const companyId = await desk.vendor.companies.add({ name: 'Harbour & Finch' });
    const email = `${randomUUID()}@weber.example`;
    const contactId = await desk.vendor.contacts.add({
      firstName: 'Anna',
      lastName: 'Weber',
      email,
      companyId,
    });
    const campaignId = await desk.vendor.campaigns.add({ name: 'Spring', status: 'paused' });
    const leadOf = await desk.vendor.contacts.add({ firstName: 'Lea', lastName: 'Lonely' });
    const leadId = await desk.vendor.leads.add({ contactId: leadOf, campaignId });
    const titles = [randomUUID(), randomUUID(), randomUUID()] as const;
    await desk.vendor.tasks.addAll([
      { title: titles[0], type: 'phone', priority: 2, content: 'Ring', userId, contactId, dueDate },
      { title: titles[1], userId, leadId, campaignId, dueDate },
      { title: titles[2], userId, companyId, dueDate },
    ]);
    desk.advance(61_000);
    await desk.pull();
    const find = async (title: string) =>
      (await desk.call('GET', `/api/tasks?status=pending&q=${title}`)).body.items;
    expect(await find(titles[0])).toMatchObject([
      {
        channel: 'call',
        vendorType: 'phone',
        priority: 'high',
        text: 'Ring',
        commands: [],
        outbound: false,
        campaign: null,
        due: { kind: 'instant', at: dueDate.toISOString() },
        assignee: { id: userId, name: 'Ada Rep' },
        person: { name: 'Anna Weber', email },
        parents: [{ kind: 'contact', id: contactId, name: 'Anna Weber' }],
      },
    ]);
    const campaign = { id: campaignId, name: 'Spring', state: 'paused' };
    expect(await find(titles[1])).toMatchObject([
      { person: { name: 'Lea Lonely' }, campaign, outbound: true },
    ]);
    expect(await find(titles[2])).toHaveLength(1);
  });
});

describe('a change at the vendor', () => {
  it('appears with the next listing', async () => {
    const task = await desk.pulledTask();
    const colleague = await desk.colleague();
    const title = `New ${task.title}`;
    const changes = { title, dueDate: '2027-06-01T08:00:00.000Z', assignedTo: colleague, priority: '1' };
    await desk.changeAtVendor(task.title, changes);
    await desk.pull();
    expect(await desk.read(task.id)).toMatchObject({
      title,
      due: { kind: 'instant', at: '2027-06-01T08:00:00.000Z' },
      assignee: { id: colleague, name: 'Cleo Rep' },
      priority: 'medium',
    });
  });

  it('that is none leaves the row as old as it was', async () => {
    const task = await desk.pulledTask();
    await desk.pull();
    expect((await desk.read(task.id)).version).toBe(task.version);
  });

  it('of another field leaves a change of the rep that is not delivered alone', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { text: 'Mine' } });
    await desk.changeAtVendor(task.title, { priority: '2' });
    await desk.pull();
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine', priority: 'high' });
    await desk.send();
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Mine', priority: 2 }]);
  });

  it('of the same field is not overwritten unseen: the rep’s change comes back as a conflict and can be kept', async () => {
    const task = await desk.pulledTask();
    const { id } = await desk.command('edit', task.id, { changes: { text: 'Mine', priority: 'low' } });
    await desk.changeAtVendor(task.title, { message: 'Theirs' });
    await desk.newWrites();
    await desk.pull();
    await desk.send();
    expect(await desk.newWrites()).toEqual([]);
    expect(await desk.read(task.id)).toMatchObject({
      text: 'Theirs',
      priority: 'none',
      commands: [
        {
          state: 'failed',
          payload: { changes: { text: 'Mine', priority: 'low' } },
          failure: { conflict: true, fields: [{ path: 'changes.text' }] },
        },
      ],
    });
    await desk.call('POST', `/api/commands/${id}/retry`);
    await desk.pull();
    await desk.send();
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Mine', priority: 0 }]);
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine', commands: [] });
  });

  it('takes a second change of the rep on the same field back as well, and a snooze like an edit', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { text: 'One' } });
    await desk.command('edit', task.id, { changes: { text: 'Two' } });
    await desk.command('snooze', task.id, { until: { kind: 'instant', at: '2027-05-01T08:00:00.000Z' } });
    await desk.changeAtVendor(task.title, { message: 'Theirs', dueDate: '2027-06-01T08:00:00.000Z' });
    await desk.pull();
    const { text, due, commands } = await desk.read(task.id);
    expect({ text, due }).toEqual({
      text: 'Theirs',
      due: { kind: 'instant', at: '2027-06-01T08:00:00.000Z' },
    });
    expect(commands.map((one) => [one.state, one.failure?.conflict])).toEqual([
      ['failed', true],
      ['failed', true],
      ['failed', true],
    ]);
  });

  it('that only tidies spaces is no conflict', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { text: 'One  \n' } });
    await desk.send();
    await desk.command('edit', task.id, { changes: { text: 'Two' } });
    await desk.changeAtVendor(task.title, { message: 'One' });
    await desk.pull();
    await desk.send();
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Two' }]);
  });
});

describe('a task that was closed at the vendor', () => {
  it('closes here and says that it was closed elsewhere', async () => {
    const task = await desk.pulledTask();
    await desk.changeAtVendor(task.title, { done: true });
    await desk.pullUntil(async () => (await desk.read(task.id)).status !== 'pending');
    expect(await desk.read(task.id)).toMatchObject({ status: 'completed', closedElsewhere: true });
    expect((await desk.read(task.id)).closedAt).not.toBeNull();
  });

  it('stays open while the listing breaks off on its second page, and the listing is not counted', async () => {
    const task = await desk.pulledTask();
    const before = (await desk.call('GET', '/api/connections')).body.items[0].lastSyncAt;
    await desk.changeAtVendor(task.title, { done: true });
    await desk.vendor.misbehave(
      { kind: 'slow', method: 'GET', path: '/tasks', remaining: 1, delayMs: 0 },
      { kind: 'broken-json', method: 'GET', path: '/tasks' },
    );
    for (let count = 0; count < 3; count += 1) await desk.pull();
    expect((await desk.read(task.id)).status).toBe('pending');
    const [connection] = (await desk.call('GET', '/api/connections')).body.items;
    expect(connection).toMatchObject({ lastSyncAt: before, trouble: { kind: 'unreadable' } });
    await desk.vendor.misbehave();
    await desk.pullUntil(async () => (await desk.read(task.id)).status !== 'pending');
    expect((await desk.call('GET', '/api/connections')).body.items[0].trouble).toBeNull();
  });

  it('stays as the rep left it until the vendor has answered what the rep asked for', async () => {
    const [edited, completed] = [await desk.pulledTask(), await desk.pulledTask()];
    await desk.command('edit', edited.id, { changes: { text: 'Mine' } });
    await desk.command('complete', completed.id);
    for (const task of [edited, completed]) await desk.changeAtVendor(task.title, { done: true });
    await desk.newWrites();
    await desk.pull();
    expect(await desk.read(edited.id)).toMatchObject({ status: 'pending', commands: [{ state: 'held' }] });
    await desk.send();
    expect(await desk.newWrites()).toHaveLength(2);
    await desk.pullUntil(async () => (await desk.read(edited.id)).status === 'completed');
    expect(await desk.read(edited.id)).toMatchObject({ closedElsewhere: true, commands: [] });
    expect(await desk.read(completed.id)).toMatchObject({ status: 'completed', closedElsewhere: false });
  });

  it('is not believed closed with all the others when the list is suddenly empty, until it stays so for minutes', async () => {
    const other = await openDesk();
    try {
      const tasks = [];
      for (let made = 0; made < 7; made += 1) tasks.push(await other.pulledTask());
      for (const task of tasks) await other.changeAtVendor(task.title, { done: true });
      await other.pull();
      expect(await other.tasks()).toHaveLength(7);
      expect((await other.call('GET', '/api/connections')).body.items[0].trouble.message).toContain(
        'suddenly empty',
      );
      other.advance(5 * 60_000);
      await other.pull();
      expect(await other.tasks()).toHaveLength(0);
    } finally {
      await other.stop();
    }
  });
});

describe('a vendor that answers nonsense', () => {
  it.each(['html', 'broken-json', 'server-error', 'timeout'] as const)(
    '(%s) changes nothing on the board, is named as trouble, and is asked again later',
    async (kind) => {
      const task = await desk.pulledTask();
      await desk.vendor.misbehave({ kind });
      await desk.pull();
      expect(await desk.read(task.id)).toMatchObject({ version: task.version });
      const [connection] = (await desk.call('GET', '/api/connections')).body.items;
      expect(connection.trouble.kind).toMatch(/unreadable|down/);
      expect(connection.syncing).toBe(false);
    },
  );
});

describe('a listing that breaks on Outboard’s side', () => {
  it('is tried again later and not without a pause', async () => {
    const { db, workspaceId, clock } = desk.ctx;
    await sql`alter table records rename to records_away`.execute(db);
    await desk.call('POST', `/api/connections/${desk.connectionId}/sync`);
    const title = randomUUID();
    await desk.vendor.tasks.add({ title, userId: desk.userIds[0], contactId: desk.contactId, dueDate });
    await expect(desk.pull()).rejects.toThrow('records');
    expect(await connectionsToPull(db, workspaceId, clock.now())).toEqual([]);
    await sql`alter table records_away rename to records`.execute(db);
    desk.advance(30_000);
    expect(await connectionsToPull(db, workspaceId, clock.now())).toEqual([desk.connectionId]);
    await desk.pull();
    expect((await desk.call('GET', `/api/tasks/counts?q=${title}`)).body.pending).toBe(1);
  });
});
