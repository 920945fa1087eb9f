import { syncStates, type FacetQuery, type Facets, type TaskFilter } from '#contract/task-filter';

import type { Context } from '../../context';
import { countEach, valueQuery, type ColumnField } from '../../store/tasks/task-facets';
import type { Viewpoint } from '../../store/tasks/task-filters';
import { searching } from './searching';
import { viewpointOf } from './viewpoint';

const dues = ['overdue', 'today', '..today', 'tomorrow', 'week', 'none', 'snoozed'] as const;

/** How many tasks each value of the field stands for, under the filter without that field. Refuses what `listTasks` refuses. */
export async function listFacets(ctx: Context, { field, ...query }: FacetQuery): Promise<Facets> {
  const { [field]: _, ...filter } = query;
  const view = await viewpointOf(ctx, filter, ...(field === 'assignee' ? [{ assignee: ['me'] }] : []));
  const counts = await searching(filter, () => countsOf(ctx, field, filter, view));
  const items = [...counts].map(([value, count]) => ({ value, count })).filter(({ count }) => count > 0);
  return { items: items.toSorted((a, b) => b.count - a.count) };
}

async function countsOf(
  { db, workspaceId }: Context,
  field: FacetQuery['field'],
  base: TaskFilter,
  view: Viewpoint,
): Promise<Map<string, number>> {
  if (field === 'due') {
    const each = dues.map((due) => ({ due }));
    return paired(dues, await countEach(db, workspaceId, { base, each }, view));
  }
  if (field === 'state') {
    const each = syncStates.map((state) => ({ state: [state] }));
    return paired(syncStates, await countEach(db, workspaceId, { base, each, closedToo: true }, view));
  }
  const rows = await valueQuery(db, workspaceId, field, base, view).execute();
  return addedUp(field, rows, view);
}

function paired(values: readonly string[], counts: readonly number[]): Map<string, number> {
  return new Map(values.map((value, index) => [value, counts[index] ?? 0]));
}

type ValueRow = { value: string | null; connection_id: string; total: number };

function addedUp(field: ColumnField, rows: readonly ValueRow[], view: Viewpoint): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string, count: number) => counts.set(value, (counts.get(value) ?? 0) + count);
  for (const { value, connection_id: connectionId, total } of rows) {
    if (field === 'assignee' && isMe(view, connectionId, value)) add('me', total);
    if (field === 'campaign' && value !== null) add('any', total);
    if (value !== null && value !== '') add(value, total);
    else if (field === 'assignee' || field === 'campaign') add('none', total);
  }
  return counts;
}

function isMe({ me }: Viewpoint, connectionId: string, memberId: string | null): boolean {
  return me.some((one) => one.connectionId === connectionId && one.memberId === memberId);
}
