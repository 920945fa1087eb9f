import type { VendorFailure } from '#contract/command';
import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { isSameValue } from '../ledger/is-same-value';
import { becomeFailed } from '../ledger/settle-command';
import { updateCommand, type CommandRow } from '../store/commands/commands';
import type { Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import type { Listing } from './listing';
import { vendorFields } from './merge-task';

type Said = {
  /** Settled by a rep's word, newest first. */
  said: readonly CommandRow[];
  task: VendorTask;
};

/**
 * A rep said that a command was done whose answer was lost; now the vendor lists the task. Its values are there: the list has
 * confirmed it. What stood before stands there still: it was not done, so it comes back and says so. Answers whether the
 * board changed.
 */
export async function judgeSaid(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  { said, task }: Said,
): Promise<boolean> {
  const listed: Record<string, unknown> = vendorFields(task);
  const judged = new Set<string>();
  let changed = false;
  for (const command of said) {
    const fields = Object.keys(command.after).filter((field) => field !== 'closedAt' && field in listed);
    // What a later one set again says nothing of this one.
    const isLast = fields.every((field) => !judged.has(field));
    for (const field of fields) judged.add(field);
    if (!isLast || fields.length === 0) continue;
    const stands = (values: Record<string, unknown>) =>
      fields.every((field) => isSameValue(field, listed[field], values[field]));
    if (stands(command.after)) await updateCommand(tx, command, { settled_by: 'listing' });
    else if (stands(command.before) && command.run_at <= listing.begunAt) {
      await becomeFailed(ctx, tx, command, notDone(listing, command, task));
      changed = true;
    }
  }
  return changed;
}

function notDone({ vendor }: Listing, { after }: CommandRow, { status }: VendorTask): VendorFailure {
  const { label } = vendorRules[vendor];
  const lists = 'status' in after ? `${label} lists it as ${status}` : `${label} lists the old values`;
  return { kind: 'refused', message: `${lists}: it was not done after all.`, fields: [], denied: true };
}
