import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';

import type { Connection, ConnectionChange, NewConnection } from '#contract/connection';
import { connection } from '#contract/connection';

import type { ApiError } from '../api/client';
import { request } from '../api/client';
import { connectionQueries, taskQueries } from './queries';

/** Connects an account; its error carries `fields` (`label`, `key`). */
export function useConnect(): UseMutationResult<Connection, ApiError, NewConnection> {
  return useConnectionWrite((body: NewConnection) =>
    request(connection, '/api/connections', { method: 'POST', body }),
  );
}

/** Changes a connection's name, key or who "me" is. */
export function useChangeConnection(): UseMutationResult<
  Connection,
  ApiError,
  { id: string; changes: ConnectionChange }
> {
  return useConnectionWrite(({ id, changes }: { id: string; changes: ConnectionChange }) =>
    request(connection, `/api/connections/${id}`, { method: 'PATCH', body: changes }),
  );
}

/** Removes a connection and, with it, its tasks from the board; the vendor keeps them. */
export function useRemoveConnection(): UseMutationResult<unknown, ApiError, string> {
  return useConnectionWrite((id: string) =>
    request(z.unknown(), `/api/connections/${id}`, { method: 'DELETE' }),
  );
}

/** Asks the vendor for news now. */
export function useSyncConnection(): UseMutationResult<unknown, ApiError, string> {
  return useConnectionWrite((id: string) =>
    request(z.unknown(), `/api/connections/${id}/sync`, { method: 'POST' }),
  );
}

function useConnectionWrite<Answer, Variables>(
  write: (variables: Variables) => Promise<Answer>,
): UseMutationResult<Answer, ApiError, Variables> {
  const client = useQueryClient();
  return useMutation<Answer, ApiError, Variables>({
    mutationFn: write,
    networkMode: 'always',
    onSuccess: async () => {
      void client.invalidateQueries({ queryKey: taskQueries.allCounts() });
      await client.invalidateQueries({ queryKey: connectionQueries.list().queryKey });
    },
  });
}
