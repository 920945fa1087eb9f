import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';

import type { Task, TaskStatus } from '#contract/task';
import { openWorkspaceWith } from '#testing/open-workspace';

import { holdChanges, releaseChanges } from './live/hold-changes';
import type { DrawnTask } from './pending';
import { createQueryClient } from './query-client';
import { useColumn } from './use-column';
import { useCommand, useUndo } from './use-command';
import { useLiveChanges } from './use-live-changes';
import { useTask } from './use-task';

const filter = {};

/** The board without a filter, and everything it ever drew. */
async function openBoard() {
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const drawn: Record<TaskStatus, readonly DrawnTask[]>[] = [];
  const { result } = await renderHook(
    () => {
      useLiveChanges(filter);
      const pending = useColumn(filter, 'pending');
      const completed = useColumn(filter, 'completed');
      const ignored = useColumn(filter, 'ignored');
      drawn.push({ pending: pending.tasks, completed: completed.tasks, ignored: ignored.tasks });
      return { columns: { pending, completed, ignored }, ...useCommand(), ...useUndo() };
    },
    { wrapper },
  );
  await expect
    .poll(() => Object.values(result.current.columns).map(({ status }) => status))
    .toEqual(['ready', 'ready', 'ready']);
  const ids = (status: TaskStatus) => result.current.columns[status].tasks.map(({ id }) => id);
  return {
    result,
    drawn,
    wrapper,
    ids,
    totals: () => [result.current.columns.pending.total, result.current.columns.completed.total],
  };
}

/** Does something to a task from another place than this page. */
async function elsewhere(kind: 'complete' | 'ignore', task: Task): Promise<void> {
  await fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind, taskIds: [task.id] }),
  });
}

test('a completed card is in Completed at once and never again at its old place', async () => {
  const [task, other] = await openWorkspaceWith(2);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(2);

  const from = board.drawn.length;
  board.result.current.run({ kind: 'complete' }, [task!]);
  await expect.poll(() => board.ids('completed')).toEqual([task!.id]);
  await expect.poll(() => board.result.current.columns.completed.tasks[0]).not.toHaveProperty('unsavedSince');

  expect(board.result.current.columns.completed.tasks[0]).toMatchObject({
    version: expect.any(Number),
    commands: [{ kind: 'complete', state: 'held' }],
  });
  const after = board.drawn.slice(from);
  expect(after.filter(({ pending }) => pending.some(({ id }) => id === task!.id))).toEqual([]);
  expect(after.filter(({ completed }) => !completed.some(({ id }) => id === task!.id))).toEqual([]);
  expect(board.ids('pending')).toEqual([other!.id]);
  await expect.poll(board.totals).toEqual([1, 1]);
});

test('several steps are taken back, newest first, and each card is back at its place', async () => {
  const tasks = await openWorkspaceWith(3);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(3);
  const before = board.ids('pending');

  board.result.current.run({ kind: 'complete' }, [tasks[0]!]);
  board.result.current.run({ kind: 'ignore' }, [tasks[1]!]);
  await expect
    .poll(() => board.result.current.steps.map(({ until }) => until))
    .toEqual([expect.any(Number), expect.any(Number)]);
  expect(board.result.current.steps[0]).toMatchObject({ kind: 'ignore', tasks: [{ id: tasks[1]!.id }] });

  board.result.current.undoLast();
  board.result.current.undoLast();
  board.result.current.undoLast();

  await expect.poll(() => board.ids('pending')).toEqual(before);
  expect(board.result.current.steps).toEqual([]);
  await expect
    .poll(() => board.result.current.columns.pending.tasks.every((task) => task.unsavedSince === undefined))
    .toBe(true);
  expect(board.ids('pending')).toEqual(before);
});

test('only what the server has taken back is said to be undone', async () => {
  const [task] = await openWorkspaceWith(1);
  const board = await openBoard();
  const said: string[] = [];
  const { result } = await renderHook(
    () =>
      useUndo({
        onUndone: ({ tasks }) => said.push(`undone ${tasks.length}`),
        onRefused: ({ message }) => said.push(message),
      }),
    { wrapper: board.wrapper },
  );
  const commandId = board.result.current.run({ kind: 'complete' }, [task!]);
  result.current.undo(commandId);
  await expect.poll(() => said).toEqual(['undone 1']);

  result.current.undo(crypto.randomUUID());
  await expect.poll(() => said).toEqual(['undone 1', 'There is no such command.']);
});

