import type { DueBucket } from '#contract/dates';
import { dueBucket, dueBuckets } from '#contract/dates';
import type { Task } from '#contract/task';

/** Pending tasks in the parts that the column shows, soonest first, empty parts left out. `now` in milliseconds, `zone` an IANA name. */
export function buckets<Row extends Pick<Task, 'due'>>(
  tasks: readonly Row[],
  now: number,
  zone: string,
): { bucket: DueBucket; tasks: Row[] }[] {
  const at = new Date(now);
  const groups = new Map<DueBucket, Row[]>(dueBuckets.map((bucket) => [bucket, []]));
  for (const task of tasks) groups.get(dueBucket(task.due, at, zone))?.push(task);
  return [...groups].flatMap(([bucket, rows]) => (rows.length > 0 ? [{ bucket, tasks: rows }] : []));
}
