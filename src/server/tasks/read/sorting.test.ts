import { randomUUID } from 'node:crypto';

import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { personOrder } from '#contract/filter/task-order';
import type { Task } from '#contract/task';
import { taskSorts } from '#contract/task-filter';
import { dueColumns } from '#server/store/tasks/task-fields';
import { pageQuery } from '#server/store/tasks/task-lists';
import { addTasks } from '#testing/add-tasks';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;
const mark = randomUUID();

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
  const rows = [
    ['a', 3, 'low', 'Zoe Zander', 4],
    ['b', 1, 'none', 'émile Zola', 2],
    ['c', 2, 'urgent', 'Anna Weber', 3],
    ['d', 2, 'low', null, 1],
    ['e', 4, 'high', 'anna Weber', 5],
  ] as const;
  await addTasks(
    desk,
    rows.map(([title, day, priority, person_name, hour]) => ({
      title: `${mark} ${title}`,
      priority,
      person_name,
      ...on(day),
      ...made(hour),
    })),
  );
});
afterAll(() => desk.stop());

const on = (day: number) => dueColumns({ kind: 'date', date: `2027-01-0${day}` });
const made = (hour: number) => ({ created_at: new Date(Date.UTC(2026, 0, 1, hour)) });

async function walk(query: string, limit: number, of = mark): Promise<Task[]> {
  const tasks: Task[] = [];
  let next = '';
  do {
    const path = `/api/tasks?status=pending&q=${of}&${query}&limit=${limit}${next}`;
    const { body } = await desk.call('GET', path);
    tasks.push(...(body.items as Task[]));
    next = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (next !== '');
  return tasks;
}

it.each([
  ['', 'bcdae'],
  ['sort=due', 'bcdae'],
  ['sort=priority', 'cedab'],
  ['sort=newest', 'eacbd'],
  ['sort=person', 'cebad'],
])('“%s” shows: %s, page after page', async (query, order) => {
  for (const limit of [1, 2, 200]) {
    const titles = (await walk(query, limit)).map(({ title }) => title.at(-1)).join('');
    // Those of one due stand in the order of their ids.
    const even = (text: string) => (query.includes('due') || query === '' ? text.replace('dc', 'cd') : text);
    expect(even(titles)).toBe(order);
  }
});

it('each task is shown once in every order, with many equals', async () => {
  const crowd = randomUUID();
  const rows = Array.from({ length: 23 }, (_, index) => ({
    title: crowd,
    priority: index % 2 ? ('low' as const) : ('high' as const),
    person_name: index % 3 ? 'Anna' : null,
    created_at: new Date(Date.UTC(2026, 0, 1)),
  }));
  await addTasks(desk, rows);
  for (const sort of taskSorts) {
    const ids = (await walk(`sort=${sort}`, 4, crowd)).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([23, 23]);
  }
});

it('a cursor means something in its own order alone', async () => {
  const { body } = await desk.call('GET', `/api/tasks?status=pending&q=${mark}&sort=person&limit=2`);
  for (const query of ['sort=priority', 'sort=newest', 'sort=due', ''])
    expect(
      (await desk.call('GET', `/api/tasks?status=pending&${query}&cursor=${body.nextCursor}`)).body.errors,
    ).toEqual([expect.objectContaining({ path: 'cursor' })]);
  const pending = await desk.call('GET', `/api/tasks?status=pending&q=${mark}&limit=2`);
  const closed = `/api/tasks?status=completed&cursor=${pending.body.nextCursor}`;
  expect((await desk.call('GET', closed)).body.errors).toEqual([expect.objectContaining({ path: 'cursor' })]);
  const forged = Buffer.from(JSON.stringify(['person', '0\0', new Date(), randomUUID()])).toString(
    'base64url',
  );
  expect((await desk.call('GET', `/api/tasks?status=pending&sort=person&cursor=${forged}`)).status).toBe(422);
});

it('an order that does not exist is refused, and the closed columns keep theirs', async () => {
  const { status, body } = await desk.call('GET', '/api/tasks?status=pending&sort=colour');
  expect([status, body.errors]).toEqual([422, [{ path: 'sort', message: '“colour” is not an order.' }]]);
  expect((await desk.call('GET', '/api/tasks?status=completed&sort=person')).status).toBe(200);
});

it('database and browser put names in the same order', async () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('ÀÉÎÕÜ', 'Łukasz Żak', 'Ørsted', 'Öz', 'الاسم', 'Иван', '山田', ''),
  );
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      fc.pre(!/\0|\p{Surrogate}/u.test(name));
      const id = randomUUID();
      await addTasks(desk, [{ id, person_name: name }]);
      const read = sql<{ person_sort: string }>`select person_sort from tasks where id = ${id}`;
      const [kept] = (await read.execute(desk.ctx.db)).rows;
      expect(kept?.person_sort).toBe(personOrder(name));
    }),
    { numRuns: 60 },
  );
});

it.each(taskSorts)('in the order “%s” a page is read along its index, without sorting', async (sort) => {
  const { ctx } = desk;
  const view = { now: ctx.clock.now(), zone: 'UTC', me: [] };
  const plan = await ctx.db.transaction().execute(async (tx) => {
    // A handful of rows is read and sorted faster without an index.
    await sql`set local enable_seqscan = off`.execute(tx);
    await sql`set local enable_sort = off`.execute(tx);
    await sql`set local enable_bitmapscan = off`.execute(tx);
    const page = { status: 'pending' as const, filter: { sort }, view, after: null, limit: 50 };
    return pageQuery(tx, ctx.workspaceId, page).explain('json');
  });
  const index = { due: 'pending', priority: 'by_priority', newest: 'by_age', person: 'by_person' }[sort];
  expect(JSON.stringify(plan)).toContain(`"Index Name":"tasks_${index}"`);
  expect(JSON.stringify(plan)).not.toContain('"Node Type":"Sort"');
});
