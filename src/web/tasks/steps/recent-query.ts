import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { recentSteps } from '#contract/recent';

import { request } from '../../api/client';
import { subscribeToEvents } from '../../api/events';

/** What this rep did lately, in whichever tab, newest first. */
export const recentQuery = () =>
  queryOptions({
    queryKey: ['recent'] as const,
    queryFn: async ({ signal }) => (await request(recentSteps, '/api/commands', { signal })).items,
    staleTime: Infinity,
  });

/** Asks at first and whenever something changed; mounted once. */
export function useFreshRecent(): void {
  const client = useQueryClient();
  useQuery(recentQuery());
  useEffect(() => {
    let asking = false;
    let again = false;
    const ask = async () => {
      again = asking;
      if (asking) return;
      asking = true;
      await client.invalidateQueries({ queryKey: recentQuery().queryKey });
      asking = false;
      if (again) void ask();
    };
    return subscribeToEvents({ onChange: () => void ask() });
  }, [client]);
}
