import type { Task, TaskStatus } from '#contract/task';
import { taskStatuses } from '#contract/task';
import type { TaskSort } from '#contract/task-filter';

import type { Place } from './order';
import { comparePlaces, inOrder, placeOf } from './order';

/** The loaded part of a column. `end` is the place of the last row that was read; null when the whole column is here. */
export interface ColumnRows {
  tasks: readonly Task[];
  cursor: string | null;
  end: Place | null;
  /** The order of Pending, where it is not by due. */
  sort?: TaskSort;
}

/** The columns of one filter as far as they are loaded. */
export type Board = Partial<Record<TaskStatus, ColumnRows>>;

export interface Changes {
  items: readonly Task[];
  removed: readonly string[];
  /** What to do with a row that no column holds: a filtered answer says that it belongs here, a command's answer does not. */
  unknown: 'insert' | 'ignore';
}

/**
 * The columns after the changes. Of two copies the higher version stays; rows leave the columns they no longer belong to and
 * enter at their sorted place if it is within the loaded part. Untouched columns and rows are the same objects as before.
 */
export function mergeChanges(board: Board, { items, removed, unknown }: Changes): Board {
  const known = knownRows(board);
  const news = items.filter((item) => {
    const present = known.get(item.id);
    return present ? isNewer(item, present) : unknown === 'insert';
  });
  const gone = new Set([...removed, ...news.map((item) => item.id)]);
  const merged: Board = {};
  for (const status of taskStatuses) {
    const rows = board[status];
    if (rows) merged[status] = mergeColumn(status, rows, news, gone);
  }
  return merged;
}

/** The number of the person's other tasks changes without a change of the row itself. */
function isNewer(item: Task, present: Task): boolean {
  return (
    present.version < item.version ||
    (present.version === item.version && present.othersOfPerson !== item.othersOfPerson)
  );
}

/** How many more tasks of each status the merged board stands for; rows that no column held are not counted. */
export function countShift(before: Board, { items, removed }: Changes): Record<TaskStatus, number> {
  const known = knownRows(before);
  const shift = { pending: 0, completed: 0, ignored: 0 };
  for (const item of items) {
    const present = known.get(item.id);
    if (!present || present.version >= item.version) continue;
    shift[present.status] -= 1;
    shift[item.status] += 1;
  }
  for (const id of removed) {
    const present = known.get(id);
    if (present) shift[present.status] -= 1;
  }
  return shift;
}

/** One more page at the end of the column; rows that came in by a change meanwhile are not doubled. */
export function appendPage(
  status: TaskStatus,
  rows: ColumnRows,
  page: { items: readonly Task[]; nextCursor: string | null },
): ColumnRows {
  const present = new Set(rows.tasks.map((task) => task.id));
  const fresh = page.items.filter((task) => !present.has(task.id));
  const last = page.items.at(-1);
  const end = page.nextCursor === null || !last ? null : placeOf(last, rows.sort);
  return {
    ...rows,
    tasks: inOrder(status, [...rows.tasks, ...fresh], rows.sort),
    cursor: page.nextCursor,
    end,
  };
}

/** Whether the place is within the loaded part of the column. */
export function isLoaded(status: TaskStatus, { end, sort }: ColumnRows, task: Task): boolean {
  return end === null || comparePlaces(status, placeOf(task, sort), end, sort) <= 0;
}

/** The newest copy of each row that any of the columns holds. */
export function knownRows(board: Board): Map<string, Task> {
  const known = new Map<string, Task>();
  for (const status of taskStatuses) {
    for (const task of board[status]?.tasks ?? []) {
      const other = known.get(task.id);
      if (!other || other.version < task.version) known.set(task.id, task);
    }
  }
  return known;
}

function mergeColumn(
  status: TaskStatus,
  rows: ColumnRows,
  news: readonly Task[],
  gone: ReadonlySet<string>,
): ColumnRows {
  const entering = news.filter((task) => task.status === status && isLoaded(status, rows, task));
  const leaving = rows.tasks.some((task) => gone.has(task.id));
  if (entering.length === 0 && !leaving) return rows;
  const staying = rows.tasks.filter((task) => !gone.has(task.id));
  return { ...rows, tasks: inOrder(status, [...staying, ...entering], rows.sort) };
}
