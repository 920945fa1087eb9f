import { addSeconds } from 'date-fns';

import type { TaskChange, VendorFailure } from '#contract/command';

import type { Context } from '../context';
import {
  claimCommands as claimRows,
  expiredClaims,
  hasExpiredClaims,
  noteWait,
} from '../store/commands/claims';
import { updateCommand, type CommandRow } from '../store/commands/commands';
import { lockTasks, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { commandMs } from '../vendors/port';
import { becomeUncertain } from './settle-command';

/** `files`: the vendor fetches files before it answers. */
export type ClaimedCommand = CommandRow & { vendorTaskId: string | null; files: boolean };

const graceSeconds = 10;

/** Longer than the command may take at the vendor, so that a claim runs out only when its process is gone. */
function claimSeconds(command: { files: boolean }): number {
  return commandMs(command) / 1000 + graceSeconds;
}

/**
 * Takes up to `limit` commands of a connection whose hold is over; from now on they cannot be undone. `wait` is why the
 * vendor may not be called now: commands that he never hears of are taken alone, and the others say it.
 */
export async function claimCommands(
  ctx: Context,
  connectionId: string,
  limit: number,
  wait: VendorFailure | null = null,
): Promise<ClaimedCommand[]> {
  if (wait !== null) await sayWhy(ctx, connectionId, wait);
  return transaction(
    ctx,
    'tasks',
    async (tx) => {
      const now = ctx.clock.now();
      const rows = await claimRows(tx, ctx.workspaceId, {
        connectionId,
        now,
        until: addSeconds(now, claimSeconds({ files: false })),
        limit,
        localOnly: wait !== null,
      });
      const tasks = await lockTasks(
        tx,
        ctx.workspaceId,
        rows.map((row) => row.task_id),
      );
      const vendorIds = new Map(tasks.map((task) => [task.id, task.vendor_task_id]));
      const claimed: ClaimedCommand[] = [];
      for (const row of rows) {
        await updateTask(tx, ctx.workspaceId, row.task_id, {});
        const more = { vendorTaskId: vendorIds.get(row.task_id) ?? null, files: hasFiles(row) };
        claimed.push({ ...(more.files ? await claimForLonger(tx, row, now) : row), ...more });
      }
      return claimed;
    },
    anyOf,
  );
}

async function sayWhy(ctx: Context, connectionId: string, why: VendorFailure): Promise<void> {
  const wait = { connectionId, now: ctx.clock.now(), why };
  await transaction(ctx, 'tasks', (tx) => noteWait(tx, ctx.workspaceId, wait), Boolean);
}

async function claimForLonger(tx: Tx, row: CommandRow, now: Date): Promise<CommandRow> {
  const claimed_until = addSeconds(now, claimSeconds({ files: true }));
  await updateCommand(tx, row, { claimed_until });
  return { ...row, claimed_until };
}

function hasFiles({ payload }: CommandRow): boolean {
  const { media, changes } = payload as { media?: unknown[]; changes?: TaskChange };
  return (media ?? changes?.media ?? []).length > 0;
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
