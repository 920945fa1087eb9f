import { readFilter } from '#contract/filter/filter-query';
import type { TaskFilter } from '#contract/task-filter';
import { builtInViews, type ViewCounts } from '#contract/view';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { countEach } from '../store/tasks/task-facets';
import type { Viewpoint } from '../store/tasks/task-filters';
import { listViews } from '../store/views';
import { regexFieldsOf, searching } from '../tasks/read/searching';
import { viewpointOf } from '../tasks/read/viewpoint';
import { ownerOf } from './read-views';

type Counted = { id: string; filter: TaskFilter };

/**
 * How many open tasks each view of the rep shows, all in one pass over the open tasks; those with a regular expression are
 * counted by themselves, so that a slow one holds up no other, and null where it cannot be run.
 */
export async function countViews(ctx: Context, zone: string): Promise<ViewCounts['items']> {
  const rows = await listViews(ctx.db, ctx.workspaceId, ownerOf(ctx));
  const saved = rows.map(({ id, filter }) => ({ id, filter: readFilter(filter).filter }));
  const views: Counted[] = [...builtInViews, ...saved];
  const viewpoint = { ...(await viewpointOf(ctx, ...views.map(({ filter }) => filter))), zone };
  const plain = views.filter(({ filter }) => regexFieldsOf(filter).length === 0);
  const slow = views.filter((view) => !plain.includes(view));
  const counted = await Promise.all([
    countTogether(ctx, viewpoint, plain),
    ...slow.map((view) => countAlone(ctx, viewpoint, view)),
  ]);
  const counts = new Map(counted.flat().map((one) => [one.id, one]));
  return views.flatMap(({ id }) => counts.get(id) ?? []);
}

async function countTogether(ctx: Context, viewpoint: Viewpoint, views: Counted[]) {
  const each = views.map(({ filter }) => filter);
  const counts = await countEach(ctx.db, ctx.workspaceId, { base: {}, each }, viewpoint);
  return views.map(({ id }, index) => ({ id, count: counts[index] ?? 0 }));
}

async function countAlone(ctx: Context, viewpoint: Viewpoint, { id, filter }: Counted) {
  try {
    const asked = { base: filter, each: [{}] };
    const [count = 0] = await searching(filter, () => countEach(ctx.db, ctx.workspaceId, asked, viewpoint));
    return [{ id, count }];
  } catch (error) {
    if (error instanceof Refusal) return [{ id, count: null }];
    throw error;
  }
}
