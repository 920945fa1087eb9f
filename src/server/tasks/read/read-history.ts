import type { TaskHistory } from '#contract/command-result';

import type { Context } from '../../context';
import { commandsOfTask } from '../../store/commands';
import { readTask } from './read-tasks';

/** What was done to a task, newest first, with the vendor's answer. Refuses an unknown id. */
export async function readHistory(ctx: Context, taskId: string): Promise<TaskHistory> {
  await readTask(ctx, taskId);
  const rows = await commandsOfTask(ctx.db, ctx.workspaceId, taskId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      createdAt: row.created_at.toISOString(),
      settledAt: row.settled_at?.toISOString() ?? null,
      changes: Object.entries(row.after)
        .filter(([field]) => field !== 'closedAt' && field !== 'closedElsewhere')
        .map(([field, after]) => ({ field, before: row.before[field] ?? null, after })),
      failure: row.failure,
    })),
  };
}
