import { z } from 'zod';

import { membersWhoAre } from '#contract/rep';
import type { TaskChanges, TaskCounts, TaskPage } from '#contract/task';
import type { ChangesQuery, TaskFilter, TaskQuery } from '#contract/task-filter';

import type { Context } from '../../context';
import { Refusal } from '../../refusal';
import { listConnections } from '../../store/connections';
import { openTasksBeside } from '../../store/tasks/people';
import type { Viewpoint } from '../../store/tasks/task-filters';
import {
  changedTasks,
  countTasks as countRows,
  listTasks as listRows,
  matchingIds,
  type Position,
} from '../../store/tasks/task-lists';
import { settledHorizon } from '../../store/tasks/tasks';
import { presentTasks } from './read-tasks';
import { searching } from './searching';

const tooManyChanges = 500;

/** One page of a column. Refuses a cursor that no answer gave, and a regular expression that cannot be run. */
export async function listTasks(ctx: Context, query: TaskQuery): Promise<TaskPage> {
  const { status, limit, cursor, ...filter } = query;
  const after = cursor === undefined ? null : readCursor(cursor);
  const view = await viewOf(ctx, filter);
  const rows = await searching(filter, () =>
    listRows(ctx.db, ctx.workspaceId, { status, filter, view, after, limit: limit + 1 }),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: await presentTasks(ctx, items),
    nextCursor: more
      ? writeCursor({
          at: (status === 'pending' ? last.due_sort : last.closed_at) ?? last.due_sort,
          id: last.id,
        })
      : null,
  };
}

/** Totals of the three columns and of Pending's due buckets. */
export async function countTasks(ctx: Context, filter: TaskFilter): Promise<TaskCounts> {
  const view = await viewOf(ctx, filter);
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
  const view = await viewOf(ctx, filter);
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

async function viewOf(ctx: Context, filter: TaskFilter): Promise<Viewpoint> {
  const asksForMe = filter.assignee?.some((value) => value === 'me' || value === '-me') ?? false;
  const connections = asksForMe ? await listConnections(ctx.db, ctx.workspaceId) : [];
  const me = connections.flatMap((connection) =>
    membersWhoAre(ctx.rep, connection).map((memberId) => ({ connectionId: connection.id, memberId })),
  );
  return { now: ctx.clock.now(), zone: filter.tz ?? 'UTC', me };
}

const cursorShape = z.tuple([z.iso.datetime(), z.uuid()]);

function writeCursor({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

function readCursor(text: string): Position {
  try {
    const [at, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { at: new Date(at), id };
  } catch {
    const message = 'This is not a cursor of an earlier answer. Leave it out to begin at the first page.';
    throw new Refusal('invalid', message, [{ path: 'cursor', message }]);
  }
}
