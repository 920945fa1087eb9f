import { addSeconds } from 'date-fns';

import type { Context } from '../context';
import { claimCommands as claimRows, expiredClaims, hasExpiredClaims } from '../store/claims';
import type { CommandRow } from '../store/commands';
import { lockTasks, updateTask } from '../store/tasks/tasks';
import { transaction } from '../store/transaction';
import { becomeUncertain } from './settle-command';

/** Longer than any call to a vendor may take, so that a claim runs out only when its process is gone. */
const claimSeconds = 60;

export type ClaimedCommand = CommandRow & { vendorTaskId: string | null };

/** Takes up to `limit` commands of a connection whose hold is over; from now on they cannot be undone. */
export async function claimCommands(
  ctx: Context,
  connectionId: string,
  limit: number,
): Promise<ClaimedCommand[]> {
  return transaction(
    ctx,
    'tasks',
    async (tx) => {
      const now = ctx.clock.now();
      const rows = await claimRows(tx, ctx.workspaceId, {
        connectionId,
        now,
        until: addSeconds(now, claimSeconds),
        limit,
      });
      const tasks = await lockTasks(
        tx,
        ctx.workspaceId,
        rows.map((row) => row.task_id),
      );
      const vendorIds = new Map(tasks.map((task) => [task.id, task.vendor_task_id]));
      for (const row of rows) await updateTask(tx, ctx.workspaceId, row.task_id, {});
      return rows.map((row) => ({ ...row, vendorTaskId: vendorIds.get(row.task_id) ?? null }));
    },
    anyOf,
  );
}

/** Commands claimed by a process that is gone become uncertain; the next complete listing tells what became of them. */
export async function expireClaims(ctx: Context): Promise<number> {
  if (!(await hasExpiredClaims(ctx.db, ctx.workspaceId, ctx.clock.now()))) return 0;
  const expired = await transaction(
    ctx,
    'tasks',
    async (tx) => {
      const rows = await expiredClaims(tx, ctx.workspaceId, ctx.clock.now());
      for (const row of rows) await becomeUncertain(ctx, tx, row, null);
      return rows;
    },
    anyOf,
  );
  return expired.length;
}

const anyOf = (rows: readonly unknown[]) => rows.length > 0;
