import { useQueryClient } from '@tanstack/react-query';

import type { Task } from '#contract/task';

import { toast } from '../../ui/toast';
import { cachedTask } from '../live/board-cache';
import { canReopen } from '../moves/moves';
import { taskQueries } from '../queries';
import { useCommand } from '../use-command';
import type { Way } from './step-choice';

export interface Ways {
  onOpen: (taskId: string) => void;
  onCopy: (task: Task) => void;
}

export const wayNames: Record<Exclude<Way, null>, string> = {
  undo: 'Undo',
  reopen: 'Reopen',
  copy: 'Copy as new',
  open: 'Open',
};

/** Goes the way that is left after the delivery, also for tasks that the board does not show just now. */
export function useWays({
  onOpen,
  onCopy,
}: Ways): (way: 'reopen' | 'copy' | 'open', taskIds: readonly string[]) => void {
  const client = useQueryClient();
  const { run } = useCommand();
  const read = async (id: string) =>
    cachedTask(client, id) ?? (await client.fetchQuery(taskQueries.detail(id)));
  const go = async (way: 'reopen' | 'copy' | 'open', taskIds: readonly string[]) => {
    const [first] = taskIds;
    if (first === undefined) return;
    if (way === 'open') return onOpen(first);
    if (way === 'copy') return onCopy(await read(first));
    const tasks = (await Promise.all(taskIds.map(read))).filter((task) => canReopen(task));
    if (tasks.length > 0) run({ kind: 'reopen' }, tasks);
  };
  return (way, taskIds) => {
    go(way, taskIds).catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)));
  };
}
