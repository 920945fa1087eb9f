import { vendorRules } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { openCommands } from '../store/commands/commands';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Tx } from '../store/transaction';

/** Throws when the vendor does not hold the task and no create is on its way: there is nothing a command could change. */
export async function refuseUncreated(ctx: Context, tx: Tx, task: TaskRow): Promise<void> {
  if (task.vendor_task_id !== null) return;
  const open = await openCommands(tx, ctx.workspaceId, [task.id]);
  if (open.some((command) => command.kind === 'create')) return;
  const { label } = vendorRules[task.vendor];
  throw new Refusal(
    'conflict',
    `This task has not been created at ${label}. Send it again or take it off the board first.`,
  );
}
