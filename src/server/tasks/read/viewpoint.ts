import { membersWhoAre } from '#contract/rep';
import type { TaskFilter } from '#contract/task-filter';

import type { Context } from '../../context';
import { listConnections } from '../../store/connections';
import type { Viewpoint } from '../../store/tasks/task-filters';

/** From where the filters are seen: the time, the first filter's zone, and who the rep is where any of them asks for “me”. */
export async function viewpointOf(ctx: Context, ...filters: readonly TaskFilter[]): Promise<Viewpoint> {
  const asksForMe = filters.some(({ assignee = [] }) => assignee.includes('me') || assignee.includes('-me'));
  const connections = asksForMe ? await listConnections(ctx.db, ctx.workspaceId) : [];
  const me = connections.flatMap((connection) =>
    membersWhoAre(ctx.rep, connection).map((memberId) => ({ connectionId: connection.id, memberId })),
  );
  return { now: ctx.clock.now(), zone: filters[0]?.tz ?? 'UTC', me };
}
