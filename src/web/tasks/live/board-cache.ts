import type { QueryClient } from '@tanstack/react-query';
import { notifyManager } from '@tanstack/react-query';

import type { Task } from '#contract/task';
import { taskStatuses } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { cachedFilters, taskQueries } from '../queries';
import type { Board, Changes } from './changes';
import { countShift, mergeChanges } from './changes';

/** The columns of a filter as far as they are in the cache. */
function boardOf(client: QueryClient, filter: TaskFilter): Board {
  const board: Board = {};
  for (const status of taskStatuses) {
    const rows = client.getQueryData(taskQueries.column(filter, status).queryKey);
    if (rows) board[status] = rows;
  }
  return board;
}

/** Merges changes into the cached columns, totals and open cards of a filter, all in one paint. */
export function mergeIntoCache(client: QueryClient, filter: TaskFilter, changes: Changes): void {
  notifyManager.batch(() => {
    const before = boardOf(client, filter);
    const after = mergeChanges(before, changes);
    for (const status of taskStatuses) {
      const rows = after[status];
      if (rows && rows !== before[status])
        client.setQueryData(taskQueries.column(filter, status).queryKey, rows);
    }
    const shift = countShift(before, changes);
    if (taskStatuses.some((status) => shift[status] !== 0)) {
      client.setQueryData(
        taskQueries.counts(filter).queryKey,
        (counts) =>
          counts && {
            ...counts,
            // The totals may not know yet of a row that came in from elsewhere a moment ago.
            pending: Math.max(0, counts.pending + shift.pending),
            completed: Math.max(0, counts.completed + shift.completed),
            ignored: Math.max(0, counts.ignored + shift.ignored),
          },
      );
    }
    for (const item of changes.items) refreshCard(client, item);
  });
}

function refreshCard(client: QueryClient, task: Task): void {
  client.setQueryData(taskQueries.detail(task.id).queryKey, (present) =>
    present && present.version > task.version ? present : present && task,
  );
}

/** The newest copy of each task that any cached column holds, by its id; of the `wanted` alone where they are named. */
export function cachedRows(client: QueryClient, wanted?: ReadonlySet<string>): Map<string, Task> {
  const newest = new Map<string, Task>();
  if (wanted?.size === 0) return newest;
  for (const filter of cachedFilters(client)) {
    const rows = Object.values(boardOf(client, filter)).flatMap(({ tasks }) => tasks);
    for (const task of rows) {
      if (wanted?.has(task.id) === false) continue;
      if ((newest.get(task.id)?.version ?? -1) < task.version) newest.set(task.id, task);
    }
  }
  return newest;
}

export function cachedTask(client: QueryClient, id: string): Task | undefined {
  return cachedRows(client, new Set([id])).get(id);
}
