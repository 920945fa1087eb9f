import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';

import type { Task } from '#contract/task';
import { openWorkspaceWith } from '#testing/open-workspace';

import { checkLine, isLineDown } from '../../api/line';
import { createQueryClient } from '../query-client';
import { outboxOf } from './outbox/outbox-of';
import type { WaitingStore } from './outbox/waiting-store';
import { browserStore } from './outbox/waiting-store';
import type { Refusal } from './refusals';
import { useRefusals } from './refusals';
import { sendCommand, sendUndo } from './send-command';
import { leaveCreate } from './send-create';
import { discardWaiting, keepWaiting, retryWaiting } from './waiting';

/** A bound, not an expectation: the machine may be busy. */
const patient = { timeout: 10_000 };

/** Storage of the test's own. */
const ownStore = () => browserStore(`test ${crypto.randomUUID()}`);

/** A tab of the browser; `close` ends it as a crash does. */
async function openTab(store: WaitingStore) {
  const client = createQueryClient();
  const close = keepWaiting(client, store);
  onTestFinished(close);
  const outbox = outboxOf(client);
  const ids = () => outbox.all().map(({ id }) => id);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  await outbox.whenReady();
  return { client, outbox, ids, close, wrapper };
}

/**
 * Cuts the line of the whole page and notes what is sent once it is back; with `after` the first command still arrives and only
 * its answer is lost.
 */
async function cutLine(after?: () => void) {
  const fetch = window.fetch.bind(window);
  const sent: { method: string; path: string; body: Record<string, unknown> }[] = [];
  let cut = after === undefined;
  window.fetch = async (input, init) => {
    if (!cut && after !== undefined && init?.method === 'POST') {
      await fetch(input, init);
      cut = true;
      after = undefined;
    }
    if (cut) throw new TypeError('The line is cut.');
    const method = init?.method ?? 'GET';
    if (method !== 'GET')
      sent.push({
        method,
        path: input as string,
        body: JSON.parse((init?.body as string | undefined) ?? '{}'),
      });
    return await fetch(input, init);
  };
  onTestFinished(() => {
    window.fetch = fetch;
  });
  if (after === undefined) checkLine();
  else after();
  await expect.poll(isLineDown).toBe(true);
  const mend = async () => {
    cut = false;
    checkLine();
    await expect.poll(isLineDown).toBe(false);
  };
  onTestFinished(mend);
  return { sent, mend, fetch };
}

const statusOf = async ({ id }: Task): Promise<string> =>
  ((await (await fetch(`/api/tasks/${id}`)).json()) as Task).status;

test('a command given without a line is sent once by the page that comes after', async () => {
  const [task] = await openWorkspaceWith(1);
  const store = ownStore();
  const line = await cutLine();
  const first = await openTab(store);
  const id = sendCommand(first.client, { kind: 'complete' }, [task!]);
  await expect.poll(async () => (await store.list()).map(([kept]) => kept)).toEqual([id]);
  first.close();

  const second = await openTab(store);
  await expect.poll(() => second.outbox.all()).toMatchObject([{ id, mine: true, kept: true }]);
  await line.mend();

  await expect.poll(() => statusOf(task!), patient).toBe('completed');
  await expect.poll(async () => await store.list()).toEqual([]);
  expect(line.sent.map(({ path, body }) => [path, body['id']])).toEqual([['/api/commands', id]]);
});

test('commands on one task are sent in the order given, after a reload too', async () => {
  const [task] = await openWorkspaceWith(1);
  const store = ownStore();
  const line = await cutLine();
  const first = await openTab(store);
  sendCommand(first.client, { kind: 'edit', changes: { title: 'Call Anna back' } }, [task!]);
  sendCommand(first.client, { kind: 'edit', changes: { title: 'Call Anna tomorrow' } }, [task!]);
  await expect.poll(async () => await store.list()).toHaveLength(2);
  first.close();

  const second = await openTab(store);
  sendCommand(second.client, { kind: 'complete' }, [task!]);
  await line.mend();

  await expect.poll(() => statusOf(task!), patient).toBe('completed');
  expect(line.sent.map(({ body }) => (body['changes'] as { title?: string } | undefined)?.title)).toEqual([
    'Call Anna back',
    'Call Anna tomorrow',
    undefined,
  ]);
});

test('what is taken back before it was sent never leaves the browser', async () => {
  const [task, other] = await openWorkspaceWith(2);
  const store = ownStore();
  const line = await cutLine();
  const tab = await openTab(store);
  const id = sendCommand(tab.client, { kind: 'complete' }, [task!]);
  const kept = sendCommand(tab.client, { kind: 'ignore' }, [other!]);
  const undone: string[] = [];
  sendUndo(tab.client, id, [task!], { onUndone: () => undone.push(id) });
  await expect.poll(() => undone).toEqual([id]);
  expect(tab.ids()).toEqual([kept]);

  await line.mend();
  await expect.poll(() => statusOf(other!), patient).toBe('ignored');
  expect(line.sent.map(({ body }) => body['id'])).toEqual([kept]);
});

