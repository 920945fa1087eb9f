import { describe, expect, it } from 'vitest';

import type { Send, TaskListPage } from '../port';
import { listTasks } from './listing';

type Meta = { page?: number; per_page?: number; total?: number };
const tasks = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: `t${from + index}` }));

/** A vendor whose pages are these, the last of them empty for ever, and the pages that were asked for. */
function pages(meta: Meta | null, ...all: unknown[][]): { send: Send; asked: string[] } {
  const asked: string[] = [];
  const send: Send = ({ query }) => {
    asked.push(query?.page ?? '');
    const answer = { data: { tasks: all[Number(query?.page) - 1] ?? [] } };
    return Promise.resolve(meta === null ? answer : { ...answer, meta });
  };
  return { send, asked };
}

async function walk(send: Send): Promise<TaskListPage[]> {
  const walked: TaskListPage[] = [];
  for await (const page of listTasks(send)) walked.push(page);
  return walked;
}

const idsOf = (walked: TaskListPage[]) => walked.flatMap((page) => page.tasks.map((one) => one.vendorTaskId));

describe('the list of tasks', () => {
  it('costs no call more than the count of all tasks asks for', async () => {
    const { send, asked } = pages({ total: 5, per_page: 2 }, tasks(1, 2), tasks(3, 4), tasks(5, 5));
    expect(idsOf(await walk(send))).toEqual(['t1', 't2', 't3', 't4', 't5']);
    expect(asked).toEqual(['1', '2', '3']);
  });

  it('without a count ends with a page that is not full', async () => {
    const { send, asked } = pages({ per_page: 2 }, tasks(1, 2), tasks(3, 3));
    expect(idsOf(await walk(send))).toEqual(['t1', 't2', 't3']);
    expect(asked).toEqual(['1', '2']);
  });

  it('without anything about its pages ends with an empty one', async () => {
    const { send, asked } = pages(null, tasks(1, 2), tasks(3, 3));
    expect(idsOf(await walk(send))).toEqual(['t1', 't2', 't3']);
    expect(asked).toEqual(['1', '2', '3']);
  });

  it('is not complete when it ends before its own count', async () => {
    const { send } = pages({ total: 5 }, tasks(1, 2));
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable', effect: 'none' });
  });

  it('takes a task once that moved on to the next page while reading', async () => {
    const { send } = pages({ total: 4 }, tasks(1, 2), tasks(2, 3));
    expect(idsOf(await walk(send))).toEqual(['t1', 't2', 't3']);
  });

  it('is not complete when the vendor gives the same page for ever', async () => {
    const { send, asked } = pages({ total: 900 }, tasks(1, 2), tasks(1, 2), tasks(1, 2), tasks(1, 2));
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(asked).toEqual(['1', '2', '3']);
  });

  it('is not complete when new tasks never end', async () => {
    const send: Send = ({ query }) =>
      Promise.resolve({ data: { tasks: [{ id: query?.page }] }, meta: { total: 1_000_000 } });
    await expect(walk(send)).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('reports a row that cannot be read, with its id where there is one, and goes on', async () => {
    const { send } = pages({ total: 4 }, [{ id: 't1', due_date: 'soon' }, {}, 'nonsense', { id: 't2' }]);
    const [page] = await walk(send);
    expect(page?.tasks.map((one) => one.vendorTaskId)).toEqual(['t2']);
    expect(page?.unreadable.map((row) => row.vendorTaskId)).toEqual(['t1', null, null]);
    expect(page?.unreadable[0]?.reason).toContain('due_date');
  });

  it('tells each record of a page once', async () => {
    const contact = { id: 'c1', full_name: 'Anna Weber' };
    const { send } = pages({ total: 2 }, [
      { id: 't1', contact_id: 'c1', contact },
      { id: 't2', contact_id: 'c1', contact },
    ]);
    const [page] = await walk(send);
    expect(page?.records.map(({ id, name }) => [id, name])).toEqual([['c1', 'Anna Weber']]);
  });

  it.each([[{ error: 'No' }], [[]], [null], [{ data: [] }]])('is unreadable from %j', async (answer) => {
    await expect(walk(() => Promise.resolve(answer))).rejects.toMatchObject({ kind: 'unreadable' });
  });
});
