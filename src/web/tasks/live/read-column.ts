import type { TaskChanges, TaskPage, TaskStatus } from '#contract/task';
import type { TaskSort } from '#contract/task-filter';

import type { ColumnRows } from './changes';
import { appendPage, mergeChanges } from './changes';

const pageSize = 60;
const largestPage = 200;
const nothing: ColumnRows = { tasks: [], cursor: null, end: null };

const emptyOf = ({ sort }: ColumnSource): ColumnRows => (sort ? { ...nothing, sort } : nothing);

/** Where a column's rows come from. */
export interface ColumnSource {
  /** The order of Pending, where it is not by due. */
  sort?: TaskSort | undefined;
  page(cursor: string | null, limit: number): Promise<TaskPage>;
  changes(since: string): Promise<TaskChanges>;
  /** Up to where changes have been merged into the columns of this filter, and how often that was done. */
  merged(): Merged;
}

export interface Merged {
  revision: string;
  /** The revision alone does not tell: it can stay while changes come in. */
  times: number;
}

/** Reads the column from its top, as far down as it was loaded before. Nothing that changed while it was read is missing. */
export async function readColumn(
  status: TaskStatus,
  source: ColumnSource,
  loaded: number,
): Promise<ColumnRows> {
  const from = source.merged();
  let rows = emptyOf(source);
  do {
    const limit = Math.min(Math.max(loaded - rows.tasks.length, pageSize), largestPage);
    rows = appendPage(status, rows, await source.page(rows.cursor, limit));
  } while (rows.cursor !== null && rows.tasks.length < loaded);
  return (await catchUp(status, source, rows, from)) ?? (await readColumn(status, source, loaded));
}

/** Reads the page at the cursor; null when it has to be asked again. */
export async function readPage(
  status: TaskStatus,
  source: ColumnSource,
  cursor: string,
): Promise<TaskPage | null> {
  const from = source.merged();
  const page = await source.page(cursor, pageSize);
  const rows = await catchUp(status, source, appendPage(status, emptyOf(source), page), from);
  return rows && { items: [...rows.tasks], nextCursor: page.nextCursor };
}

/**
 * A page can be older than changes that were merged while it was under way; shown as it is it would bring back what has gone.
 * So the same changes are asked again and merged into it first. Null when they reach back too far.
 */
async function catchUp(
  status: TaskStatus,
  source: ColumnSource,
  read: ColumnRows,
  from: Merged,
): Promise<ColumnRows | null> {
  let rows = read;
  let { revision, times } = from;
  while (source.merged().times !== times) {
    ({ times } = source.merged());
    const changes = await source.changes(revision);
    if (changes.reset) return null;
    rows = mergeChanges({ [status]: rows }, { ...changes, unknown: 'insert' })[status] ?? rows;
    ({ revision } = changes);
  }
  return rows;
}
