import { describe, expect, it } from 'vitest';

import type { Send, TaskListPage } from '../port';
import { listTasks } from './listing';

type Row = Record<string, unknown>;
const task = (taskId: string, more: Row = {}): Row => ({ taskId, taskType: '9', ...more });
const daysAgo = (days: number) =>
  new Date(Date.parse('2026-03-10T09:00:00.000Z') - days * 24 * 60 * 60 * 1000).toISOString();

/** A vendor whose list is what `pageOf` says, and the pages that were asked for. */
function vendorWith(pageOf: (status: string, page: number) => unknown): { send: Send; asked: string[] } {
  const asked: string[] = [];
  const send: Send = ({ query = {} }) => {
    asked.push(`${query.status} ${query.page}`);
    return Promise.resolve(pageOf(query.status ?? '', Number(query.page)));
  };
  return { send, asked };
}

const pages = (of: Partial<Record<string, unknown[][]>>) =>
  vendorWith((status, page) => ({ message: 'ok', payload: { tasks: of[status]?.[page - 1] ?? [] } }));

async function walk(send: Send): Promise<TaskListPage[]> {
  const walked: TaskListPage[] = [];
  for await (const page of listTasks(send)) walked.push(page);
  return walked;
}
const told = async (send: Send) =>
  (await walk(send)).flatMap((page) => page.tasks).map((one) => `${one.vendorTaskId} ${one.status}`);

describe('the list of tasks', () => {
  it('is read in the order in which tasks age, each status to its first empty page', async () => {
    const { send, asked } = pages({
      upcoming: [[task('a')], [task('b', { status: 'snoozed' })]],
      overdue: [[task('c')]],
      skipped: [[task('d', { skippedAt: daysAgo(1) })]],
    });
    await expect(told(send)).resolves.toEqual(['a pending', 'b pending', 'c pending', 'd ignored']);
    expect(asked).toEqual([
      'upcoming 1',
      'upcoming 2',
      'upcoming 3',
      'dueToday 1',
      'overdue 1',
      'overdue 2',
      'completed 1',
      'skipped 1',
      'skipped 2',
    ]);
  });

  it('tells a task once, and again when it was closed while reading', async () => {
    const { send } = pages({
      upcoming: [[task('a'), task('b')], [task('b')]],
      dueToday: [[task('a')]],
      completed: [[task('b', { completedAt: daysAgo(0) })]],
    });
    await expect(told(send)).resolves.toEqual(['a pending', 'b pending', 'b completed']);
  });

  it('goes back 30 days from the task closed last', async () => {
    const { send, asked } = pages({
      completed: [0, 29, 31, 50].map((days) => [task(`c${days}`, { completedAt: daysAgo(days) })]),
    });
    await expect(told(send)).resolves.toEqual(['c0 completed', 'c29 completed', 'c31 completed']);
    expect(asked.filter((one) => one.startsWith('completed'))).toHaveLength(3);
  });

  it('takes one page of closed tasks where it is not told when they were closed', async () => {
    const { send, asked } = pages({ skipped: [[task('a')], [task('b')]] });
    await expect(told(send)).resolves.toEqual(['a ignored']);
    expect(asked.at(-1)).toBe('skipped 1');
  });

  it.each([
    ['a bare array', (rows: unknown) => rows],
    ['the payload', (rows: unknown) => ({ payload: rows })],
    ['payload.data', (rows: unknown) => ({ message: 'ok', payload: { data: rows, total: 1 } })],
    ['payload.payload', (rows: unknown) => ({ payload: { payload: rows } })],
  ])('is found in %s', async (_where, wrap) => {
    const { send } = vendorWith((status, page) =>
      wrap(status === 'upcoming' && page === 1 ? [{ id: 'a', taskType: 9 }] : []),
    );
    await expect(told(send)).resolves.toEqual(['a pending']);
  });

  it('is not complete when the vendor gives the same page for ever', async () => {
    const { send, asked } = vendorWith(() => ({ payload: [task('a')] }));
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable', effect: 'none' });
    expect(asked).toHaveLength(3);
  });

  it('reports a row that cannot be read, with its id where there is one, and goes on', async () => {
    const { send } = pages({
      upcoming: [
        [task('a', { dueDate: 'soon' }), { id: 'b', dueDate: 1 }, { taskType: '9' }, 'nonsense', task('c')],
      ],
    });
    const [page] = await walk(send);
    expect(page?.tasks.map((one) => one.vendorTaskId)).toEqual(['c']);
    expect(page?.unreadable.map((row) => row.vendorTaskId)).toEqual(['a', 'b', null, null]);
    expect(page?.unreadable[0]?.reason).toContain('dueDate');
  });

  it.each([[{ message: 'ok' }], [null], ['ok'], [{ payload: { tasks: {} } }]])(
    'is unreadable from %j',
    async (answer) => {
      const { send } = vendorWith(() => answer);
      await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable', effect: 'none' });
    },
  );
});
