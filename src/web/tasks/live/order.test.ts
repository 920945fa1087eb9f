import { expect, test } from 'vitest';

import type { Task } from '#contract/task';
import { taskSorts, type TaskSort } from '#contract/task-filter';
import { sampleTask } from '#testing/sample-task';

import { appendPage, mergeChanges, type ColumnRows } from './changes';
import { inOrder, placeOf } from './order';

const person = (name: string | null) => ({
  name,
  company: null,
  jobTitle: null,
  email: null,
  phone: null,
  linkedin: null,
});
const task = (id: string, more: Partial<Task>) => sampleTask({ id, ...more });
const tasks = [
  task('a', { priority: 'low', person: person('Zoe'), createdAt: '2026-01-01T04:00:00.000Z', due: on('03') }),
  task('b', { person: person('émile'), createdAt: '2026-01-01T02:00:00.000Z', due: on('01') }),
  task('c', {
    priority: 'urgent',
    person: person('Anna'),
    createdAt: '2026-01-01T03:00:00.000Z',
    due: on('02'),
  }),
  task('d', { priority: 'low', createdAt: '2026-01-01T01:00:00.000Z', due: on('02') }),
  task('e', {
    priority: 'high',
    person: person('anna'),
    createdAt: '2026-01-01T05:00:00.000Z',
    due: on('04'),
  }),
];
// The same rows and orders as on the server (`sorting.test.ts`).
const orders: Record<TaskSort, string> = {
  due: 'bcdae',
  priority: 'cedab',
  newest: 'eacbd',
  person: 'cebad',
};

function on(day: string) {
  return { kind: 'date' as const, date: `2027-01-${day}` };
}

const idsOf = (rows: readonly Task[] = []) => rows.map(({ id }) => id).join('');

test.each(taskSorts)('the order “%s” is the server’s', (sort) => {
  expect(idsOf(inOrder('pending', tasks, sort))).toBe(orders[sort]);
});

test.each(taskSorts)(
  'what comes in live takes its place in the order “%s”, however the rest was read',
  (sort) => {
    const sorted = inOrder('pending', tasks, sort);
    for (const late of sorted) {
      const items = sorted.filter((one) => one !== late);
      const empty: ColumnRows = { tasks: [], cursor: null, end: null, sort };
      const rows = appendPage('pending', empty, { items, nextCursor: null });
      const merged = mergeChanges({ pending: rows }, { items: [late], removed: [], unknown: 'insert' });
      expect(idsOf(merged.pending?.tasks)).toBe(orders[sort]);
    }
  },
);

test.each(taskSorts)('in the order “%s” what belongs below the loaded part is not drawn above it', (sort) => {
  const sorted = inOrder('pending', tasks, sort);
  const [first, second, third] = sorted;
  if (!first || !second || !third) throw new Error('there are five');
  const rows: ColumnRows = { tasks: [first, second], cursor: 'next', end: placeOf(second, sort), sort };
  const merged = mergeChanges({ pending: rows }, { items: [third], removed: [], unknown: 'insert' });
  expect(idsOf(merged.pending?.tasks)).toBe(orders[sort].slice(0, 2));
});

test('a task whose priority changes moves to its new place', () => {
  const sorted = inOrder('pending', tasks, 'priority');
  const rows: ColumnRows = { tasks: sorted, cursor: null, end: null, sort: 'priority' };
  const urgent = { ...task('b', { due: on('01') }), priority: 'urgent' as const, version: 2 };
  const merged = mergeChanges({ pending: rows }, { items: [urgent], removed: [], unknown: 'ignore' });
  expect(idsOf(merged.pending?.tasks)).toBe('bceda');
});

test('the closed columns keep their own order', () => {
  const closed = ['08', '09'].map((day) =>
    task(day, { status: 'completed', closedAt: `2026-01-${day}T00:00:00.000Z`, person: person(day) }),
  );
  expect(inOrder('completed', closed, 'person').map(({ id }) => id)).toEqual(['09', '08']);
});
