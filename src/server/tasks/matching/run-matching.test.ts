import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { sandboxTables } from '#sandbox/database';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import { addTasks } from '#testing/add-tasks';
import { openDesk, type Desk } from '#testing/desk';
import type { Account } from '#testing/harness';

let desk: Desk;
let other: Account;

beforeAll(async () => {
  desk = await openDesk();
  const key = `key-${randomUUID()}`;
  const team = await createSaleshandyTeam(desk.ctx.db, { key, now: desk.ctx.clock.now(), rateLimit: 1000 });
  const prospectId = await team.prospects.add({ firstName: 'Anna', lastName: 'Weber' });
  await team.tasks.add({ prospectId, type: '9', note: 'Saleshandy one', dueDate: '2027-03-10' });
  other = await desk.connect('saleshandy', key);
  await other.pull();
});
afterAll(() => desk.stop());

/** So many lemlist tasks that share a word. */
async function some(count: number) {
  const word = `w${randomUUID().slice(0, 8)}`;
  for (let at = 0; at < count; at += 1) await desk.pulledTask({ title: `${word} ${at}` });
  return word;
}

const post = (kind: string, filter: object, more: object = {}) => {
  const body = { id: randomUUID(), kind, match: { status: 'pending', filter }, ...more };
  return desk
    .call('POST', '/api/commands/matching', body)
    .then((answer) => ({ ...answer, body: answer.body, sent: body }));
};
const count = async (q: string) => (await desk.call('GET', `/api/tasks/counts?q=${q}`)).body;

it('does it to all that match and to no other, and tells only how many', async () => {
  const word = await some(3);
  const beside = await desk.pulledTask();
  const { status, body } = await post('complete', { q: word });
  expect({ status, body }).toEqual({ status: 200, body: { done: 3, refused: 0, failures: [] } });
  expect(await count(word)).toMatchObject({ pending: 0, completed: 3 });
  expect((await desk.read(beside.id)).status).toBe('pending');
});

it('sent again it does nothing more and answers the same', async () => {
  const word = await some(2);
  const { sent, body } = await post('ignore', { q: word });
  const late = await desk.pulledTask({ title: `${word} late` });
  expect((await desk.call('POST', '/api/commands/matching', sent)).body).toEqual(body);
  expect((await desk.read(late.id)).status).toBe('pending');
  const twice = await Promise.all([1, 2].map(() => desk.call('POST', '/api/commands/matching', sent)));
  expect(twice.map((answer) => answer.body.done)).toEqual([2, 2]);
});

it('is one step to undo, and the vendor never hears of it', async () => {
  const word = await some(3);
  await desk.send();
  await desk.newWrites();
  const { sent } = await post('snooze', { q: word }, { until: { instant: '2027-05-01T09:00:00Z' } });
  const [step] = (await desk.call('GET', '/api/commands')).body.items;
  expect(step).toMatchObject({ id: sent.id, states: { held: 3 } });
  await desk.call('DELETE', `/api/commands/${sent.id}`);
  await desk.send();
  expect(await desk.newWrites()).toEqual([]);
  const { items } = (await desk.call('GET', `/api/tasks?status=pending&q=${word}`)).body;
  expect(items.map((task: { due: unknown }) => task.due)).toEqual(
    [0, 1, 2].map(() => ({ kind: 'instant', at: '2027-03-10T09:00:00.000Z' })),
  );
});

it('taken back, each of many tasks has its own due again', async () => {
  const word = await some(12);
  const { items } = (await desk.call('GET', `/api/tasks?status=pending&q=${word}`)).body;
  const dues = new Map<string, string>();
  for (const [at, { id }] of items.entries()) {
    dues.set(id, `2027-04-${String(at + 10)}T09:00:00.000Z`);
    await desk.command('snooze', id, { until: { kind: 'instant', at: dues.get(id) } });
  }
  await desk.send();
  const { sent } = await post('snooze', { q: word }, { until: { instant: '2027-05-01T09:00:00Z' } });
  const { status } = await desk.call('DELETE', `/api/commands/${sent.id}`);
  expect(status).toBe(200);
  const back = (await desk.call('GET', `/api/tasks?status=pending&q=${word}`)).body.items;
  const dueOf = ({ id, due }: { id: string; due: { at: string } }) => [id, due.at];
  expect(new Map(back.map(dueOf))).toEqual(dues);
});

