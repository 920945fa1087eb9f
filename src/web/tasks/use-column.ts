import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { TaskCounts, TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { ApiError } from '../api/client';
import { useZone } from './clock/use-clock';
import type { DeviceBoard } from './device/device-board';
import { useDeviceBoard, useDeviceReach } from './device/use-device-board';
import { overlayCounts } from './ledger/overlay-counts';
import { useInFlight } from './ledger/use-in-flight';
import type { Board } from './live/changes';
import { readMore } from './live/read-more';
import { useSweep } from './moves/bulk/use-sweep';
import type { DrawnTask } from './pending';
import { overlay } from './pending';
import { taskQueries } from './queries';

export interface Column {
  /** In the column's order, with the commands in flight applied. */
  tasks: readonly DrawnTask[];
  /** How many match in all; null until known. */
  total: number | null;
  hasMore: boolean;
  /** Reads the next page; safe to call at every scroll. */
  loadMore(): void;
  loadingMore: boolean;
  /** Why the next page did not come; `loadMore` tries again unless it was refused, `retry` reads the column anew. */
  moreError: ApiError | null;
  status: 'loading' | 'error' | 'ready';
  error: ApiError | null;
  retry(): void;
}

const none: readonly DrawnTask[] = [];

/** One column of the board as it is drawn. */
export function useColumn(filter: TaskFilter, status: TaskStatus): Column {
  const client = useQueryClient();
  const { data: rows, error, refetch } = useQuery(taskQueries.column(filter, status));
  const { board, here } = useBoard(filter);
  const inFlight = useInFlight();
  const reach = useDeviceReach(filter, board, inFlight);
  const swept = useSweep(filter, board);
  const counts = useTaskCounts(filter);
  const {
    mutate,
    isPending,
    error: moreError,
    reset,
  } = useMutation({ mutationFn: () => readMore(client, filter, status), networkMode: 'always' });
  const tasks = overlay(board, [...inFlight, ...swept], reach)[status] ?? none;
  const hasMore = rows !== undefined && rows.cursor !== null;
  // Callers ask at every scroll; a page that was refused would be refused for ever.
  const canAskAgain = moreError === null || moreError.passing;
  const emptied = hasMore && tasks.length === 0;
  // What is done to all that match is done to the next page as well: the column is read anew afterwards.
  const sweeping = emptied && swept.length > 0;
  useEffect(() => {
    if (emptied && !sweeping) mutate();
  }, [emptied, sweeping, mutate]);
  return {
    tasks,
    total: counts?.[status] ?? (here && tasks.length),
    hasMore,
    loadMore: () => {
      if (hasMore && !isPending && canAskAgain) mutate();
    },
    loadingMore: isPending,
    moreError,
    status: board[status] && !sweeping ? 'ready' : error ? 'error' : 'loading',
    error,
    retry: () => {
      reset();
      void refetch();
    },
  };
}

/** The true totals by status and due bucket, with the commands in flight counted where they are drawn; null until known. */
export function useTaskCounts(filter: TaskFilter): TaskCounts | null {
  const { data: counts } = useQuery(taskQueries.counts(filter));
  const { board } = useBoard(filter);
  const own = useInFlight();
  const reach = useDeviceReach(filter, board, own);
  const inFlight = [...own, ...useSweep(filter, board)];
  const zone = useZone();
  return counts ? overlayCounts(counts, board, inFlight, filter.tz ?? zone, reach) : null;
}

/** What is searched on this device alone, since nobody answers; null while the columns are the server's. */
export function useSearchedHere(filter: TaskFilter): DeviceBoard | null {
  return useBoard(filter).here;
}

/**
 * The filter's columns as they are loaded, or what the cards of this device have instead while nobody answers (`here`); a
 * task in flight is drawn in one from its row in another.
 */
function useBoard(filter: TaskFilter): { board: Board; here: DeviceBoard | null } {
  const { data: pending } = useQuery({ ...taskQueries.column(filter, 'pending'), enabled: false });
  const { data: completed } = useQuery({ ...taskQueries.column(filter, 'completed'), enabled: false });
  const { data: ignored } = useQuery({ ...taskQueries.column(filter, 'ignored'), enabled: false });
  const here = useDeviceBoard(filter, !pending || !completed || !ignored);
  const loaded = {
    ...(pending && { pending }),
    ...(completed && { completed }),
    ...(ignored && { ignored }),
  };
  return { board: { ...here?.board, ...loaded }, here };
}
