import { queryOptions, type QueryClient } from '@tanstack/react-query';

import { dueBucket } from '#contract/dates';
import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { currentZone } from '../clock/clock';
import { columnSource, taskQueries } from '../queries';

/** More than anybody plans at once. */
export const mostOverdue = 2000;
const pageSize = 200;

/** The overdue tasks of a board, oldest first, at most `mostOverdue`; read anew each time it is asked for, since it is acted upon. */
export function overdueQuery(filter: TaskFilter) {
  return queryOptions({
    queryKey: [...taskQueries.all(), 'overdue', filter] as const,
    queryFn: ({ client, signal }) => readOverdue(client, filter, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

async function readOverdue(client: QueryClient, filter: TaskFilter, signal: AbortSignal): Promise<Task[]> {
  const zone = filter.tz ?? currentZone();
  // What is overdue is due by today; another range keeps its own word, and of it the overdue ones are taken.
  const due = filter.due === undefined || filter.due === '..today' ? 'overdue' : filter.due;
  const { page } = columnSource(client, { ...filter, due, sort: 'due' }, 'pending', signal);
  const tasks: Task[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: Awaited<ReturnType<typeof page>> = await page(cursor, pageSize);
    const late = items.filter((task) => dueBucket(task.due, new Date(), zone) === 'overdue');
    tasks.push(...late);
    cursor = late.length === 0 ? null : nextCursor;
  } while (cursor !== null && tasks.length < mostOverdue);
  return tasks.slice(0, mostOverdue);
}
