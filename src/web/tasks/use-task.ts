import { useQuery, useQueryClient } from '@tanstack/react-query';

import type { ApiError } from '../api/client';
import { useLedger } from './ledger/ledger';
import { cachedTask } from './live/board-cache';
import type { DrawnTask } from './pending';
import { drawTask } from './pending';
import { taskQueries } from './queries';

export interface ShownTask {
  task: DrawnTask | null;
  status: 'loading' | 'error' | 'ready';
  /** Its `status` is 404 when there is no such task. */
  error: ApiError | null;
  retry(): void;
}

/** One task as it is drawn. A task of the board is there at once. */
export function useTask(id: string): ShownTask {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...taskQueries.detail(id),
    placeholderData: () => cachedTask(client, id),
  });
  const { inFlight } = useLedger();
  // A placeholder leaves with the error; the board's own copy is still the best that is known.
  const known = data ?? (error === null ? undefined : cachedTask(client, id));
  const present = error?.status === 404 ? undefined : known;
  return {
    task: present ? drawTask(present, inFlight) : null,
    status: present ? 'ready' : error ? 'error' : 'loading',
    error,
    retry: () => void refetch(),
  };
}
