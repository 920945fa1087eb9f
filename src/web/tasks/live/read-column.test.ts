import { expect, test } from 'vitest';

import type { Task, TaskChanges } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import type { ColumnSource } from './read-column';
import { readColumn, readPage } from './read-column';

const numbered = (count: number): Task[] =>
  Array.from({ length: count }, (_, index) => sampleTask({ id: `task-${String(index).padStart(4, '0')}` }));

/** A server's list of pending tasks; `during` happens between the reading of a page and its arrival. */
function source(rows: Task[], during?: { changes: TaskChanges[] }): ColumnSource & { limits: number[] } {
  const limits: number[] = [];
  let times = 0;
  const waiting = [...(during?.changes ?? [])];
  return {
    limits,
    merged: () => ({ revision: '5', times }),
    changes: (since) => {
      expect(since).toBe('5');
      return Promise.resolve(waiting.shift()!);
    },
    page: (cursor, limit) => {
      limits.push(limit);
      const from = cursor === null ? 0 : Number(cursor);
      const items = rows.slice(from, from + limit);
      if (waiting.length > 0) times += 1;
      return Promise.resolve({ items, nextCursor: from + limit < rows.length ? String(from + limit) : null });
    },
  };
}

const changes = (given: Partial<TaskChanges>): TaskChanges => ({
  revision: '5',
  items: [],
  removed: [],
  reset: false,
  ...given,
});

test('a column is read again as far down as it was loaded', async () => {
  const from = source(numbered(700));

  const rows = await readColumn('pending', from, 350);

  expect(rows.tasks).toHaveLength(350);
  expect(rows.cursor).toBe('350');
  expect(from.limits).toEqual([200, 150]);
});

test('a page that was read before a task was closed does not bring it back', async () => {
  const rows = numbered(3);
  const done = {
    ...rows[1]!,
    version: 2,
    status: 'completed' as const,
    closedAt: '2026-03-10T09:00:00.000Z',
  };

  const read = await readColumn(
    'pending',
    source(rows, { changes: [changes({ items: [done], removed: [rows[2]!.id] })] }),
    0,
  );

  expect(read.tasks).toEqual([rows[0]]);
});

test('a page below shows what changed while it was under way', async () => {
  const rows = numbered(3);
  const renamed = { ...rows[1]!, version: 2, title: 'New' };

  const page = await readPage('pending', source(rows, { changes: [changes({ items: [renamed] })] }), '1');

  expect(page?.items).toEqual([renamed, rows[2]]);
});

test('a column that changed too much while it was read is read again', async () => {
  const from = source(numbered(2), { changes: [changes({ reset: true })] });

  const rows = await readColumn('pending', from, 0);

  expect(rows.tasks).toHaveLength(2);
  expect(from.limits).toHaveLength(2);
});
