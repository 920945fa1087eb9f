import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const day = (date: string, tz = 'Europe/Berlin') => ({ until: { kind: 'day', date, tz } });

it('snoozed to a day, a task keeps its time of day across the change of the clock, at the vendor too', async () => {
  const task = await desk.pulledTask();
  expect(task.due).toEqual({ kind: 'instant', at: '2027-03-10T09:00:00.000Z' });
  const { id, status } = await desk.command('snooze', task.id, day('2027-03-30'));
  const moved = { kind: 'instant', at: '2027-03-30T08:00:00.000Z' };
  expect([status, (await desk.read(task.id)).due]).toEqual([200, moved]);

  const again = { id, kind: 'snooze', taskIds: [task.id], ...day('2027-03-30') };
  await desk.call('POST', '/api/commands', again);
  expect((await desk.read(task.id)).due).toEqual(moved);

  await desk.newWrites();
  await desk.send();
  expect(await desk.newWrites()).toMatchObject([{ body: { dueDate: moved.at } }]);
});

it('many tasks of one day are moved in one call, and those that are not on the board are named', async () => {
  const tasks = [await desk.pulledTask(), await desk.pulledTask()];
  const strange = randomUUID();
  const taskIds = [...tasks.map(({ id }) => id), strange];
  const { status, body } = await desk.call('POST', '/api/commands', {
    id: randomUUID(),
    kind: 'snooze',
    taskIds,
    ...day('2027-04-01'),
  });
  const results = body.results as { ok: boolean; taskId: string }[];
  expect([status, results.map(({ ok }) => ok)]).toEqual([200, [true, true, false]]);
  expect(results.find(({ ok }) => !ok)?.taskId).toBe(strange);
});

it.each([
  [day('2027-02-30'), 'until.date'],
  [day('2027-03-30', 'Mars/Base'), 'until.tz'],
  [{ until: { kind: 'day', date: '2027-03-30' } }, 'until.tz'],
  [{ until: { kind: 'week' } }, 'until.kind'],
])('%j is refused at %s', async (more, path) => {
  const { status, body } = await desk.command('snooze', randomUUID(), more);
  expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([422, [path]]);
});
