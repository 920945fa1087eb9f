import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, replaceEqualDeep } from '@tanstack/react-query';

import { taskHistory } from '#contract/command-result';
import { connectionList } from '#contract/connection';
import { filterParams } from '#contract/filter/filter-query';
import { parentMatches } from '#contract/parent';
import type { Task, TaskChanges, TaskStatus } from '#contract/task';
import { personTasks, task, taskChanges, taskCounts, taskPage } from '#contract/task';
import { facets, type FacetField, type TaskFilter } from '#contract/task-filter';

import { request } from '../api/client';
import { currentZone } from './clock/clock';
import { untilNextMinute } from './clock/until-next-minute';
import type { ColumnRows } from './live/changes';
import type { ColumnSource } from './live/read-column';
import { readColumn } from './live/read-column';

/** The filter as a request carries it; "today" is meant in the rep's zone unless the filter names another. */
export function requestParams(filter: TaskFilter): URLSearchParams {
  return filterParams({ ...filter, tz: filter.tz ?? currentZone() });
}

/** Answers that name a due range or "today" grow old by themselves, without any change of a row. */
const minuteMs = 60_000;

/** A view that was left is there again at once, also without a network; what was searched for is not kept for so long. */
export const leftViewMs = 24 * 3_600_000;
const leftSearchMs = 5 * 60_000;
const gcTimeOf = ({ q }: TaskFilter) => (q === undefined ? leftViewMs : leftSearchMs);

/** Questions about tasks. They stay fresh for ever: live changes are merged in (`live/pull-changes.ts`) or ask again. */
export const taskQueries = {
  all: () => ['tasks'] as const,

  columns: () => [...taskQueries.all(), 'column'] as const,
  column: (filter: TaskFilter, status: TaskStatus) =>
    queryOptions({
      queryKey: [...taskQueries.columns(), filter, status] as const,
      queryFn: async ({ client, signal, queryKey }) => {
        await client.ensureQueryData(taskQueries.revision(filter));
        const loaded = client.getQueryData<ColumnRows>(queryKey)?.tasks.length ?? 0;
        return await readColumn(status, columnSource(client, filter, status, signal), loaded);
      },
      staleTime: Infinity,
      gcTime: gcTimeOf(filter),
      structuralSharing: (before, after) => keepRows(before as ColumnRows | undefined, after as ColumnRows),
      refetchInterval: filter.due === undefined ? false : untilNextMinute,
    }),

  allCounts: () => [...taskQueries.all(), 'counts'] as const,
  counts: (filter: TaskFilter) =>
    queryOptions({
      queryKey: [...taskQueries.allCounts(), filter] as const,
      queryFn: ({ signal }) =>
        request(taskCounts, '/api/tasks/counts', { query: requestParams(filter), signal }),
      staleTime: Infinity,
      gcTime: gcTimeOf(filter),
      refetchInterval: untilNextMinute,
    }),

  /** How many tasks each value of a field stands for, under the filter without that field. */
  facets: (field: FacetField, filter: TaskFilter) =>
    queryOptions({
      queryKey: [...taskQueries.allCounts(), 'facets', field, { ...filter, [field]: undefined }] as const,
      queryFn: async ({ signal }) => {
        const query = requestParams(filter);
        query.delete(field);
        query.set('field', field);
        const { items } = await request(facets, '/api/tasks/facets', { query, signal });
        return new Map(items.map(({ value, count }) => [value, count]));
      },
      staleTime: minuteMs,
      gcTime: leftSearchMs,
      // The numbers of before stay until the new ones are here.
      placeholderData: (before) => before,
    }),

  revisions: () => [...taskQueries.all(), 'revision'] as const,
  /** Up to where the columns of a filter know what changed. It outlives them, so that they can always catch up. */
  revision: (filter: TaskFilter) =>
    queryOptions({
      queryKey: [...taskQueries.revisions(), filter] as const,
      queryFn: async ({ signal }) => (await askChanges(filter, null, signal)).revision,
      staleTime: Infinity,
      gcTime: Infinity,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...taskQueries.all(), 'detail', id] as const,
      queryFn: ({ signal }) => request(task, `/api/tasks/${id}`, { signal }),
      staleTime: Infinity,
      structuralSharing: (before, after) => newerTask(before as Task | undefined, after as Task),
    }),

  history: (id: string) =>
    queryOptions({
      queryKey: [...taskQueries.all(), 'history', id] as const,
      queryFn: ({ signal }) => request(taskHistory, `/api/tasks/${id}/history`, { signal }),
      staleTime: Infinity,
    }),

  people: () => [...taskQueries.all(), 'person'] as const,
  /** The other tasks of the task's person, at any vendor. */
  person: (id: string) =>
    queryOptions({
      queryKey: [...taskQueries.people(), id] as const,
      queryFn: ({ signal }) =>
        request(personTasks, `/api/tasks/${id}/person`, {
          query: new URLSearchParams({ tz: currentZone() }),
          signal,
        }),
      staleTime: Infinity,
    }),
};

