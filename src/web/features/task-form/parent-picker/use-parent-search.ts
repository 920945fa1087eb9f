import { useQuery } from '@tanstack/react-query';

import type { ParentMatch } from '#contract/parent';

import { useAfterPause } from '../../../tasks/found/use-after-pause';
import { parentQueries } from '../../../tasks/queries';
import { useLineDown } from '../../../tasks/use-line-down';
import { bestFirst } from './best-first';

const shortest = 2;

/** Where a search for a parent stands; `short`: two characters are needed; `offline`: it goes on when Outboard answers again. */
export type ParentSearch =
  | { state: 'short' }
  | { state: 'searching' }
  | { state: 'offline' }
  | { state: 'found'; matches: readonly ParentMatch[]; stale: boolean }
  | { state: 'failed'; message: string; retry: () => void };

/** Searches the connection's records once the typing pauses; older matches stay while newer ones are fetched. */
export function useParentSearch(connectionId: string, typed: string): ParentSearch {
  const wanted = typed.trim();
  const q = useAfterPause(wanted);
  const offline = useLineDown();
  const enabled = !offline && connectionId !== '' && q.length >= shortest && wanted.length >= shortest;
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...parentQueries.search(connectionId, q),
    enabled,
    retry: false,
    placeholderData: (previous) => previous,
  });
  if (wanted.length < shortest) return { state: 'short' };
  // Of another search are no matches of this one.
  if (offline && (data === undefined || isPlaceholderData || q !== wanted)) return { state: 'offline' };
  const behind = q !== wanted || isFetching;
  if (error !== null && !behind)
    return { state: 'failed', message: error.message, retry: () => void refetch() };
  if (data === undefined || (behind && data.length === 0)) return { state: 'searching' };
  return { state: 'found', matches: bestFirst(data, wanted), stale: behind };
}
