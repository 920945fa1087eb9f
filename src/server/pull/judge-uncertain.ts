import type { Context } from '../context';
import { isSameValue } from '../ledger/is-same-value';
import { becomeFailed, becomeSent, becomeWaiting } from '../ledger/settle-command';
import { openCommands, type CommandRow } from '../store/commands/commands';
import type { Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import { conflictOver, overtakenFields } from './fail-overtaken';
import { canDeny, isBefore, type Listing } from './listing';
import { vendorFields } from './merge-task';

/**
 * Decides an uncertain command by what the vendor lists now: the values it was to bring are there, so it was done;
 * they are not, so it is sent again, unless others stand there by now. A listing that began before the answer was lost
 * proves nothing. Answers whether it could be decided.
 */
export async function judgeUncertain(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  command: CommandRow,
  listed: VendorTask,
): Promise<boolean> {
  if (command.state !== 'uncertain' || !isBefore(listing, command.uncertain_in)) return false;
  const fields: Record<string, unknown> = vendorFields(listed);
  const wanted = Object.entries(command.after).filter(([name]) => name !== 'closedAt' && name in fields);
  const told = wanted.length > 0;
  if (told && wanted.every(([name, value]) => isSameValue(name, fields[name], value))) {
    await becomeSent(ctx, tx, command, undefined, 'listing');
    return true;
  }
  if (!canDeny(listing, command)) return false;
  const overtaken = overtakenFields(command, listed);
  if (overtaken.length === 0) await becomeWaiting(ctx, tx, command, ctx.clock.now(), null);
  else await failWithLater(ctx, tx, command, overtaken, listing);
  return true;
}

/** What the rep did to the same fields afterwards was done without seeing the other value either. */
async function failWithLater(
  ctx: Context,
  tx: Tx,
  { id, task_id }: CommandRow,
  overtaken: readonly string[],
  { vendor }: Listing,
): Promise<void> {
  const open = await openCommands(tx, ctx.workspaceId, [task_id]);
  for (const command of open.toReversed()) {
    const lost = overtaken.filter((field) => field in command.after);
    const fails = command.id === id || (command.state === 'held' && lost.length > 0);
    if (fails) await becomeFailed(ctx, tx, command, conflictOver(lost, vendor));
  }
}
