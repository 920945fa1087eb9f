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
  const present = error?.status === 404 ? undefined : data;
  return {
    task: present ? drawTask(present, inFlight) : null,
    status: present ? 'ready' : error ? 'error' : 'loading',
    error,
    retry: () => void refetch(),
  };
}
