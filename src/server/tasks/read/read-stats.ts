import { overdueAges, type Stats } from '#contract/stats';
import type { TaskFilter } from '#contract/task-filter';
import { channels } from '#contract/vendors';

import type { Context } from '../../context';
import { datesOf, doneQuery, openQuery } from '../../store/tasks/stats';
import { searching } from './searching';
import { viewpointOf } from './viewpoint';

/** What was done and what is still to do under the filter, in its zone's days. Refuses what `listTasks` refuses. */
export async function readStats(ctx: Context, query: TaskFilter): Promise<Stats> {
  const { due: _, closed: __, sort: ___, ...filter } = query;
  const view = await viewpointOf(ctx, filter);
  const [open, done] = await searching(filter, async () => [
    await openQuery(ctx.db, ctx.workspaceId, filter, view).execute(),
    await doneQuery(ctx.db, ctx.workspaceId, filter, view).execute(),
  ]);
  const dates = datesOf(view);
  return {
    channels: channels
      .map((channel) => ({
        channel,
        done: sum(done.filter((row) => row.channel === channel && row.day === dates.length)),
        open: sum(open.filter((row) => row.channel === channel)),
      }))
      .filter((one) => one.done + one.open > 0),
    overdue: overdueAges.map((age) => ({ age, count: sum(open.filter((row) => row.age === age)) })),
    days: dates.map((date, index) => ({ date, done: sum(done.filter((row) => row.day === index + 1)) })),
  };
}

function sum(rows: readonly { total: number }[]): number {
  return rows.reduce((all, { total }) => all + total, 0);
}
