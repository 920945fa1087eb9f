import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { taskStatuses } from '#contract/task';

import { cachedFilters, taskQueries } from '../../tasks/queries';

/** Whether a command holds other tasks of the board too, as far as it is loaded. */
export function useSharedCommand(commandId: string, taskId: string): boolean {
  const client = useQueryClient();
  return useSyncExternalStore(
    (listener) => client.getQueryCache().subscribe(listener),
    () =>
      cachedFilters(client).some((filter) =>
        taskStatuses.some((status) =>
          client
            .getQueryData(taskQueries.column(filter, status).queryKey)
            ?.tasks.some(
              ({ id, commands }) =>
                id !== taskId && commands.some((one) => one.id === commandId && one.state === 'held'),
            ),
        ),
      ),
  );
}
