import type { DehydratedState, Query, QueryClient } from '@tanstack/react-query';
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client';
import { createStore, del, get, set } from 'idb-keyval';

import { dateIn } from '#contract/dates';
import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { lastHeardAt } from '../../api/line';
import { currentZone } from '../clock/clock';
import { connectionQueries, taskQueries } from '../queries';
import { recentQuery } from '../steps/recent-query';
import { boardAsOf, restoreBoardAsOf } from './board-age';
import type { ColumnRows } from './changes';
import { placeOf } from './order';

type KeptQuery = DehydratedState['queries'][number];
/** `zone`: the one that its days are of. */
type KeptBoard = PersistedClient & { zone?: string };

const day = 24 * 3_600_000;
const keptForMs = 7 * day;
const writePauseMs = 1500;
/** A storage that answers nothing may not hold up the board. */
const patienceMs = 1000;
const mostViews = 6;
const mostSearches = 2;
const mostDetails = 60;
const mostRows = 300;

/** Where the board outlives the page. Every call may fail. */
export interface BoardStore {
  read(): Promise<KeptBoard | undefined>;
  write(kept: KeptBoard): Promise<void>;
  remove(): Promise<void>;
}

/** This browser's own storage. */
export function browserBoardStore(name = 'outboard-board'): BoardStore {
  const store = createStore(name, 'board');
  return {
    read: async () => await get<KeptBoard>('board', store),
    write: async (kept) => await set('board', kept, store),
    remove: async () => await del('board', store),
  };
}

/**
 * Keeps what was read in this browser, in one piece, so that rows and the revision that they are of stay together. Where the
 * storage fails, nothing is kept and nothing breaks.
 */
function boardPersister(store: BoardStore, buster: string): Persister {
  // Begun at once: the page is built meanwhile.
  const read = store.read().catch(() => undefined);
  let latest: PersistedClient | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const kept = latest;
    latest = null;
    if (kept) void store.write(pruned(kept)).catch(() => {});
  };
  document.addEventListener('visibilitychange', write);
  return {
    persistClient: (kept) => {
      latest = kept;
      timer ??= setTimeout(write, writePauseMs);
    },
    restoreClient: async () => {
      const kept = await Promise.race([read, nothingAfter(patienceMs)]);
      if (!kept || !isBoard(kept) || kept.buster !== buster || Date.now() - kept.timestamp > keptForMs)
        return undefined;
      restoreBoardAsOf(kept.timestamp);
      const queries = kept.clientState.queries
        .filter(
          (query) => totalsOf(query) !== 'stats' || dayOf(query, kept.timestamp) === dayOf(query, Date.now()),
        )
        .map((query) => aged(query, kept));
      return { ...kept, clientState: { mutations: [], queries } };
    },
    removeClient: async () => await store.remove().catch(() => {}),
  };
}

function nothingAfter(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), ms);
  });
}

/**
 * What of the cache is kept: a failed question keeps its last answer, commands are kept apart (`ledger/outbox`). `version` names
 * the build: another one may have other shapes.
 */
export function keptOptions(store: BoardStore, version: string) {
  return {
    persister: boardPersister(store, version),
    buster: version,
    maxAge: keptForMs,
    dehydrateOptions: {
      shouldDehydrateMutation: () => false,
      shouldDehydrateQuery: ({ queryKey, state }: Query) =>
        state.data !== undefined && partOf(queryKey) !== null,
    },
  };
}

type Part = 'column' | 'counts' | 'revision' | 'detail' | 'history' | 'connections' | 'views' | 'recent';

function partOf(queryKey: readonly unknown[]): Part | null {
  const [first, second] = queryKey;
  if (first === 'connections' || first === 'views' || first === 'recent') return first;
  const parts: readonly unknown[] = ['column', 'counts', 'revision', 'detail', 'history'];
  return first === 'tasks' && parts.includes(second) ? (second as Part) : null;
}

const filterOf = ({ queryKey }: KeptQuery) => queryKey[2] as TaskFilter;

/** Totals of no one filter: of the views, and of the day. */
function totalsOf({ queryKey }: KeptQuery): 'views' | 'stats' | null {
  const third = partOf(queryKey) === 'counts' ? queryKey[2] : null;
  return third === 'views' || third === 'stats' ? third : null;
}

