import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { addToDate, startOfDate } from '#contract/dates';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const hourMs = 3_600_000;
const inHours = (hours: number) =>
  new Date(desk.ctx.clock.now().getTime() + hours * hourMs).toISOString().replace(/\.\d+Z$/, '.000Z');
const until = (at: string) => ({ until: { kind: 'instant', at } });
const listed = async (status = 'pending') => {
  const { body } = await desk.call('GET', `/api/tasks?status=${status}&due=snoozed&tz=Europe/Berlin`);
  return (body.items as { id: string }[]).map(({ id }) => id);
};
const numbers = async () => {
  const [counts, views, facets] = await Promise.all([
    desk.call('GET', '/api/tasks/counts?due=snoozed'),
    desk.call('GET', '/api/views/counts'),
    desk.call('GET', '/api/tasks/facets?field=due'),
  ]);
  return [
    counts.body.pending,
    views.body.items.find((one: { id: string }) => one.id === 'snoozed')?.count,
    facets.body.items.find((one: { value: string }) => one.value === 'snoozed')?.count ?? 0,
  ];
};

it('a task that is put off is listed, held and sent, and comes back by itself when its time is there', async () => {
  const task = await desk.pulledTask();
  expect(await listed()).toEqual([]);
  await desk.command('snooze', task.id, until(inHours(5)));
  expect(await listed()).toEqual([task.id]);
  await desk.send();
  await desk.pull();
  expect(await listed()).toEqual([task.id]);
  expect(await numbers()).toEqual([1, 1, 1]);

  desk.advance(5 * hourMs);
  expect(await listed()).toEqual([]);
  expect(await numbers()).toEqual([0, 0, 0]);
});

it('a snooze that is undone, and one that another date has overtaken, is none', async () => {
  const [undone, edited, moved] = [await desk.pulledTask(), await desk.pulledTask(), await desk.pulledTask()];
  const { id } = await desk.command('snooze', undone.id, until(inHours(5)));
  await desk.command('snooze', edited.id, until(inHours(6)));
  await desk.command('snooze', moved.id, until(inHours(7)));
  expect(await listed()).toEqual([undone.id, edited.id, moved.id]);

  await desk.call('DELETE', `/api/commands/${id}`);
  expect(await listed()).toEqual([edited.id, moved.id]);
  await desk.command('edit', edited.id, { changes: { due: { kind: 'instant', at: inHours(9) } } });
  expect(await listed()).toEqual([moved.id]);

  await desk.send();
  await desk.changeAtVendor(moved.title, { dueDate: inHours(30) });
  await desk.pullUntil(async () => (await listed()).length === 0);
});

it('what is completed while it is put off is seen among the completed', async () => {
  const task = await desk.pulledTask();
  await desk.command('snooze', task.id, until(inHours(5)));
  expect(await listed()).toEqual([task.id]);
  await desk.command('complete', task.id);
  expect([await listed(), await listed('completed')]).toEqual([[], [task.id]]);
});

it('a task that is put off to a day comes back when that day begins where the rep is', async () => {
  const key = `key-${randomUUID()}`;
  const now = desk.ctx.clock.now();
  const team = await createSaleshandyTeam(desk.ctx.db, { key, now, rateLimit: 1000 });
  const prospectId = await team.prospects.add({ firstName: 'Anna', lastName: 'Weber' });
  await team.tasks.add({ prospectId, type: '13', dueDate: now.toISOString().slice(0, 10) });
  const account = await desk.connect('saleshandy', key);
  await account.pull();
  const { body } = await desk.call('GET', '/api/tasks?status=pending&vendor=saleshandy');
  const date = addToDate(now.toISOString().slice(0, 10), 3);
  await desk.command('snooze', body.items[0].id, { until: { kind: 'date', date } });

  const begins = startOfDate('Pacific/Kiritimati', date).getTime();
  desk.advance(begins - desk.ctx.clock.now().getTime() - 1000);
  const seenIn = async (zone: string) =>
    (await desk.call('GET', `/api/tasks/counts?due=snoozed&tz=${zone}`)).body.pending;
  expect(await seenIn('Pacific/Kiritimati')).toBe(1);
  desk.advance(1000);
  expect([await seenIn('Pacific/Kiritimati'), await seenIn('America/St_Johns')]).toEqual([0, 1]);
});
