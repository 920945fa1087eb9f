import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { stats } from '#contract/stats';
import type { NewTaskRow } from '#server/store/schema';
import { doneQuery, openQuery } from '#server/store/tasks/stats';
import { dueColumns } from '#server/store/tasks/task-fields';
import { addTasks } from '#testing/add-tasks';
import { openDesk, type Desk } from '#testing/desk';
import { plansAmongMany } from '#testing/plans-among-many';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
  desk.advance(Date.parse('2026-03-30T12:00:00Z') - desk.ctx.clock.now().getTime());
});
afterAll(() => desk.stop());

const date = (day: string) => dueColumns({ kind: 'date', date: day });
const instant = (at: string) => dueColumns({ kind: 'instant', at });
const closed = (at: string, status: 'completed' | 'ignored' = 'completed') => ({
  status,
  closed_at: new Date(at),
});

/** Puts tasks of one title onto the board and answers how to ask for them alone. */
async function board(...given: Partial<NewTaskRow>[]): Promise<string> {
  const title = randomUUID();
  const usual: Partial<NewTaskRow> = { title, channel: 'call', ...date('2026-03-30') };
  await addTasks(
    desk,
    given.map((each) => ({ ...usual, ...each })),
  );
  return title;
}

const ask = (query: string) => desk.call('GET', `/api/stats?${query}`);
const read = async (query: string) => stats.parse((await ask(query)).body);

describe('the day', () => {
  it('counts by channel what was completed today and what is open and due by today', async () => {
    const q = await board(
      date('2026-03-30'),
      date('2026-03-12'),
      date('2026-03-31'),
      { ...dueColumns(null) },
      { ...instant('2026-03-30T21:59:59Z'), channel: 'email' },
      { ...instant('2026-03-30T22:00:00Z'), channel: 'email' },
      closed('2026-03-30T11:00:00Z'),
      { ...closed('2026-03-30T10:00:00Z'), closed_elsewhere: true },
      { ...closed('2026-03-29T21:59:59Z'), channel: 'email' },
      { ...closed('2026-03-30T11:00:00Z', 'ignored'), channel: 'linkedin' },
      { ...date('2026-03-30'), gone: true },
    );
    expect((await read(`q=${q}&tz=Europe/Berlin`)).channels).toEqual([
      { channel: 'email', done: 0, open: 1 },
      { channel: 'call', done: 2, open: 2 },
    ]);
  });

  it('is that of the zone: what was completed late at night was done yesterday or today', async () => {
    const q = await board(closed('2026-03-29T23:30:00Z'));
    const doneToday = async (zone: string) => (await read(`q=${q}&tz=${zone}`)).days.at(-1)?.done;
    expect([await doneToday('Europe/Berlin'), await doneToday('Europe/London')]).toEqual([1, 1]);
    expect([await doneToday('UTC'), await doneToday('America/New_York')]).toEqual([0, 0]);
  });

  it('knows a date of today where the sort key lies beyond the day', async () => {
    const q = await board(date('2026-03-31'));
    const { channels, overdue } = await read(`q=${q}&tz=Pacific/Kiritimati`);
    expect(channels).toEqual([{ channel: 'call', done: 0, open: 1 }]);
    expect(overdue.every(({ count }) => count === 0)).toBe(true);
  });

  it('follows people and connections; due, reach and order of the board play no part', async () => {
    const [ada, ben] = desk.userIds;
    const q = await board({ assignee_id: ada }, { assignee_id: ada, ...closed('2026-03-30T09:00:00Z') }, {});
    const whole = await read(`q=${q}`);
    expect(whole.channels).toEqual([{ channel: 'call', done: 1, open: 2 }]);
    expect(await read(`q=${q}&due=overdue&closed=all&sort=person`)).toEqual(whole);
    expect((await read(`q=${q}&assignee=${ada}`)).channels).toEqual([{ channel: 'call', done: 1, open: 1 }]);
    expect((await read(`q=${q}&assignee=${ben}`)).channels).toEqual([]);
    expect((await read(`q=${q}&connection=${randomUUID()}`)).channels).toEqual([]);
  });
});

it('overdue tasks are counted by the days that have gone by, across the change of the clock', async () => {
  const q = await board(
    instant('2026-03-30T11:59:59Z'),
    instant('2026-03-30T13:00:00Z'),
    ...['29', '28', '27', '26', '23', '22'].map((day) => date(`2026-03-${day}`)),
    // The 29th began at 23:00 UTC and the 27th too, the day of 23 hours between them notwithstanding.
    instant('2026-03-28T23:00:00Z'),
    instant('2026-03-28T22:59:59Z'),
    date('2026-02-28'),
    date('2026-02-27'),
  );
  const { overdue } = await read(`q=${q}&tz=Europe/Berlin`);
  expect(overdue).toEqual([
    { age: '1', count: 3 },
    { age: '3', count: 3 },
    { age: '7', count: 2 },
    { age: '30', count: 2 },
    { age: 'older', count: 1 },
  ]);
});

it('what was done is shown for thirty days, each as long as its clock made it', async () => {
  const q = await board(
    ...['2026-02-28T22:59:59Z', '2026-02-28T23:00:00Z', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'].map(
      (at) => closed(at),
    ),
  );
  const { days } = await read(`q=${q}&tz=Europe/Berlin`);
  expect([days.length, days[0]?.date, days.at(-1)?.date]).toEqual([30, '2026-03-01', '2026-03-30']);
  expect(days.filter(({ done }) => done > 0)).toEqual([
    { date: '2026-03-01', done: 1 },
    { date: '2026-03-29', done: 1 },
    { date: '2026-03-30', done: 1 },
  ]);
});

it.each([
  ['tz=Mars/Base', 'tz'],
  ['connection=1', 'connection.0'],
  ['name=/(/', 'name'],
  ['colour=red', 'colour'],
  ['due=soon', 'due'],
  ['status=pending', 'status'],
])('“%s” is refused at its field', async (query, path) => {
  const { status, body } = await ask(query);
  expect([status, body.errors.map((one: { path: string }) => one.path)]).toEqual([422, [path]]);
});

it('among many rows both questions read a stretch of an index alone', async () => {
  const { workspaceId, clock } = desk.ctx;
  const view = { now: clock.now(), zone: 'UTC', me: [] };
  const [open, done] = await plansAmongMany(desk, (tx) => [
    openQuery(tx, workspaceId, {}, view),
    doneQuery(tx, workspaceId, {}, view),
  ]);
  expect(open).toMatch(/"Index Cond":"[^"]*due_sort <=/);
  expect(done).toMatch(/"Index Cond":"[^"]*closed_at >=/);
  for (const plan of [open, done]) expect(plan).not.toContain('Seq Scan');
});