function pruned({ buster, clientState }: PersistedClient): KeptBoard {
  const { queries } = clientState;
  const revisions = queries.filter(({ queryKey }) => partOf(queryKey) === 'revision');
  const [views, searches] = [true, false].map((plain) =>
    revisions.filter((query) => (filterOf(query).q === undefined) === plain),
  );
  const filters = new Set(
    [...newest(views, mostViews), ...newest(searches, mostSearches)].map((query) =>
      JSON.stringify(filterOf(query)),
    ),
  );
  const opened = queries.filter(({ queryKey }) => ['detail', 'history'].includes(partOf(queryKey) ?? ''));
  const stats = queries.filter((query) => totalsOf(query) === 'stats');
  const kept = new Set([...newest(opened, mostDetails), ...newest(stats, mostViews)]);
  const wanted = queries.filter((query) => {
    const part = partOf(query.queryKey);
    return (
      ['connections', 'views', 'recent'].includes(part ?? '') ||
      totalsOf(query) === 'views' ||
      kept.has(query) ||
      filters.has(JSON.stringify(filterOf(query)))
    );
  });
  return {
    buster,
    zone: currentZone(),
    // Not when it was written, but up to when it is known to be true.
    timestamp: boardAsOf() ?? lastHeardAt() ?? Date.now(),
    clientState: { mutations: [], queries: wanted.map(settled) },
  };
}

function newest(queries: readonly KeptQuery[] = [], most: number): KeptQuery[] {
  return queries.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt).slice(0, most);
}

/** Without an error or a question under way, and without more rows than a first look needs. */
function settled(query: KeptQuery): KeptQuery {
  const { queryKey, state } = query;
  const rows = partOf(queryKey) === 'column' ? (state.data as ColumnRows) : null;
  const long = rows !== null && rows.tasks.length > mostRows;
  return {
    ...query,
    state: {
      ...state,
      data: long ? topOf(rows) : state.data,
      status: 'success',
      fetchStatus: 'idle',
      error: null,
      fetchFailureCount: 0,
      fetchFailureReason: null,
      isInvalidated: long || state.isInvalidated || state.status === 'error',
    },
  };
}

function topOf(rows: ColumnRows): ColumnRows {
  const tasks = rows.tasks.slice(0, mostRows);
  const last = tasks.at(-1);
  return { ...rows, tasks, end: last ? placeOf(last, rows.sort) : null };
}

/** Rows catch up by what changed since their revision; the rest, and what another day or zone makes of them, is asked again. */
function aged(query: KeptQuery, { timestamp, zone }: KeptBoard): KeptQuery {
  const part = partOf(query.queryKey);
  if (part === 'revision') return query;
  const grown =
    part !== 'column' ||
    filterOf(query).due !== undefined ||
    zone !== currentZone() ||
    dayOf(query, timestamp) !== dayOf(query, Date.now());
  return grown ? { ...query, state: { ...query.state, isInvalidated: true } } : query;
}

function dayOf(query: KeptQuery, at: number): string {
  return dateIn(filterOf(query).tz ?? currentZone(), new Date(at));
}

/** Whether the storage gave what this page once put there; another page of the same address may have written it. */
function isBoard(kept: PersistedClient): boolean {
  try {
    return typeof kept.timestamp === 'number' && areWhole(kept.clientState.queries);
  } catch {
    return false;
  }
}

function areWhole(known: readonly KeptQuery[]): boolean {
  const revisions = new Set(
    known.flatMap((query) =>
      partOf(query.queryKey) === 'revision' ? [JSON.stringify(filterOf(query))] : [],
    ),
  );
  return known.every((query) => {
    if (!Array.isArray(query.queryKey) || query.state.data === undefined) return false;
    if (partOf(query.queryKey) !== 'column') return partOf(query.queryKey) !== null;
    const { tasks } = query.state.data as ColumnRows;
    return revisions.has(JSON.stringify(filterOf(query))) && Array.isArray(tasks) && tasks.every(isTask);
  });
}

function isTask(task: Partial<Task> | null): boolean {
  return (
    typeof task?.id === 'string' &&
    typeof task.version === 'number' &&
    typeof task.status === 'string' &&
    Array.isArray(task.commands)
  );
}

/** Another server may answer at the address of the one whose rows are kept: its connections are none of those. */
export function watchForStrangers(client: QueryClient): void {
  const { queryKey } = connectionQueries.list();
  const before = client.getQueryData(queryKey);
  if (!before || before.length === 0) return;
  const leave = client.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== queryKey[0]) return;
    const now = client.getQueryData(queryKey);
    if (!now || now === before) return;
    leave();
    if (!before.some(({ id }) => now.some((each) => each.id === id)))
      for (const strange of [taskQueries.all(), recentQuery().queryKey])
        void client.resetQueries({ queryKey: strange });
  });
}
