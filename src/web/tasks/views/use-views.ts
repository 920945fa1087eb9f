import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';

import type { TaskFilter } from '#contract/task-filter';
import { view, type View } from '#contract/view';

import type { ApiError } from '../../api/client';
import { request } from '../../api/client';
import { useUrlParam } from '../use-filter';
import { useRep } from '../use-rep';
import { currentView, type CurrentView } from './current-view';
import { viewQueries } from './view-queries';
import { withWrite, type ViewWrite } from './view-write';

/** The rep's saved views in their order, then those that others share; null until they are known. */
export function useViews(): readonly View[] | null {
  return useQuery(viewQueries.list()).data ?? null;
}

/** The view that the board shows; null for a filter of its own. */
export function useCurrentView(filter: TaskFilter): CurrentView | null {
  const [viewId] = useUrlParam('view');
  return currentView(filter, viewId, useViews() ?? []);
}

type Undrawn = { before: View[] | undefined };

/** Adds, changes and removes saved views; drawn at once, taken back when the server refuses. Its error carries `fields`. */
export function useWriteView(): UseMutationResult<unknown, ApiError, ViewWrite> {
  const client = useQueryClient();
  const [rep] = useRep();
  const { queryKey } = viewQueries.list();
  return useMutation<unknown, ApiError, ViewWrite, Undrawn>({
    mutationFn: send,
    networkMode: 'always',
    onMutate: async (write) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      client.setQueryData(queryKey, (views) => views && withWrite(views, write, rep?.name ?? null));
      return { before };
    },
    onError: (_error, _write, drawn) => client.setQueryData(queryKey, drawn?.before),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: viewQueries.counts().queryKey });
      return client.invalidateQueries({ queryKey });
    },
  });
}

function send(write: ViewWrite): Promise<unknown> {
  switch (write.kind) {
    case 'add':
      return request(view, '/api/views', { method: 'POST', body: write.view });
    case 'change':
      return request(view, `/api/views/${write.id}`, { method: 'PATCH', body: write.change });
    case 'remove':
      return request(z.unknown(), `/api/views/${write.id}`, { method: 'DELETE' });
  }
}
