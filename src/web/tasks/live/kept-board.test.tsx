import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PersistQueryClientProvider, type PersistedClient } from '@tanstack/react-query-persist-client';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { cleanup, renderHook } from 'vitest-browser-react';

import { openWorkspaceWith } from '#testing/open-workspace';

import { connectionQueries, taskQueries } from '../queries';
import { createQueryClient } from '../query-client';
import { statsQuery } from '../stats/stats-query';
import { recentQuery } from '../steps/recent-query';
import { useColumn } from '../use-column';
import { useLiveChanges } from '../use-live-changes';
import { viewQueries } from '../views/view-queries';
import { useBoardAge } from './board-age';
import type { BoardStore } from './kept-board';
import { browserBoardStore, keptOptions, watchForStrangers } from './kept-board';

const filter = {};
const patient = { timeout: 10_000 };

/** The page with its Pending column; `asked` are the questions it put to the server since it was opened. */
async function openPage(store: BoardStore, version = 'this build') {
  const client = createQueryClient();
  const options = keptOptions(store, version);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <PersistQueryClientProvider
      client={client}
      persistOptions={options}
      onSuccess={() => watchForStrangers(client)}
    >
      {children}
    </PersistQueryClientProvider>
  );
  const { result, unmount } = await renderHook(
    () => {
      useLiveChanges(filter);
      useQuery(connectionQueries.list());
      return { column: useColumn(filter, 'pending'), age: useBoardAge(), client: useQueryClient() };
    },
    { wrapper },
  );
  const titles = () => result.current.column.tasks.map(({ title }) => title).toSorted();
  return { result, titles, unmount, client };
}

/** A store of the test's own, filled by a page that showed these tasks and was left. */
async function storeWith(count: number) {
  const tasks = await openWorkspaceWith(count);
  const store = browserBoardStore(`test ${crypto.randomUUID()}`);
  const page = await openPage(store);
  await expect.poll(page.titles).toHaveLength(count);
  await expect.poll(() => page.client.getQueryData(taskQueries.revision(filter).queryKey)).toBeDefined();
  await expect.poll(() => page.client.getQueryData(connectionQueries.list().queryKey)).toBeDefined();
  await expect.poll(() => page.result.current.age).toBeNull();
  // Written when the page is left.
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => store.read(), patient).toBeDefined();
  await cleanup();
  return { store, tasks };
}

/** No question about rows is answered until `answer` is called. */
function silentServer() {
  const { fetch } = window;
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  window.fetch = async (...given) => {
    await answered;
    return await fetch.apply(window, given);
  };
  onTestFinished(() => {
    window.fetch = fetch;
    answer();
  });
  return answer;
}

const ignoreElsewhere = (id: string) =>
  fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'ignore', taskIds: [id] }),
  });

test('the board is there before the server has answered, says as of when, and catches up', async () => {
  const { store, tasks } = await storeWith(3);
  await ignoreElsewhere(tasks[0]!.id);
  const answer = silentServer();
  const page = await openPage(store);
  await expect.poll(page.titles).toEqual(['Call 0', 'Call 1', 'Call 2']);
  expect(page.result.current.age).toMatchObject({ why: 'catching-up', asOf: expect.any(Number) });

  answer();
  await expect.poll(page.titles, patient).toEqual(['Call 1', 'Call 2']);
  expect(page.result.current.age).toBeNull();
});

test('what the rep did lately is there before the server has answered', async () => {
  const { store, tasks } = await storeWith(1);
  await ignoreElsewhere(tasks[0]!.id);
  const first = await openPage(store);
  await first.client.fetchQuery(recentQuery());
  document.dispatchEvent(new Event('visibilitychange'));
  const kept = async () => (await store.read())?.clientState.queries.map(({ queryKey }) => queryKey[0]);
  await expect.poll(kept, patient).toContain('recent');
  await cleanup();

  silentServer();
  const page = await openPage(store);
  await expect
    .poll(() => page.client.getQueryData(recentQuery().queryKey))
    .toMatchObject([{ kind: 'ignore', tasks: [{ task: { title: 'Call 0' } }] }]);
});

