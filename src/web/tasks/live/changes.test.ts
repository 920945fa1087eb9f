import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Task, TaskStatus } from '#contract/task';
import { taskStatuses } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import type { Board } from './changes';
import { appendPage, countShift, knownRows, mergeChanges } from './changes';
import { comparePlaces, placeOf } from './order';

const start = Date.parse('2026-03-10T00:00:00.000Z');
const hour = 3_600_000;
const timeAt = (hours: number) => new Date(start + hours * hour).toISOString();

const due = fc.oneof(
  fc.constant(null),
  fc
    .integer({ min: 1, max: 28 })
    .map((day) => ({ kind: 'date' as const, date: `2026-03-${String(day).padStart(2, '0')}` })),
  fc.integer({ min: 0, max: 100 }).map((hours) => ({ kind: 'instant' as const, at: timeAt(hours) })),
);

const fields = fc.record({
  status: fc.constantFrom(...taskStatuses),
  due,
  closedHour: fc.integer({ min: 0, max: 50 }),
});

type Fields = typeof fields extends fc.Arbitrary<infer Value> ? Value : never;

function rowOf(id: string, version: number, { status, due, closedHour }: Fields): Task {
  return sampleTask({ id, version, status, due, closedAt: status === 'pending' ? null : timeAt(closedHour) });
}

/** The column as the server would list it. */
function listed(rows: Iterable<Task>, status: TaskStatus): Task[] {
  return [...rows]
    .filter((row) => row.status === status)
    .toSorted((a, b) => comparePlaces(status, placeOf(a), placeOf(b)));
}

function load(rows: Iterable<Task>, status: TaskStatus, limit: number) {
  const all = listed(rows, status);
  const items = all.slice(0, limit);
  return appendPage(
    status,
    { tasks: [], cursor: null, end: null },
    { items, nextCursor: all.length > limit ? 'more' : null },
  );
}

const world = fc.record({
  rows: fc.array(fields, { maxLength: 14 }),
  limit: fc.integer({ min: 1, max: 6 }),
  steps: fc.array(
    fc.array(fc.record({ index: fc.nat(18), to: fc.option(fields) }), { minLength: 1, maxLength: 4 }),
    { maxLength: 5 },
  ),
});

test('after any changes a column shows what the server lists, as far down as it is loaded', () => {
  fc.assert(
    fc.property(world, ({ rows, limit, steps }) => {
      const server = new Map(rows.map((row, index) => [`task-${index}`, rowOf(`task-${index}`, 1, row)]));
      let board: Board = {};
      for (const status of taskStatuses) board[status] = load(server.values(), status, limit);
      for (const [round, step] of steps.entries()) {
        const touched = new Map(step.map(({ index, to }) => [`task-${index}`, to]));
        for (const [id, to] of touched) {
          if (to) server.set(id, rowOf(id, round + 2, to));
          else server.delete(id);
        }
        const items = [...touched.keys()].flatMap((id) => server.get(id) ?? []);
        const removed = [...touched.keys()].filter((id) => !server.has(id));
        board = mergeChanges(board, { items, removed, unknown: 'insert' });
      }
      for (const status of taskStatuses) {
        const { tasks, end } = board[status]!;
        const loaded = listed(server.values(), status).filter(
          (row) => !end || comparePlaces(status, placeOf(row), end) <= 0,
        );
        expect(tasks).toEqual(loaded);
      }
    }),
  );
});

test('changes that come twice, late or in another order leave the newest rows', () => {
  fc.assert(
    fc.property(
      fc.array(fields, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 12 }),
      (versions, order) => {
        const rows = versions.map((each, index) => rowOf('one', index + 1, each));
        let board: Board = {};
        for (const status of taskStatuses) board[status] = load([rows[0]!], status, 5);
        for (const index of [...order, rows.length - 1, 0]) {
          const item = rows[index % rows.length]!;
          board = mergeChanges(board, { items: [item], removed: [], unknown: 'insert' });
        }
        expect([...knownRows(board).values()]).toEqual([rows.at(-1)]);
        expect(taskStatuses.flatMap((status) => board[status]!.tasks)).toHaveLength(1);
      },
    ),
  );
});

test('what did not change keeps its object, so that its card is not drawn again', () => {
  const [first, second] = [sampleTask({ id: 'a' }), sampleTask({ id: 'b' })];
  const closed = sampleTask({ id: 'c', status: 'completed', closedAt: timeAt(1) });
  const board: Board = {
    pending: load([first, second], 'pending', 5),
    completed: load([closed], 'completed', 5),
  };

  const merged = mergeChanges(board, {
    items: [{ ...second, version: 2, title: 'New' }],
    removed: [],
    unknown: 'insert',
  });

  expect(merged.pending?.tasks[0]).toBe(first);
  expect(merged.completed).toBe(board.completed);
});

test('a row that a command answered comes into no column of a filter that did not hold it', () => {
  const board: Board = { pending: load([], 'pending', 5) };

  const merged = mergeChanges(board, { items: [sampleTask({ id: 'a' })], removed: [], unknown: 'ignore' });

  expect(merged.pending?.tasks).toEqual([]);
});

test('totals move with the rows that are known', () => {
  const row = sampleTask({ id: 'a' });
  const board: Board = { pending: load([row, sampleTask({ id: 'b' })], 'pending', 5) };
  const done = { ...row, version: 2, status: 'completed' as const, closedAt: timeAt(1) };

  const shift = countShift(board, {
    items: [done, sampleTask({ id: 'new' })],
    removed: ['b', 'unknown'],
    unknown: 'insert',
  });

  expect(shift).toEqual({ pending: -2, completed: 1, ignored: 0 });
});

test('a page that overlaps with what came in meanwhile shows each task once and in order', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => sampleTask({ id }));
  const board: Board = { pending: load(rows, 'pending', 2) };

  const more = appendPage('pending', board.pending!, { items: rows.slice(1), nextCursor: null });

  expect(more.tasks.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  expect(more).toMatchObject({ cursor: null, end: null });
});

test('a date without time stands after the instants of its morning, no date at the end', () => {
  const rows = [
    sampleTask({ id: 'none' }),
    sampleTask({ id: 'day', due: { kind: 'date', date: '2026-03-10' } }),
    sampleTask({ id: 'late', due: { kind: 'instant', at: '2026-03-10T11:00:00.000Z' } }),
    sampleTask({ id: 'early', due: { kind: 'instant', at: '2026-03-10T10:59:59.998Z' } }),
  ];

  expect(listed(rows, 'pending').map(({ id }) => id)).toEqual(['early', 'day', 'late', 'none']);
});

test('what was closed last stands first', () => {
  const rows = [1, 3, 2].map((hours) =>
    sampleTask({ id: `closed at ${hours}`, status: 'ignored', closedAt: timeAt(hours) }),
  );

  expect(listed(rows, 'ignored').map(({ id }) => id)).toEqual(['closed at 3', 'closed at 2', 'closed at 1']);
});

test('a row is renewed when only its person’s other tasks have changed, and an older copy is not', () => {
  const row = sampleTask({ id: 'a', version: 2, othersOfPerson: 1 });
  const board = load([row], 'pending', 5);
  const merged = (item: Task) =>
    mergeChanges({ pending: board }, { items: [item], removed: [], unknown: 'insert' }).pending?.tasks[0];
  expect(merged({ ...row, othersOfPerson: 0 })?.othersOfPerson).toBe(0);
  expect(merged({ ...row, version: 1, othersOfPerson: 0 })).toBe(row);
});
