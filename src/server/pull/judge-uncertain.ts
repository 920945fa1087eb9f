import { isDeepStrictEqual } from 'node:util';

import type { Context } from '../context';
import { becomeSent, becomeWaiting } from '../ledger/settle-command';
import type { CommandRow } from '../store/commands';
import type { Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import { canDeny, isBefore, type Listing } from './listing';
import { vendorFields } from './merge-task';

/**
 * Decides an uncertain command by what the vendor lists now: the values it was to bring are there, so it was done;
 * they are not, so it is sent again. A listing that began before the answer was lost proves nothing. Answers whether
 * it could be decided.
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
  if (told && wanted.every(([name, value]) => isDeepStrictEqual(fields[name], value)))
    await becomeSent(ctx, tx, command);
  else if (canDeny(listing, command)) await becomeWaiting(ctx, tx, command, ctx.clock.now(), null);
  else return false;
  return true;
}