test('a command that may have arrived is taken back at the server before anything else happens to it', async () => {
  const [task] = await openWorkspaceWith(1);
  const tab = await openTab(ownStore());
  let id = '';
  const line = await cutLine(() => {
    id = sendCommand(tab.client, { kind: 'complete' }, [task!]);
  });
  sendUndo(tab.client, id, [task!]);
  await line.mend();

  await expect.poll(tab.ids, patient).toEqual([]);
  expect(line.sent.map(({ method }) => method)).toEqual(['DELETE']);
  expect(await statusOf(task!)).toBe('pending');
});

test('another tab shows what waits, can take it back, and takes it over when its tab is closed', async () => {
  const [task, other] = await openWorkspaceWith(2);
  const store = ownStore();
  const line = await cutLine();
  const [mine, theirs] = [await openTab(store), await openTab(store)];
  const id = sendCommand(mine.client, { kind: 'complete' }, [task!]);
  const unwanted = sendCommand(mine.client, { kind: 'complete' }, [other!]);
  await expect.poll(theirs.ids).toEqual([id, unwanted]);
  expect(theirs.outbox.all().map((one) => one.mine)).toEqual([false, false]);

  discardWaiting(theirs.client, theirs.outbox.all()[1]!);
  await expect.poll(mine.ids).toEqual([id]);
  mine.close();
  await expect.poll(() => theirs.outbox.all()).toMatchObject([{ id, mine: true }]);
  await line.mend();

  await expect.poll(() => statusOf(task!), patient).toBe('completed');
  expect(line.sent.map(({ body }) => body['id'])).toEqual([id]);
});

test('a refusal that comes after a reload is told, and stays with a way to try again until it is taken off', async () => {
  const [task] = await openWorkspaceWith(1);
  const store = ownStore();
  const line = await cutLine();
  const first = await openTab(store);
  const id = sendCommand(first.client, { kind: 'complete' }, [task!]);
  await expect.poll(async () => await store.list()).toHaveLength(1);
  first.close();
  await line.fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'ignore', taskIds: [task!.id] }),
  });

  const second = await openTab(store);
  const told: Refusal[] = [];
  await renderHook(() => useRefusals((refusal) => told.push(refusal)), { wrapper: second.wrapper });
  await line.mend();
  await expect
    .poll(() => told)
    .toMatchObject([{ commandId: id, kind: 'complete', tasks: [{ taskId: task!.id }] }]);
  const refused = { id, entry: { refused: told[0]!.message } };
  await expect.poll(() => second.outbox.all()).toMatchObject([refused]);

  retryWaiting(second.client, second.outbox.all()[0]!);
  await expect.poll(() => told).toHaveLength(2);
  await expect.poll(() => second.outbox.all()).toMatchObject([refused]);
  discardWaiting(second.client, second.outbox.all()[0]!);
  expect(second.ids()).toEqual([]);
  await expect.poll(async () => await store.list()).toEqual([]);
});

test('what this version cannot read is kept and named, and holds up nothing', async () => {
  const [task] = await openWorkspaceWith(1);
  const store = ownStore();
  await store.put('strange', { from: 'another version' });
  await store.put('stranger', 'no object at all');
  const tab = await openTab(store);
  await expect.poll(() => tab.outbox.all()).toMatchObject([{ entry: null }, { entry: null }]);

  sendCommand(tab.client, { kind: 'complete' }, [task!]);
  await expect.poll(() => statusOf(task!), patient).toBe('completed');
  discardWaiting(tab.client, tab.outbox.all()[0]!);
  await expect.poll(async () => (await store.list()).map(([id]) => id)).toEqual(['stranger']);
});

const broken: [string, WaitingStore][] = [
  ['refuses everything', storeThat(() => Promise.reject(new DOMException('No.', 'QuotaExceededError')))],
  ['never answers', storeThat(() => new Promise(() => {}))],
];

function storeThat(answers: () => Promise<never>): WaitingStore {
  return { list: answers, put: answers, remove: answers };
}

test.each(broken)('with a storage that %s, commands are sent as if there were none', async (_, store) => {
  const [task] = await openWorkspaceWith(1);
  const tab = await openTab(store);
  sendCommand(tab.client, { kind: 'complete' }, [task!]);
  expect(tab.outbox.all()).toMatchObject([{ kept: null }]);

  await expect.poll(() => statusOf(task!), patient).toBe('completed');
  await expect.poll(tab.ids).toEqual([]);
});

test('a new task that the server does not accept stays in the list with what was typed', async () => {
  await openWorkspaceWith(1);
  const tab = await openTab(ownStore());
  const id = crypto.randomUUID();
  const body = { vendor: 'lemlist', id, connectionId: crypto.randomUUID(), title: 'Call Anna', parents: [] };
  leaveCreate(tab.client, body as never, false);

  await expect
    .poll(() => tab.outbox.all())
    .toMatchObject([{ id, entry: { refused: expect.any(String), call: { body: { title: 'Call Anna' } } } }]);
});
