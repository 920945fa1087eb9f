import { dueBucket } from '#contract/dates';
import type { Task, TaskCounts } from '#contract/task';

import type { Board } from '../live/changes';
import type { InFlight, Reach } from '../pending';
import { drawTask, rowsInReach, wholeReach } from '../pending';

/** The server's totals with each command in flight counted where it is drawn. `zone`: an IANA name. */
export function overlayCounts(
  counts: TaskCounts,
  board: Board,
  inFlight: readonly InFlight[],
  zone: string,
  reach: Reach = wholeReach,
): TaskCounts {
  if (inFlight.length === 0) return counts;
  const known = rowsInReach(board, reach);
  const shown: TaskCounts = { ...counts, buckets: { ...counts.buckets } };
  const now = new Date(Math.max(...inFlight.map(({ at }) => at)));
  const add = (task: Task, by: 1 | -1) => {
    shown[task.status] = Math.max(0, shown[task.status] + by);
    if (task.status !== 'pending') return;
    const bucket = dueBucket(task.due, now, zone);
    shown.buckets[bucket] = Math.max(0, shown.buckets[bucket] + by);
  };
  for (const id of new Set(inFlight.flatMap(({ tasks }) => tasks.map((task) => task.id)))) {
    const row = known.get(id);
    if (!row) continue;
    const drawn = drawTask(row, inFlight);
    if (reach.was(row)) add(row, -1);
    if (reach.is(row, drawn)) add(drawn, 1);
  }
  return shown;
}
