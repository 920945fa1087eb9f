import type { TaskKinds } from '#contract/matching';
import type { KindsQuery } from '#contract/task-filter';

import type { Context } from '../../context';
import { countKinds } from '../../store/tasks/task-lists';
import { searching } from './searching';
import { viewpointOf } from './viewpoint';

/** What kinds of tasks a column holds, and how many of each. Refuses what `listTasks` refuses. */
export async function listKinds(ctx: Context, { status, ...filter }: KindsQuery): Promise<TaskKinds> {
  const view = await viewpointOf(ctx, filter);
  const rows = await searching(filter, () => countKinds(ctx.db, ctx.workspaceId, { status, filter, view }));
  return {
    items: rows.map((row) => ({
      connectionId: row.connection_id,
      vendor: row.vendor,
      channel: row.channel,
      boardOnly: row.board_only,
      dueKind: row.due_kind,
      count: row.total,
    })),
  };
}
