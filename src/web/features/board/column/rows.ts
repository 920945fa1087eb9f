import type { DueBucket } from '#contract/dates';
import type { Task } from '#contract/task';

/** What a column draws from top to bottom: headings, and rows of one or two cards. */
export type Row =
  | { kind: 'heading'; bucket: DueBucket; count: number }
  | { kind: 'cards'; tasks: readonly Task[] };

export const bucketNames: Record<DueBucket, string> = {
  overdue: 'Overdue',
  today: 'Today',
  tomorrow: 'Tomorrow',
  week: 'This week',
  later: 'Later',
  none: 'No date',
};

type Group = { bucket: DueBucket; tasks: readonly Task[] };

/** Rows under a heading for each due bucket; `counts` are the true ones, of which the loaded tasks are a part. */
export function bucketRows(
  groups: readonly Group[],
  counts: Partial<Record<DueBucket, number>>,
  lanes: number,
): Row[] {
  return groups
    .filter(({ tasks }) => tasks.length > 0)
    .flatMap(({ bucket, tasks }) => [
      { kind: 'heading' as const, bucket, count: Math.max(counts[bucket] ?? 0, tasks.length) },
      ...plainRows(tasks, lanes),
    ]);
}

export function plainRows(tasks: readonly Task[], lanes: number): Row[] {
  const rows: Row[] = [];
  for (let start = 0; start < tasks.length; start += lanes) {
    rows.push({ kind: 'cards', tasks: tasks.slice(start, start + lanes) });
  }
  return rows;
}

/** How many cards stand above each row. */
export function cardsBefore(rows: readonly Row[]): number[] {
  let count = 0;
  return rows.map((row) => {
    const above = count;
    if (row.kind === 'cards') count += row.tasks.length;
    return above;
  });
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** The card beside another within one column; `null` when the step leaves the column. */
export function neighbour(rows: readonly Row[], taskId: string, direction: Direction): Task | null {
  const lines = rows.flatMap((row) => (row.kind === 'cards' ? [row.tasks] : []));
  const line = lines.findIndex((tasks) => tasks.some((task) => task.id === taskId));
  const here = lines[line];
  if (here === undefined) return null;
  const lane = here.findIndex((task) => task.id === taskId);
  if (direction === 'left' || direction === 'right')
    return here[lane + (direction === 'left' ? -1 : 1)] ?? null;
  const next = lines[line + (direction === 'up' ? -1 : 1)];
  return next?.[Math.min(lane, next.length - 1)] ?? null;
}

/** The card so many lines below another in its column, above when negative; it stops at the first and the last card. */
export function further(rows: readonly Row[], taskId: string, lines: number): Task | null {
  const all = rows.flatMap((row) => (row.kind === 'cards' ? [row.tasks] : []));
  const line = all.findIndex((tasks) => tasks.some((task) => task.id === taskId));
  if (line === -1) return null;
  if (line + lines >= all.length) return all.at(-1)?.at(-1) ?? null;
  if (line + lines < 0) return all[0]?.[0] ?? null;
  const lane = all[line]?.findIndex((task) => task.id === taskId) ?? 0;
  const there = all[line + lines];
  return there?.[Math.min(lane, there.length - 1)] ?? null;
}

/** Which card takes the focus when this one leaves: the next in reading order, else the one before. */
export function heir(rows: readonly Row[], taskId: string): Task | null {
  const tasks = rows.flatMap((row) => (row.kind === 'cards' ? row.tasks : []));
  const index = tasks.findIndex((task) => task.id === taskId);
  return index === -1 ? null : (tasks[index + 1] ?? tasks[index - 1] ?? null);
}
