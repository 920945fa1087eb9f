import { QueryClient } from '@tanstack/react-query';

import { ApiError } from '../api/client';
import { leftViewMs, taskQueries } from './queries';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError;
  }
}

/**
 * The page's query client. `networkMode: 'always'`: Outboard usually runs on the rep's own machine and answers without any
 * network; what the browser calls offline says nothing about it.
 */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => error instanceof ApiError && error.passing && failures < 3,
        retryDelay: (failures) => 300 * 2 ** failures,
      },
      mutations: { networkMode: 'always' },
    },
  });
  // Also for those that come from the browser's storage before anyone asks for them.
  for (const queryKey of [taskQueries.columns(), taskQueries.allCounts()])
    client.setQueryDefaults(queryKey, { gcTime: leftViewMs });
  client.setQueryDefaults(taskQueries.revisions(), { gcTime: Infinity });
  return client;
}
