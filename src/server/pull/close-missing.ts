import type { VendorFailure } from '#contract/command';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { described, isAwaited, isLikeCreate } from '../ledger/match-create';
import { becomeAllFailed, becomeSent, becomeWaiting } from '../ledger/settle-command';
import { openCommands, openCreates, type CommandRow } from '../store/commands/commands';
import type { TaskRow } from '../store/tasks/task-fields';
import { lockMissingTasks, lockStrangersSince, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { becomeDoubted, candidatesOf, joinCreates } from './join-found';
import { canDeny, isBefore, type Listing } from './listing';

/**
 * How many tasks that the board holds open the listing leaves out so far, and whether a new one whose answer was lost
 * is among what it may have left out.
 */
export async function whatIsMissing(
  ctx: Context,
  listing: Listing,
): Promise<{ tasks: number; creates: boolean }> {
  return ctx.db.transaction().execute(async (tx) => {
    const missing = await missingTasks(ctx, tx, listing);
    const creates = await openCreates(tx, ctx.workspaceId, listing.connectionId);
    return {
      tasks: missing.length,
      creates: creates.some((command) => command.state === 'uncertain' && command.doubt === null),
    };
  });
}

/**
 * After a complete listing of a vendor whose list hides closed tasks: what it did not show is closed there. Lost
 * answers are decided too: a task that is gone from the list was completed or ignored, a new one that is not in it
 * was never made and is sent again.
 */
export async function closeMissing(ctx: Context, listing: Listing): Promise<void> {
  await transaction(ctx, 'tasks', async (tx) => {
    const missing = await missingTasks(ctx, tx, listing);
    const open = await openCommands(
      tx,
      ctx.workspaceId,
      missing.map((row) => row.id),
    );
    for (const row of missing) {
      if (!isBefore(listing, row.settled_in)) continue;
      await closeOne(
        ctx,
        tx,
        listing,
        row,
        open.filter((command) => command.task_id === row.id),
      );
    }
    await joinCreates(ctx, tx, listing);
    for (const command of await openCreates(tx, ctx.workspaceId, listing.connectionId))
      await denyCreate(ctx, tx, listing, command);
  });
}

/** The whole list does not show the new task: it was never made, or a rep who saw it has to say which one it is. */
async function denyCreate(ctx: Context, tx: Tx, listing: Listing, command: CommandRow): Promise<void> {
  if (command.state !== 'uncertain' || command.doubt !== null) return;
  if (candidatesOf(listing, command).length > 0) return;
  if (isAwaited(command)) {
    if (isBefore(listing, command.uncertain_in)) await becomeDoubted(ctx, tx, command, 'unfound');
  } else if (canDeny(listing, command)) {
    const strangers = await lockStrangersSince(
      tx,
      ctx.workspaceId,
      command.connection_id,
      command.created_at,
    );
    if (strangers.some((row) => isLikeCreate(command, described(row))))
      await becomeDoubted(ctx, tx, command, 'similar');
    else await becomeWaiting(ctx, tx, command, ctx.clock.now(), null);
  }
}

/** Where a list may leave out open tasks, absence says nothing about them. */
async function missingTasks(
  ctx: Context,
  tx: Tx,
  { connectionId, seen, absenceMeansClosed }: Listing,
): Promise<TaskRow[]> {
  return absenceMeansClosed ? lockMissingTasks(tx, ctx.workspaceId, connectionId, [...seen]) : [];
}

async function closeOne(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  row: TaskRow,
  open: CommandRow[],
): Promise<void> {
  // What a rep has asked for is still asked of the vendor; its answer is better than a list that may have a bad day.
  if (open.some((command) => command.state === 'held' || command.state === 'sending')) return;
  if (open.some((command) => command.state === 'uncertain' && !isBefore(listing, command.uncertain_in)))
    return;
  const closing = open.find((command) => 'status' in command.after);
  const others = open.filter((command) => command !== closing);
  await becomeAllFailed(ctx, tx, others, closedMeanwhile(row));
  if (closing !== undefined) await becomeSent(ctx, tx, closing, undefined, 'listing');
  const closed = closing === undefined ? { status: 'completed' as const, closed_at: ctx.clock.now() } : {};
  await updateTask(tx, ctx.workspaceId, row.id, { ...closed, closed_elsewhere: closing === undefined });
}

function closedMeanwhile(row: TaskRow): VendorFailure {
  const { label } = vendorRules[row.vendor];
  return { kind: 'refused', message: `Not sent: the task was closed at ${label} meanwhile.`, fields: [] };
}
