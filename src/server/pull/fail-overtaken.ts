import type { VendorFailure } from '#contract/command';
import { vendorRules, type Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { isSameValue } from '../ledger/is-same-value';
import { becomeFailed } from '../ledger/settle-command';
import { openCommands, type CommandRow } from '../store/commands/commands';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Tx } from '../store/transaction';
import type { VendorTask } from '../vendors/port';
import { vendorFields } from './merge-task';

type Known = { row: TaskRow; task: VendorTask; open: readonly CommandRow[] };

/**
 * Someone changed a field at the vendor while a rep's change of it waits: sending that would overwrite what the rep has not
 * seen. So it comes back as a conflict with both values, and with it what the rep did to the field after it. `open` is as
 * it was before the vendor's values went under it. Answers whether there was any.
 */
export async function failOvertaken(ctx: Context, tx: Tx, { row, task, open }: Known): Promise<boolean> {
  const fields = new Set(
    open.flatMap((command) =>
      command.state === 'held'
        ? overtakenFields(command, task).filter((field) => isFirst(open, command, field))
        : [],
    ),
  );
  if (fields.size === 0) return false;
  const present = await openCommands(tx, ctx.workspaceId, [row.id]);
  for (const command of present.toReversed()) {
    const lost = changedFields(command).filter((field) => fields.has(field));
    if (command.state === 'held' && lost.length > 0)
      await becomeFailed(ctx, tx, command, conflictOver(lost, row.vendor));
  }
  return true;
}

/** The fields of a change in which the vendor now holds neither what stood there before nor what was to come. */
export function overtakenFields(command: CommandRow, task: VendorTask): string[] {
  const now: Record<string, unknown> = vendorFields(task);
  return changedFields(command).filter(
    (field) =>
      field in now &&
      !isSameValue(field, now[field], command.before[field]) &&
      !isSameValue(field, now[field], command.after[field]),
  );
}

export function conflictOver(fields: readonly string[], vendor: Vendor): VendorFailure {
  const { label } = vendorRules[vendor];
  return {
    kind: 'refused',
    message: `Not sent: someone else changed the same at ${label} meanwhile.`,
    fields: fields.map((field) => ({
      path: `changes.${field}`,
      message: `Someone else changed this at ${label} meanwhile.`,
    })),
    conflict: true,
  };
}

/** assumed: a vendor may give the addresses of files anew each time, so that other ones mean no change. */
const incomparable = new Set(['media', 'channel']);

function changedFields({ kind, after }: CommandRow): string[] {
  if (kind !== 'edit' && kind !== 'snooze') return [];
  return Object.keys(after).filter((field) => !incomparable.has(field));
}

/** Of several changes of a field the first one knows what stood there; one that is under way may be what the list shows. */
function isFirst(open: readonly CommandRow[], command: CommandRow, field: string): boolean {
  return open.find((one) => field in one.after) === command;
}
