import { sql, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';

import { addToDate, dateIn, endOfWeek, startOfDate, type DueBucket } from '#contract/dates';
import type { TaskStatus } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { Database } from '../schema';
import type { TaskRow } from './task-fields';
import { filterConditions, type Viewpoint } from './task-filters';
import { orderOf, type Position } from './task-order';

type Page = {
  status: TaskStatus;
  filter: TaskFilter;
  view: Viewpoint;
  after: Position | null;
  limit: number;
};

/** One page of a column in its order (`task-order`); ids decide between equals. */
export function pageQuery(db: Kysely<Database>, workspaceId: number, page: Page) {
  const { columns, descending } = orderOf(page.status, page.filter.sort);
  const key = sql.join(columns.map((column) => sql.ref(column)));
  const { after } = page;
  return matching(db, workspaceId, page.filter, page.view, page.status)
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(${key}) ${sql.raw(descending ? '<' : '>')} (${sql.join([...(after ?? [])])})`,
      ),
    )
    .orderBy(
      sql.join(columns.map((column) => sql`${sql.ref(column)} ${sql.raw(descending ? 'desc' : 'asc')}`)),
    )
    .limit(page.limit);
}

export function listTasks(db: Kysely<Database>, workspaceId: number, page: Page): Promise<TaskRow[]> {
  return pageQuery(db, workspaceId, page).execute();
}

/** How many tasks match, by status and by due bucket for the pending ones. */
export async function countTasks(
  db: Kysely<Database>,
  workspaceId: number,
  filter: TaskFilter,
  view: Viewpoint,
) {
  const bucket = bucketExpression(view);
  return matching(db, workspaceId, filter, view)
    .select(['status', bucket.as('bucket'), sql<number>`count(*)::int`.as('total')])
    .groupBy(sql`1, 2`)
    .execute();
}

/** Rows changed in or after a transaction, with whether each matches the filter now; one more than `limit` says "too many". */
export function changedTasks(
  db: Kysely<Database>,
  workspaceId: number,
  since: string,
  limit: number,
): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<SqlBool>`changed_in >= ${since}::xid8`)
    .orderBy('changed_in')
    .limit(limit + 1)
    .execute();
}

/** The ids of a column's tasks, at most `limit`. */
export async function columnIds(
  db: Kysely<Database>,
  workspaceId: number,
  { status, filter, view, limit }: Omit<Page, 'after'>,
): Promise<string[]> {
  const rows = await matching(db, workspaceId, filter, view, status).select('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** How many tasks of a column are alike in what decides about what can be done to them. */
export function countKinds(
  db: Kysely<Database>,
  workspaceId: number,
  { status, filter, view }: Pick<Page, 'status' | 'filter' | 'view'>,
) {
  const dueKind = sql<'date' | 'instant' | null>`case
    when due_date is not null then 'date' when due_at is not null then 'instant' end`;
  return matching(db, workspaceId, filter, view, status)
    .select(['connection_id', 'vendor', 'channel', 'board_only'])
    .select([dueKind.as('due_kind'), sql<number>`count(*)::int`.as('total')])
    .groupBy(sql`1, 2, 3, 4, 5`)
    .execute();
}

/** Those of the ids whose rows match the filter. */
export async function matchingIds(
  db: Kysely<Database>,
  workspaceId: number,
  ids: readonly string[],
  filter: TaskFilter,
  view: Viewpoint,
) {
  if (ids.length === 0) return new Set<string>();
  const rows = await matching(db, workspaceId, filter, view)
    .select('id')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

export function tasksById(
  db: Kysely<Database>,
  workspaceId: number,
  ids: readonly string[],
): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('gone', '=', false)
    .execute();
}

/** The tasks of the board that match, of one status or of all: open ones, and closed ones as far back as the filter reaches. */
export function matching(
  db: Kysely<Database>,
  workspaceId: number,
  filter: TaskFilter,
  view: Viewpoint,
  status?: TaskStatus,
) {
  const closedSince = startOfClosed(filter.closed ?? 'today', view);
  return db
    .selectFrom('tasks')
    .where('workspace_id', '=', workspaceId)
    .where('gone', '=', false)
    .where((eb) => eb.and([...ofStatus(eb, status, closedSince), ...filterConditions(eb, filter, view)]));
}

/** Said such that each index of open and of closed tasks is seen to hold what is asked for, and from where on. */
function ofStatus(
  eb: ExpressionBuilder<Database, 'tasks'>,
  status: TaskStatus | undefined,
  closedSince: Date | null,
) {
  const isPending = eb('status', '=', 'pending');
  if (status === 'pending') return [isPending];
  const isClosed = eb('status', 'in', status === undefined ? ['completed', 'ignored'] : [status]);
  if (closedSince === null) return status === undefined ? [] : [isClosed];
  const isRecent = eb.and([isClosed, eb('closed_at', '>=', closedSince)]);
  return [status === undefined ? eb.or([isPending, isRecent]) : isRecent];
}

function startOfClosed(reach: NonNullable<TaskFilter['closed']>, { now, zone }: Viewpoint): Date | null {
  if (reach === 'all') return null;
  const days = { today: 0, '7d': 6, '30d': 29 }[reach];
  return startOfDate(zone, addToDate(dateIn(zone, now), -days));
}

function bucketExpression({ now, zone }: Viewpoint) {
  const today = dateIn(zone, now);
  const before = (date: string) =>
    sql<SqlBool>`(due_at < ${startOfDate(zone, date)} or due_date < ${date}::date)`;
  return sql<DueBucket | null>`case
    when status <> 'pending' then null
    when due_date is null and due_at is null then 'none'
    when due_at < ${now} or due_date < ${today}::date then 'overdue'
    when ${before(addToDate(today, 1))} then 'today'
    when ${before(addToDate(today, 2))} then 'tomorrow'
    when ${before(endOfWeek(today))} then 'week'
    else 'later' end`;
}
