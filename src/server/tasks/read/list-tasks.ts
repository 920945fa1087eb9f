import type { TaskChanges, TaskCounts, TaskPage } from '#contract/task';
import type { ChangesQuery, TaskFilter, TaskQuery } from '#contract/task-filter';

import type { Context } from '../../context';
import { openTasksBeside } from '../../store/tasks/people';
import {
  changedTasks,
  countTasks as countRows,
  listTasks as listRows,
  matchingIds,
} from '../../store/tasks/task-lists';
import { orderOf } from '../../store/tasks/task-order';
import { settledHorizon } from '../../store/tasks/tasks';
import { readCursor, writeCursor } from './cursor';
import { presentTasks } from './read-tasks';
import { searching } from './searching';
import { viewpointOf } from './viewpoint';

const tooManyChanges = 500;

/** One page of a column. Refuses a cursor that no answer gave, and a regular expression that cannot be run. */
export async function listTasks(ctx: Context, query: TaskQuery): Promise<TaskPage> {
  const { status, limit, cursor, ...filter } = query;
  const order = orderOf(status, filter.sort);
  const after = cursor === undefined ? null : readCursor(order, cursor);
  const view = await viewpointOf(ctx, filter);
  const rows = await searching(filter, () =>
    listRows(ctx.db, ctx.workspaceId, { status, filter, view, after, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: await presentTasks(ctx, items),
    nextCursor: more ? writeCursor(order, last) : null,
  };
}

/** Totals of the three columns and of Pending's due buckets. */
export async function countTasks(ctx: Context, filter: TaskFilter): Promise<TaskCounts> {
  const view = await viewpointOf(ctx, filter);
  const rows = await searching(filter, () => countRows(ctx.db, ctx.workspaceId, filter, view));
  const counts: TaskCounts = {
    pending: 0,
    completed: 0,
    ignored: 0,
    buckets: { overdue: 0, today: 0, tomorrow: 0, week: 0, later: 0, none: 0 },
  };
  for (const { status, bucket, total } of rows) {
    counts[status] += total;
    if (bucket !== null) counts.buckets[bucket] += total;
  }
  return counts;
}

/**
 * What changed since a revision, seen through the filter, and the open tasks of the same people, whose cards count them.
 * Too much at once is answered with `reset`.
 */
export async function listChanges(ctx: Context, query: ChangesQuery): Promise<TaskChanges> {
  const { since, ...filter } = query;
  const revision = await settledHorizon(ctx.db);
  // A database that was set back to an earlier state cannot say what changed since a later one.
  if (since === undefined || BigInt(since) > BigInt(revision))
    return { revision, items: [], removed: [], reset: true };
  const changed = await changedTasks(ctx.db, ctx.workspaceId, since, tooManyChanges);
  const beside = await openTasksBeside(ctx.db, ctx.workspaceId, changed, tooManyChanges);
  const rows = [...changed, ...beside];
  if (rows.length > tooManyChanges) return { revision, items: [], removed: [], reset: true };
  const ids = rows.map((row) => row.id);
  const view = await viewpointOf(ctx, filter);
  const matching = await searching(filter, () => matchingIds(ctx.db, ctx.workspaceId, ids, filter, view));
  return {
    revision,
    items: await presentTasks(
      ctx,
      rows.filter((row) => matching.has(row.id)),
    ),
    removed: changed.flatMap(({ id }) => (matching.has(id) ? [] : id)),
    reset: false,
  };
}
