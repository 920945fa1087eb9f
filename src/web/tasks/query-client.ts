import { QueryClient } from '@tanstack/react-query';

import { ApiError } from '../api/client';

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
  return new QueryClient({
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
}
