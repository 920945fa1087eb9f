import type { QueryClient } from '@tanstack/react-query';

import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { askChanges, cachedFilters, shownFilters, taskQueries } from '../queries';
import { boardCaughtUp } from './board-age';
import { mergeIntoCache } from './board-cache';
import { whenReleased } from './hold-changes';

const countsPauseMs = 300;

interface Pulling {
  running: Promise<void> | null;
  next: Promise<void> | null;
}

const pulls = new WeakMap<QueryClient, Map<string, Pulling>>();
const countsDue = new WeakSet<QueryClient>();

/**
 * Asks what changed for a filter and merges it. The question is put after the call, never before; calls that come while one is
 * under way share the next one. Waits while a card is in hand.
 * @throws ApiError when the question got no answer; the next event asks again from the same revision.
 */
export function pullChanges(client: QueryClient, filter: TaskFilter): Promise<void> {
  const pulling = pullingOf(client, filter);
  if (!pulling.running) return start(client, filter, pulling);
  pulling.next ??= pulling.running
    .catch(() => {})
    .then(() => {
      pulling.next = null;
      return start(client, filter, pulling);
    });
  return pulling.next;
}

/** The same for every filter on the screen. */
export async function pullShown(client: QueryClient): Promise<void> {
  await Promise.all(shownFilters(client).map((filter) => pullChanges(client, filter)));
}

/** Merges rows that a command answered into every cached column that holds them, then asks for what the answer cannot tell. */
export async function settleRows(client: QueryClient, items: readonly Task[]): Promise<void> {
  for (const filter of cachedFilters(client))
    mergeIntoCache(client, filter, { items, removed: [], unknown: 'ignore' });
  for (const item of items) {
    client.setQueryData(taskQueries.detail(item.id).queryKey, (present) =>
      present && present.version > item.version ? present : item,
    );
    void client.invalidateQueries({ queryKey: taskQueries.history(item.id).queryKey });
  }
  if (items.length > 0) {
    void client.invalidateQueries({ queryKey: taskQueries.people() });
    // Totals that came before these rows count them already, and the rows were counted once more.
    refreshCounts(client);
  }
  // The rows are here already; when this question fails, the live events ask it again.
  await pullShown(client).catch(() => {});
}

/** Totals are asked again, once for a burst of changes. */
export function refreshCounts(client: QueryClient): void {
  if (countsDue.has(client)) return;
  countsDue.add(client);
  setTimeout(() => {
    countsDue.delete(client);
    void client.invalidateQueries({ queryKey: taskQueries.allCounts() });
  }, countsPauseMs);
}

function start(client: QueryClient, filter: TaskFilter, pulling: Pulling): Promise<void> {
  pulling.running = pull(client, filter).finally(() => {
    pulling.running = null;
  });
  return pulling.running;
}

async function pull(client: QueryClient, filter: TaskFilter): Promise<void> {
  const { queryKey } = taskQueries.revision(filter);
  const since = client.getQueryData(queryKey);
  if (since === undefined) {
    await client.ensureQueryData(taskQueries.revision(filter));
    return boardCaughtUp();
  }
  const { items, removed, reset, revision } = await askChanges(filter, since);
  await whenReleased();
  client.setQueryData(queryKey, revision);
  if (reset) {
    await client.invalidateQueries({
      queryKey: taskQueries.all(),
      predicate: (query) => query.queryKey[1] !== 'revision',
    });
    return boardCaughtUp();
  }
  mergeIntoCache(client, filter, { items, removed, unknown: 'insert' });
  boardCaughtUp();
  for (const id of removed) void client.invalidateQueries({ queryKey: taskQueries.detail(id).queryKey });
  for (const id of [...removed, ...items.map((item) => item.id)])
    void client.invalidateQueries({ queryKey: taskQueries.history(id).queryKey });
  if (items.length === 0 && removed.length === 0) return;
  // Whose tasks they are is for the server to say; of these questions one at most is on the screen.
  void client.invalidateQueries({ queryKey: taskQueries.people() });
  refreshCounts(client);
}

function pullingOf(client: QueryClient, filter: TaskFilter): Pulling {
  const ofClient = pulls.get(client) ?? new Map<string, Pulling>();
  pulls.set(client, ofClient);
  const key = JSON.stringify(filter);
  const pulling = ofClient.get(key) ?? { running: null, next: null };
  ofClient.set(key, pulling);
  return pulling;
}