test('the numbers of the views and of the day are there before the server has answered', async () => {
  const { store } = await storeWith(2);
  const totals = [viewQueries.counts().queryKey, statsQuery(filter).queryKey];
  const first = await openPage(store);
  await first.client.fetchQuery(viewQueries.counts());
  await first.client.fetchQuery(statsQuery(filter));
  document.dispatchEvent(new Event('visibilitychange'));
  const kept = async () => (await store.read())?.clientState.queries.map(({ queryKey }) => queryKey);
  await expect.poll(kept, patient).toEqual(expect.arrayContaining(totals));
  await cleanup();

  silentServer();
  const page = await openPage(store);
  await expect
    .poll(() => totals.map((key) => page.client.getQueryData(key) !== undefined))
    .toEqual([true, true]);
  expect(page.client.getQueryData(viewQueries.counts().queryKey)).toMatchObject({ 'all-open': 2 });
});

test('the board of another database goes as soon as its server answers', async () => {
  const { store } = await storeWith(2);
  await openWorkspaceWith(1);
  const answer = silentServer();
  const page = await openPage(store);
  await expect.poll(page.titles).toEqual(['Call 0', 'Call 1']);

  answer();
  await expect.poll(page.titles, patient).toEqual(['Call 0']);
  expect(page.result.current.column.total).toBe(1);
});

test('what another build has kept is not shown', async () => {
  const { store } = await storeWith(2);
  silentServer();
  const page = await openPage(store, 'next build');
  await expect.poll(() => page.client.isFetching()).toBeGreaterThan(0);

  expect(page.titles()).toEqual([]);
  expect(page.result.current.age).toBeNull();
});

const strange = (queries: unknown) =>
  ({
    timestamp: Date.now(),
    buster: 'this build',
    clientState: { mutations: [], queries },
  }) as PersistedClient;
const rowsWithoutRevision = {
  queryKey: ['tasks', 'column', {}, 'pending'],
  queryHash: '["tasks","column",{},"pending"]',
  state: { data: { tasks: [], cursor: null, end: null }, dataUpdatedAt: Date.now(), status: 'success' },
};

test.each([
  ['nothing of ours', 'hello' as unknown as PersistedClient],
  ['no list', strange('many')],
  ['broken rows', strange([{ ...rowsWithoutRevision, state: { data: { tasks: [null] } } }])],
  ['rows of no revision', strange([rowsWithoutRevision])],
])('a storage that holds %s does no harm', async (_, kept) => {
  await openWorkspaceWith(2);
  const store = browserBoardStore(`test ${crypto.randomUUID()}`);
  await store.write(kept);
  const page = await openPage(store);

  await expect.poll(page.titles, patient).toEqual(['Call 0', 'Call 1']);
});

const never = () => new Promise<never>(() => {});
const refuses = () => Promise.reject(new DOMException('No.', 'QuotaExceededError'));

test.each([
  ['refuses everything', { read: refuses, write: refuses, remove: refuses }],
  ['never answers', { read: never, write: never, remove: never }],
])('with a storage that %s the board is read as if there were none', async (_, store) => {
  await openWorkspaceWith(2);
  const page = await openPage(store);

  await expect.poll(page.titles, patient).toEqual(['Call 0', 'Call 1']);
});

test.each([
  ['yesterday', { timestamp: Date.now() - 30 * 3_600_000 }],
  ['another time zone', { zone: 'Antarctica/Troll' }],
])('rows of %s are shown and asked for again, as another day has other rows', async (_, other) => {
  const { store, tasks } = await storeWith(2);
  const kept = (await store.read())!;
  await store.write({ ...kept, ...other });
  // The changes since are not told: the row fell out of the column by the clock alone.
  const gone = tasks[0]!.title;
  const page = await openPage(store);
  await expect.poll(page.titles).toContain(gone);

  await expect
    .poll(() => page.client.getQueryState(taskQueries.column(filter, 'pending').queryKey), patient)
    .toMatchObject({ isInvalidated: false, dataUpdateCount: expect.any(Number) });
  const before = kept.clientState.queries.find(({ queryKey }) => queryKey[1] === 'column')!.state
    .dataUpdatedAt;
  await expect
    .poll(
      () => page.client.getQueryState(taskQueries.column(filter, 'pending').queryKey)?.dataUpdatedAt,
      patient,
    )
    .toBeGreaterThan(before);
});
