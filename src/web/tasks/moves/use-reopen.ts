import { useQueryClient } from '@tanstack/react-query';

import { cachedTask } from '../live/board-cache';
import { useCommand } from '../use-command';
import { canReopen } from './moves';

/** Brings closed tasks of the board back to Pending, as far as they can come back by now. */
export function useReopen(): (taskIds: readonly string[]) => void {
  const client = useQueryClient();
  const { run } = useCommand();
  return (taskIds) => {
    const tasks = taskIds.flatMap((id) => cachedTask(client, id) ?? []).filter((task) => canReopen(task));
    if (tasks.length > 0) run({ kind: 'reopen' }, tasks);
  };
}
