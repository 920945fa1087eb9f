import { queryOptions } from '@tanstack/react-query';

import { viewCounts, viewList } from '#contract/view';

import { request } from '../../api/client';
import { currentZone } from '../clock/clock';
import { untilNextMinute } from '../clock/until-next-minute';
import { taskQueries } from '../queries';

export const viewQueries = {
  /** The rep's saved views in their order, then those that others share. */
  list: () =>
    queryOptions({
      queryKey: ['views'] as const,
      queryFn: async ({ signal }) => (await request(viewList, '/api/views', { signal })).items,
      staleTime: Infinity,
    }),

  /** How many open tasks each view shows, by its id, all in one question. Asked again with the other totals. */
  counts: () =>
    queryOptions({
      queryKey: [...taskQueries.allCounts(), 'views'] as const,
      queryFn: async ({ signal }) => {
        const query = new URLSearchParams({ tz: currentZone() });
        const { items } = await request(viewCounts, '/api/views/counts', { query, signal });
        return Object.fromEntries(items.map(({ id, count }) => [id, count]));
      },
      staleTime: Infinity,
      refetchInterval: untilNextMinute,
    }),
};
