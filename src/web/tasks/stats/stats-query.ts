import { queryOptions } from '@tanstack/react-query';

import { stats } from '#contract/stats';
import type { TaskFilter } from '#contract/task-filter';

import { request } from '../../api/client';
import { untilNextMinute } from '../clock/until-next-minute';
import { requestParams, taskQueries } from '../queries';

const sharedParts: ReadonlySet<string> = new Set(['assignee', 'connection', 'due', 'closed', 'sort', 'tz']);

/** Whether the board shows fewer tasks than the figures of the day are of. */
export function narrowsFurther(filter: TaskFilter): boolean {
  return Object.keys(filter).some((part) => !sharedParts.has(part));
}

/** What was done and what is still to do, for the people and connections of the filter; asked again with the other totals. */
export function statsQuery({ assignee, connection, tz }: TaskFilter) {
  const of: TaskFilter = {
    ...(assignee && { assignee }),
    ...(connection && { connection }),
    ...(tz && { tz }),
  };
  return queryOptions({
    queryKey: [...taskQueries.allCounts(), 'stats', of] as const,
    queryFn: ({ signal }) => request(stats, '/api/stats', { query: requestParams(of), signal }),
    staleTime: Infinity,
    refetchInterval: untilNextMinute,
    // The numbers of before stay until the new ones are here.
    placeholderData: (before) => before,
  });
}
