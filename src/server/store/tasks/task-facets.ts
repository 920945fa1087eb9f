import { sql, type Kysely } from 'kysely';

import type { FacetField, TaskFilter } from '#contract/task-filter';

import type { Database } from '../schema';
import { filterConditions, type Viewpoint } from './task-filters';
import { matching } from './task-lists';

/** Far more than anyone chooses from. */
const mostValues = 500;

/** The fields whose values stand in a column; the others are questions of their own (`countEach`). */
const columns = {
  assignee: 'assignee_id',
  vendor: 'vendor',
  channel: 'channel',
  type: 'vendor_type',
  priority: 'priority',
  campaign: 'campaign_id',
  campaignState: 'campaign_state',
} as const satisfies Partial<Record<FacetField, string>>;
export type ColumnField = keyof typeof columns;

/** How many open tasks have each value of a column, by connection, since the ids of two vendors may be alike. */
export function valueQuery(
  db: Kysely<Database>,
  workspaceId: number,
  field: ColumnField,
  filter: TaskFilter,
  view: Viewpoint,
) {
  const column = columns[field];
  return matching(db, workspaceId, filter, view, 'pending')
    .select([`${column} as value`, 'connection_id', sql<number>`count(*)::int`.as('total')])
    .groupBy([column, 'connection_id'])
    .orderBy('total', 'desc')
    .limit(mostValues);
}

type Each = { base: TaskFilter; each: readonly TaskFilter[]; closedToo?: boolean };

/** In one pass, how many of the tasks that match `base` each filter leaves: of the open ones, or of all with `closedToo`. */
export function eachQuery(
  db: Kysely<Database>,
  workspaceId: number,
  { base, each, closedToo = false }: Each,
  view: Viewpoint,
) {
  return matching(db, workspaceId, base, view, closedToo ? undefined : 'pending').select((eb) =>
    each.map((filter, index) =>
      sql<number>`count(*) filter (where ${eb.and(filterConditions(eb, filter, view))})::int`.as(`n${index}`),
    ),
  );
}

/** The numbers of `eachQuery`, in the order of the filters. */
export async function countEach(...given: Parameters<typeof eachQuery>): Promise<number[]> {
  const row = await eachQuery(...given).executeTakeFirstOrThrow();
  return given[2].each.map((_, index) => (row as Record<string, number>)[`n${index}`] ?? 0);
}
