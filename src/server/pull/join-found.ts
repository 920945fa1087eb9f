import type { Context } from '../context';
import { isAwaited, isSameCreate, mayBeCreated } from '../ledger/match-create';
import { becomeSent } from '../ledger/settle-command';
import { openCreates, updateCommand, type CommandRow } from '../store/commands/commands';
import { lockTasks, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import type { Listing } from './listing';

/**
 * After a walk over the list: joins creates whose answer was lost to what the list shows and the board does not know.
 * The list must name exactly as many tasks as creates of the same content are waiting; where it shows more, only a rep can
 * tell whether one of them is theirs.
 */
export async function joinFound(ctx: Context, listing: Listing): Promise<void> {
  if (listing.found.size === 0) return;
  await transaction(ctx, 'tasks', (tx) => joinCreates(ctx, tx, listing), Boolean);
}

/** The same in the caller's transaction; answers whether anything changed. */
export async function joinCreates(ctx: Context, tx: Tx, listing: Listing): Promise<boolean> {
  const creates = await lockOpenCreates(ctx, tx, listing);
  const joined = [
    ...(await joinAwaited(ctx, tx, listing, creates)),
    ...(await joinSame(ctx, tx, listing, creates)),
  ];
  return joined.length > 0;
}

/** The creates whose row at the vendor is not known, as they stand once nobody else can change them. */
async function lockOpenCreates(ctx: Context, tx: Tx, listing: Listing): Promise<CommandRow[]> {
  const { workspaceId } = ctx;
  const before = await openCreates(tx, workspaceId, listing.connectionId);
  await lockTasks(
    tx,
    workspaceId,
    before.map((command) => command.task_id),
  );
  return before.length === 0 ? [] : openCreates(tx, workspaceId, listing.connectionId);
}

/** What the list shows and can be this create's task. */
export function candidatesOf(listing: Listing, command: CommandRow): VendorTask[] {
  return [...listing.found.values()].filter((task) => mayBeCreated(command, task));
}

async function joinAwaited(ctx: Context, tx: Tx, listing: Listing, creates: readonly CommandRow[]) {
  const joined: CommandRow[] = [];
  for (const command of creates.filter(isAwaited)) {
    const like = candidatesOf(listing, command);
    const task = like.find((one) => isSameCreate(command, one)) ?? like[0];
    if (task === undefined) continue;
    await join(ctx, tx, listing, { command, task, settledBy: 'rep' });
    joined.push(command);
  }
  return joined;
}

async function joinSame(ctx: Context, tx: Tx, listing: Listing, creates: readonly CommandRow[]) {
  let waiting = creates.filter((command) => !isAwaited(command));
  const changed: CommandRow[] = [];
  for (const command of waiting.filter(({ state }) => state === 'uncertain')) {
    const same = candidatesOf(listing, command);
    const [task] = same;
    if (task === undefined) continue;
    const rivals = waiting.filter((one) => same.some((each) => isSameCreate(one, each)));
    // The answer that is still on its way names its own task.
    if (rivals.some(({ state }) => state === 'sending')) continue;
    if (same.length > rivals.length) {
      if (command.doubt === 'several') continue;
      await becomeDoubted(ctx, tx, command, 'several');
    } else {
      await join(ctx, tx, listing, { command, task, settledBy: 'listing' });
      waiting = waiting.filter((one) => one !== command);
    }
    changed.push(command);
  }
  return changed;
}

type Pair = { command: CommandRow; task: VendorTask; settledBy: 'listing' | 'rep' };

async function join(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  { command, task, settledBy }: Pair,
): Promise<void> {
  listing.found.delete(task.vendorTaskId);
  await becomeSent(ctx, tx, command, task.vendorTaskId, settledBy);
}

/** No listing will tell; the card says why and asks the rep. */
export async function becomeDoubted(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  doubt: NonNullable<CommandRow['doubt']>,
): Promise<void> {
  await updateCommand(tx, command, { doubt });
  await updateTask(tx, ctx.workspaceId, command.task_id, {});
}
