import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const history = async (id: string) => (await desk.call('GET', `/api/tasks/${id}/history`)).body;
const newest = async (id: string) => (await history(id)).items[0];
const change = (field: string, before: unknown, after: unknown) => ({ field, before, after });

describe('old and new in the history', () => {
  it.each([
    ['complete', 'completed'],
    ['ignore', 'ignored'],
  ])('of what is to %s are the two statuses', async (kind, status) => {
    const task = await desk.pulledTask();
    await desk.command(kind, task.id);
    expect(await newest(task.id)).toMatchObject({ kind, changes: [change('status', 'pending', status)] });
  });

  it('of a snooze are the two dues', async () => {
    const task = await desk.pulledTask();
    const until = { kind: 'instant', at: '2027-05-01T09:00:00.000Z' };
    await desk.command('snooze', task.id, { until });
    expect((await newest(task.id)).changes).toEqual([change('due', task.due, until)]);
  });

  it('of an edit are those of each field', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { title: 'Call Ben', priority: 'high' } });
    expect((await newest(task.id)).changes).toEqual([
      change('title', task.title, 'Call Ben'),
      change('priority', 'none', 'high'),
    ]);
  });

  it('of a new task are the fields that were filled in', async () => {
    const made = await desk.call('POST', '/api/tasks', desk.newTask({ title: 'Call Cem', text: '' }));
    const { items } = await history(made.body.results[0].task.id);
    expect(items[0]).toMatchObject({ kind: 'create', state: 'held' });
    expect(items[0].changes).toEqual([
      change('type', null, 'manual'),
      change('title', null, 'Call Cem'),
      change('priority', null, 'low'),
      change('due', null, { kind: 'instant', at: '2027-03-01T10:00:00.000Z' }),
      change('assigneeId', null, desk.userIds[1]),
    ]);
  });

  it('of a call is how it ended too', async () => {
    const key = `key-${randomUUID()}`;
    const { db, clock } = desk.ctx;
    const team = await createSaleshandyTeam(db, { key, now: clock.now(), rateLimit: 1000 });
    const prospectId = await team.prospects.add({ firstName: 'Anna', lastName: 'Weber' });
    await team.tasks.add({ prospectId, type: '12', dueDate: '2027-03-28' });
    const id = await pulledAt('saleshandy', key);
    await desk.command('complete', id, { outcome: 'Interested' });
    expect((await newest(id)).changes).toEqual([
      change('status', 'pending', 'completed'),
      change('outcome', null, 'Interested'),
    ]);
  });

  it('of a reopened task are the two statuses', async () => {
    const key = `wbk_${randomUUID()}`;
    const { db, clock } = desk.ctx;
    const firm = await createLeadlexWorkspace(db, { key, now: clock.now(), plan: 'org' });
    await firm.tasks.add({ title: 'Prepare the offer' });
    const id = await pulledAt('leadlex', key);
    await desk.command('complete', id);
    await desk.command('reopen', id);
    expect(await newest(id)).toMatchObject({ kind: 'reopen' });
    expect((await newest(id)).changes).toContainEqual(change('status', 'completed', 'pending'));
  });
});

describe('what the vendor changed itself', () => {
  it('is told with what was sent and what stands there now', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { priority: 'high', text: 'Ask.' } });
    expect((await history(task.id)).elsewhere).toEqual([]);
    await desk.send();
    expect((await history(task.id)).elsewhere).toEqual([]);
    await desk.changeAtVendor(task.title, { priority: '1' });
    await desk.pullUntil(async () => (await desk.read(task.id)).priority !== 'high');
    const { priority } = await desk.read(task.id);
    expect((await history(task.id)).elsewhere).toEqual([change('priority', 'high', priority)]);

    await desk.command('edit', task.id, { changes: { priority: 'none' } });
    expect((await history(task.id)).elsewhere).toEqual([]);
  });

  it('is told of a task that was closed there', async () => {
    const task = await desk.pulledTask();
    await desk.changeAtVendor(task.title, { done: true });
    await desk.pullUntil(async () => (await desk.read(task.id)).status !== 'pending');
    expect(await history(task.id)).toEqual({
      items: [],
      elsewhere: [change('status', 'pending', 'completed')],
    });
  });
});

async function pulledAt(vendor: 'saleshandy' | 'leadlex', key: string): Promise<string> {
  const account = await (vendor === 'leadlex'
    ? desk.connect('leadlex', key, 'org')
    : desk.connect('saleshandy', key));
  desk.advance(11 * 60_000);
  await account.pull();
  const path = `/api/tasks?connection=${account.connectionId}&status=pending`;
  return (await desk.call('GET', path)).body.items[0].id;
}