test('a change made elsewhere comes in by itself and touches no other card', async () => {
  const [task, other] = await openWorkspaceWith(2);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(2);
  const untouched = board.result.current.columns.pending.tasks.find(({ id }) => id === other!.id);

  await elsewhere('ignore', task!);

  await expect.poll(() => board.ids('ignored')).toEqual([task!.id]);
  expect(board.result.current.columns.pending.tasks).toHaveLength(1);
  expect(board.result.current.columns.pending.tasks[0]).toBe(untouched);
  await expect.poll(board.totals).toEqual([1, 0]);
});

test('while a card is in hand nothing moves under it; what came in shows after the drop', async () => {
  const [task, other] = await openWorkspaceWith(2);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(2);

  holdChanges();
  await elsewhere('ignore', task!);
  await hearOfChanges(() => elsewhere('ignore', other!));
  expect(board.ids('pending')).toHaveLength(2);

  releaseChanges();
  await expect.poll(() => board.ids('ignored').toSorted()).toEqual([task!.id, other!.id].toSorted());
});

/** Does it and waits until a page has heard of it and could have asked for it. */
async function hearOfChanges(doIt: () => Promise<void>): Promise<void> {
  const events = new EventSource('/api/events');
  await new Promise((resolve) => {
    events.addEventListener('change', resolve);
    events.addEventListener('hello', () => void doIt());
  });
  events.close();
  for (let round = 0; round < 3; round += 1) await fetch('/api/tasks/changes?since=1');
}

test('a refused command puts the card back and says why', async () => {
  const [task] = await openWorkspaceWith(1);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(1);
  const refusals: string[] = [];
  const { result } = await renderHook(
    () => useCommand({ onRefused: ({ message }) => refusals.push(message) }),
    { wrapper: board.wrapper },
  );

  holdChanges();
  await elsewhere('ignore', task!);
  result.current.run({ kind: 'complete' }, [task!]);
  releaseChanges();

  await expect.poll(() => refusals).toHaveLength(1);
  await expect.poll(() => board.ids('ignored')).toEqual([task!.id]);
  expect(board.ids('completed')).toEqual([]);
});

test('an open task is there at once, follows what is done to it and can be missing', async () => {
  const [task] = await openWorkspaceWith(1);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(1);
  const open = await renderHook(() => useTask(task!.id), { wrapper: board.wrapper });
  expect(open.result.current.task?.title).toBe(task!.title);

  board.result.current.run({ kind: 'edit', changes: { title: 'Call Anna back' } }, [task!]);
  await expect.poll(() => open.result.current.task?.title).toBe('Call Anna back');
  await elsewhere('ignore', task!);
  await expect.poll(() => open.result.current.task?.status).toBe('ignored');

  const unknown = crypto.randomUUID();
  const missing = await renderHook(() => useTask(unknown), { wrapper: board.wrapper });
  await expect.poll(() => missing.result.current.status).toBe('error');
  expect(missing.result.current.error?.status).toBe(404);
});

test('a command whose answer was lost is sent again and done once', async () => {
  const tasks = await openWorkspaceWith(1);
  const task = tasks[0]!;
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(1);
  const sent = loseFirstAnswer('/api/commands');

  board.result.current.run({ kind: 'complete' }, [task]);

  await expect.poll(() => sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
  await expect.poll(() => board.result.current.steps[0]?.until).toEqual(expect.any(Number));
  expect(board.ids('completed')).toEqual([task.id]);
  expect(board.result.current.columns.completed.tasks[0]?.commands.map(({ kind }) => kind)).toEqual([
    'complete',
  ]);
});

/** The server gets the first request to the path, its answer gets lost on the way; answers the bodies that were sent. */
function loseFirstAnswer(path: string): unknown[] {
  const { fetch } = window;
  onTestFinished(() => {
    window.fetch = fetch;
  });
  const sent: unknown[] = [];
  window.fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (input === path && init?.method === 'POST' && sent.push(init.body) === 1)
      throw new TypeError('The line broke.');
    return response;
  };
  return sent;
}

test('the next page comes in below, and what changed meanwhile stays changed', async () => {
  const tasks = await openWorkspaceWith(63);
  const board = await openBoard();
  await expect.poll(() => board.ids('pending')).toHaveLength(60);
  const first = tasks.find(({ id }) => id === board.ids('pending')[0])!;

  board.result.current.columns.pending.loadMore();
  board.result.current.columns.pending.loadMore();
  board.result.current.run({ kind: 'complete' }, [first]);

  await expect.poll(() => board.result.current.columns.pending.hasMore).toBe(false);
  await expect.poll(() => board.result.current.columns.completed.tasks[0]).not.toHaveProperty('unsavedSince');
  expect(board.ids('completed')).toEqual([first.id]);
  const rest = tasks.map(({ id }) => id).filter((id) => id !== first.id);
  expect(board.ids('pending')).toEqual(rest);
});
