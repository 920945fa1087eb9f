import { sql, type Kysely, type SqlBool } from 'kysely';

import { addToDate, dateIn, startOfDate } from '#contract/dates';
import { statsDays, type OverdueAge } from '#contract/stats';
import type { TaskFilter } from '#contract/task-filter';

import type { Database } from '../schema';
import { dueColumns } from './task-fields';
import type { Viewpoint } from './task-filters';
import { matching } from './task-lists';

/** The dates of the days looked back on, oldest first. */
export function datesOf({ now, zone }: Viewpoint): string[] {
  const today = dateIn(zone, now);
  return Array.from({ length: statsDays }, (_, index) => addToDate(today, index - statsDays + 1));
}

/** How many open tasks are due today or before, by channel and by how long they are overdue (null: they are not). */
export function openQuery(db: Kysely<Database>, workspaceId: number, filter: TaskFilter, view: Viewpoint) {
  const today = dateIn(view.zone, view.now);
  const tomorrow = startOfDate(view.zone, addToDate(today, 1));
  const lastDate = dueColumns({ kind: 'date', date: today }).due_sort;
  return (
    matching(db, workspaceId, { ...filter, due: '..today' }, view, 'pending')
      // The index knows nothing but the sort key, which is no later than this for any of them.
      .where('due_sort', '<=', new Date(Math.max(tomorrow.getTime(), lastDate.getTime())))
      .select(['channel', ageExpression(view).as('age'), sql<number>`count(*)::int`.as('total')])
      .groupBy(sql`1, 2`)
  );
}

/** How many tasks were completed on each of the days that `datesOf` names, by its index from 1, and by channel. */
export function doneQuery(db: Kysely<Database>, workspaceId: number, filter: TaskFilter, view: Viewpoint) {
  const starts = datesOf(view).map((date) => startOfDate(view.zone, date));
  return matching(db, workspaceId, { ...filter, due: undefined, closed: 'all' }, view, 'completed')
    .where('closed_at', '>=', starts[0] ?? view.now)
    .select([
      'channel',
      sql<number>`width_bucket(closed_at, ${starts}::timestamptz[])`.as('day'),
      sql<number>`count(*)::int`.as('total'),
    ])
    .groupBy(sql`1, 2`);
}

/** An instant that has passed today is overdue since less than a day and counts with those of yesterday. */
function ageExpression({ now, zone }: Viewpoint) {
  const today = dateIn(zone, now);
  const since = (days: number) => {
    const date = addToDate(today, -days);
    return sql<SqlBool>`(due_at >= ${startOfDate(zone, date)} or due_date >= ${date}::date)`;
  };
  return sql<OverdueAge | null>`case
    when due_at >= ${now} or due_date >= ${today}::date then null
    when ${since(1)} then '1'
    when ${since(3)} then '3'
    when ${since(7)} then '7'
    when ${since(30)} then '30'
    else 'older' end`;
}
