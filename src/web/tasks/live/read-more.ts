import type { QueryClient } from '@tanstack/react-query';

import type { TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { columnSource, taskQueries } from '../queries';
import { appendPage } from './changes';
import { readPage } from './read-column';

/**
 * Questions for the next page of a column: one at a time per cursor. The answer is added to the rows as they are when it comes
 * (an infinite query would put back the rows as they were when it was asked, and with them what has changed since).
 */
export async function readMore(client: QueryClient, filter: TaskFilter, status: TaskStatus): Promise<void> {
  const { queryKey } = taskQueries.column(filter, status);
  const cursor = client.getQueryData(queryKey)?.cursor;
  if (!cursor) return;
  const page = await client.fetchQuery({
    queryKey: [...taskQueries.all(), 'page', filter, status, cursor],
    queryFn: ({ signal }) => readPage(status, columnSource(client, filter, status, signal), cursor),
    gcTime: 0,
  });
  if (page)
    client.setQueryData(queryKey, (rows) =>
      rows?.cursor === cursor ? appendPage(status, rows, page) : rows,
    );
}
