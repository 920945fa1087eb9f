import type { Task, TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import { buckets } from '../../tasks/buckets';
import { useZone } from '../../tasks/clock/use-clock';
import { useColumn, useTaskCounts, type Column } from '../../tasks/use-column';
import { useNow } from '../../tasks/use-now';
import { bucketRows, plainRows, type Row } from './column/rows';

export type BoardColumn = { data: Column; rows: readonly Row[] };
export type BoardColumns = Record<TaskStatus, BoardColumn>;

/** The three columns as they are drawn; Pending parted by due bucket, in as many lanes as there is room for. */
export function useBoardRows(filter: TaskFilter, lanes: number): BoardColumns {
  const pending = useColumn(filter, 'pending');
  const completed = useColumn(filter, 'completed');
  const ignored = useColumn(filter, 'ignored');
  const counts = useTaskCounts(filter);
  const now = useNow(60_000);
  const zone = useZone();
  const groups = buckets(pending.tasks, now, filter.tz ?? zone);
  return {
    pending: {
      data: pending,
      // In another order the parts of the days would be torn.
      rows:
        (filter.sort ?? 'due') === 'due'
          ? bucketRows(groups, counts?.buckets ?? {}, lanes)
          : plainRows(pending.tasks, lanes),
    },
    completed: { data: completed, rows: plainRows(completed.tasks, 1) },
    ignored: { data: ignored, rows: plainRows(ignored.tasks, 1) },
  };
}

/** The task of a card that is on the board, with its column's rows. */
export function findCard(
  columns: BoardColumns,
  taskId: string,
): { task: Task; column: BoardColumn; status: TaskStatus } | null {
  for (const status of ['pending', 'completed', 'ignored'] as const) {
    const task = columns[status].data.tasks.find((one) => one.id === taskId);
    if (task) return { task, column: columns[status], status };
  }
  return null;
}
