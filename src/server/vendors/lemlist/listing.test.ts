import { describe, expect, it } from 'vitest';

import type { Send, TaskListPage } from '../port';
import { listTasks } from './listing';

const task = (id: string, more: Record<string, unknown> = {}) => ({ _id: id, type: 'manual', ...more });

/** A vendor whose list is what `pageOf` says, and the pages that were asked for. */
function vendorWith(pageOf: (page: number) => unknown): { send: Send; asked: string[] } {
  const asked: string[] = [];
  const send: Send = ({ query }) => {
    asked.push(query?.page ?? '');
    return Promise.resolve(pageOf(Number(query?.page)));
  };
  return { send, asked };
}

const pages = (...all: unknown[][]) =>
  vendorWith((page) => ({ results: all[page] ?? [], page: String(page) }));

async function walk(send: Send): Promise<TaskListPage[]> {
  const walked: TaskListPage[] = [];
  for await (const page of listTasks(send)) walked.push(page);
  return walked;
}

describe('the list of tasks', () => {
  it('ends with the first empty page', async () => {
    const { send, asked } = pages([task('opp_1'), task('opp_2')], [task('opp_3')]);
    const walked = await walk(send);
    expect(walked.map((page) => page.tasks.map((one) => one.vendorTaskId))).toEqual([
      ['opp_1', 'opp_2'],
      ['opp_3'],
    ]);
    expect(asked).toEqual(['0', '1', '2']);
  });

  it('takes a task once that moved on to the next page while reading', async () => {
    const { send } = pages([task('opp_1'), task('opp_2')], [task('opp_2'), task('opp_3')], [task('opp_3')]);
    const walked = await walk(send);
    expect(walked.flatMap((page) => page.tasks.map((one) => one.vendorTaskId))).toEqual([
      'opp_1',
      'opp_2',
      'opp_3',
    ]);
  });

  it('is not complete when the vendor gives the same page for ever', async () => {
    const { send, asked } = vendorWith(() => ({ results: [task('opp_1')], page: '0' }));
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable', effect: 'none' });
    expect(asked).toHaveLength(3);
  });

  it('is not complete when new tasks never end', async () => {
    const { send, asked } = vendorWith((page) => ({ results: [task(`opp_${page}`)], page }));
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(asked).toHaveLength(2000);
  });

  it('reports a row that cannot be read, with its id where there is one, and goes on', async () => {
    const { send } = pages([
      task('opp_1', { dueDate: 'soon' }),
      { type: 'manual' },
      'nonsense',
      task('opp_2'),
    ]);
    const [page] = await walk(send);
    expect(page?.tasks.map((one) => one.vendorTaskId)).toEqual(['opp_2']);
    expect(page?.unreadable.map((row) => row.vendorTaskId)).toEqual(['opp_1', null, null]);
    expect(page?.unreadable[0]?.reason).toContain('dueDate');
  });

  it.each([[{ error: 'Malformed filters' }], [[]], [null], [{ results: {} }]])(
    'is unreadable from %j',
    async (answer) => {
      const { send } = vendorWith(() => answer);
      await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable', effect: 'none' });
    },
  );
});