export const connectionQueries = {
  list: () =>
    queryOptions({
      queryKey: ['connections'] as const,
      queryFn: async ({ signal }) => (await request(connectionList, '/api/connections', { signal })).items,
      staleTime: Infinity,
    }),
};

export const parentQueries = {
  /** The connection's contacts and companies by name; `q` needs two characters. */
  search: (connectionId: string, q: string) =>
    queryOptions({
      queryKey: ['parents', connectionId, q.trim()] as const,
      queryFn: async ({ signal }) => {
        const query = new URLSearchParams({ connection: connectionId, q: q.trim() });
        return (await request(parentMatches, '/api/parents', { query, signal })).items;
      },
      enabled: connectionId !== '' && q.trim().length >= 2,
      staleTime: minuteMs,
    }),
};

/** What changed since the revision, seen through the filter; without a revision only what the present one is. */
export function askChanges(
  filter: TaskFilter,
  since: string | null,
  signal?: AbortSignal,
): Promise<TaskChanges> {
  const query = requestParams(filter);
  if (since !== null) query.set('since', since);
  return request(taskChanges, '/api/tasks/changes', { query, ...(signal ? { signal } : {}) });
}

/** Where the rows of one column of this filter come from. */
export function columnSource(
  client: QueryClient,
  filter: TaskFilter,
  status: TaskStatus,
  signal?: AbortSignal,
): ColumnSource {
  return {
    sort: filter.sort,
    merged: () => {
      const state = client.getQueryState(taskQueries.revision(filter).queryKey);
      return { revision: state?.data ?? '0', times: state?.dataUpdateCount ?? 0 };
    },
    changes: (since) => askChanges(filter, since, signal),
    page: (cursor, limit) => {
      const query = requestParams(filter);
      query.set('status', status);
      query.set('limit', String(limit));
      if (cursor !== null) query.set('cursor', cursor);
      return request(taskPage, '/api/tasks', { query, ...(signal ? { signal } : {}) });
    },
  };
}

/** The filters whose columns are on the screen. */
export function shownFilters(client: QueryClient): TaskFilter[] {
  return filtersOf(client, 'active');
}

/** The filters whose columns are in the cache, on the screen or not. */
export function cachedFilters(client: QueryClient): TaskFilter[] {
  return filtersOf(client, 'all');
}

function filtersOf(client: QueryClient, type: 'active' | 'all'): TaskFilter[] {
  const queries = client.getQueryCache().findAll({ queryKey: taskQueries.columns(), type });
  const filters = new Map(
    queries.map(({ queryKey }) => [JSON.stringify(queryKey[2]), queryKey[2] as TaskFilter]),
  );
  return [...filters.values()];
}

/** The library's own sharing compares lists by index, so that one row less would make all rows below it new. */
function keepRows(before: ColumnRows | undefined, after: ColumnRows): ColumnRows {
  if (!before) return after;
  const known = new Map(before.tasks.map((row) => [row.id, row]));
  const tasks = after.tasks.map((row) => replaceEqualDeep(known.get(row.id), row));
  return { ...after, tasks: replaceEqualList(before.tasks, tasks) };
}

function replaceEqualList(before: readonly Task[], after: readonly Task[]): readonly Task[] {
  return before.length === after.length && before.every((row, index) => row === after[index])
    ? before
    : after;
}

function newerTask(before: Task | undefined, after: Task): Task {
  return before && before.version > after.version ? before : replaceEqualDeep(before, after);
}