it('leaves out what a vendor does not allow, and names the first of those with the reason', async () => {
  const word = await some(2);
  const { body } = await post('priority', { q: word }, { priority: 'high' });
  expect(body).toMatchObject({ done: 2, refused: 0 });
  const mixed = await post('priority', { due: '..2027-12-31' }, { priority: 'low' });
  expect(mixed.body).toMatchObject({
    refused: 1,
    failures: [{ task: { vendor: 'saleshandy' }, message: 'Saleshandy cannot change this.' }],
  });
  // Whoever got no answer the first time is told of the refused ones too.
  const late = await desk.pulledTask();
  expect((await desk.call('POST', '/api/commands/matching', mixed.sent)).body).toEqual(mixed.body);
  expect((await desk.read(late.id)).priority).toBe('none');
  const alone = await post('priority', { vendor: 'saleshandy' }, { priority: 'low' });
  expect(alone).toMatchObject({ status: 409, body: { detail: 'Saleshandy cannot change this.' } });
});

it('gives all that match to somebody, tells to whom, and says why not the others', async () => {
  const connections = (await desk.call('GET', '/api/connections')).body.items;
  const own = connections.find(({ id }: { id: string }) => id === desk.connectionId);
  const { id, name } = own.members[0];
  const assignees = { [desk.connectionId]: id };
  const word = await some(2);
  const { sent, body } = await post('assign', { q: word }, { assignees });
  expect(body).toMatchObject({ done: 2, refused: 0 });
  const [step] = (await desk.call('GET', '/api/commands')).body.items;
  expect(step).toMatchObject({ id: sent.id, kind: 'edit', givenTo: name });
  const alone = await post('assign', { vendor: 'saleshandy' }, { assignees });
  expect(alone).toMatchObject({
    status: 409,
    body: { detail: 'Saleshandy cannot change who does a task.' },
  });
});

it('snoozes days to a day and times to a time', async () => {
  const until = { date: '2027-06-01', instant: '2027-06-01T09:00:00.000Z' };
  const { body } = await post('snooze', {}, { until });
  expect(body.refused).toBe(0);
  const { items } = (await desk.call('GET', '/api/tasks?status=pending&limit=200')).body;
  const dues = new Map(items.map(({ vendor, due }: { vendor: string; due: unknown }) => [vendor, due]));
  expect(Object.fromEntries(dues)).toEqual({
    lemlist: { kind: 'instant', at: until.instant },
    saleshandy: { kind: 'date', date: until.date },
  });
});

it('another rep who did the same before leaves nothing to do, and it says so', async () => {
  const word = await some(2);
  await post('complete', { q: word });
  expect(await post('complete', { q: word })).toMatchObject({
    status: 409,
    body: { detail: 'Nothing matches any more.' },
  });
});

it('two reps who do the same at once do it once, and the other hears that nothing is left', async () => {
  const word = await some(3);
  const both = await Promise.all([post('complete', { q: word }), post('complete', { q: word })]);
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(both.find(({ status }) => status === 409)?.body.detail).toBe('Nothing matches any more.');
});

it('sends again only what the vendor refused', async () => {
  const word = await some(3);
  const { sent } = await post('complete', { q: word });
  const kept = sandboxTables(desk.ctx.db);
  const [there] = await desk.atVendor(`${word} 1`);
  const row = await kept
    .deleteFrom('lemlist_tasks')
    .where('id', '=', there?._id ?? '')
    .returningAll()
    .executeTakeFirstOrThrow();
  await desk.send();
  const [step] = (await desk.call('GET', '/api/commands')).body.items;
  expect(step.states).toEqual({ sent: 2, failed: 1 });
  const again = await desk.call('POST', `/api/commands/${sent.id}/retry`);
  expect(again.body.results).toMatchObject([{ ok: true }]);
  await kept.insertInto('lemlist_tasks').values(row).execute();
  await desk.send();
  expect((await desk.call('GET', '/api/commands')).body.items[0].states).toEqual({ sent: 3 });
});

it('tells what kinds of tasks match, and how many of each', async () => {
  const { body } = await desk.call('GET', '/api/tasks/kinds?status=pending&vendor=saleshandy');
  expect(body.items).toEqual([
    {
      connectionId: other.connectionId,
      vendor: 'saleshandy',
      channel: 'manual',
      boardOnly: false,
      dueKind: 'date',
      count: 1,
    },
  ]);
});

it('refuses what it cannot read, at its field', async () => {
  const { status, body } = await post('snooze', { due: 'someday' }, { until: {} });
  expect(status).toBe(422);
  expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['match.filter.due', 'until']),
  );
});

it('more tasks than one statement takes are all changed and all taken back, told in numbers alone', async () => {
  const word = randomUUID();
  await addTasks(
    desk,
    Array.from({ length: 1100 }, () => ({ title: word })),
  );
  const { sent, body } = await post('ignore', { q: word });
  expect(body).toEqual({ done: 1100, refused: 0, failures: [] });
  expect(await count(word)).toMatchObject({ pending: 0, ignored: 1100 });
  expect(await desk.call('DELETE', `/api/commands/${sent.id}`)).toEqual({
    status: 200,
    body: { results: [] },
  });
  expect(await count(word)).toMatchObject({ pending: 1100, ignored: 0 });
});
