import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { ParentMatch } from '#contract/parent';

import { parentQueries } from '../../../tasks/queries';
import { bestFirst } from './best-first';

const pauseMs = 200;
const shortest = 2;

/** Where a search for a parent stands; `short`: two characters are needed. */
export type ParentSearch =
  | { state: 'short' }
  | { state: 'searching' }
  | { state: 'found'; matches: readonly ParentMatch[]; stale: boolean }
  | { state: 'failed'; message: string; retry: () => void };

/** Searches the connection's records once the typing pauses; older matches stay while newer ones are fetched. */
export function useParentSearch(connectionId: string, typed: string): ParentSearch {
  const wanted = typed.trim();
  const q = useAfterPause(wanted);
  const enabled = connectionId !== '' && q.length >= shortest && wanted.length >= shortest;
  const { data, error, isFetching, refetch } = useQuery({
    ...parentQueries.search(connectionId, q),
    enabled,
    retry: false,
    placeholderData: (previous) => previous,
  });
  if (wanted.length < shortest) return { state: 'short' };
  const behind = q !== wanted || isFetching;
  if (error !== null && !behind)
    return { state: 'failed', message: error.message, retry: () => void refetch() };
  if (data === undefined || (behind && data.length === 0)) return { state: 'searching' };
  return { state: 'found', matches: bestFirst(data, wanted), stale: behind };
}

function useAfterPause(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
