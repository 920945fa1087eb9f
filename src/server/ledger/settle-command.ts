import { addMilliseconds } from 'date-fns';

import type { VendorFailure } from '#contract/command';

import type { Context } from '../context';
import { openCommands, updateCommand, type CommandRow } from '../store/commands';
import { requestPull } from '../store/connections';
import { fieldColumns } from '../store/tasks/task-fields';
import { lockVendorTasks, presentTransaction, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { revert } from './revert';

/** The vendor did it. `vendorTaskId` is what a create got there. */
export async function becomeSent(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  vendorTaskId?: string,
): Promise<void> {
  await updateCommand(tx, command, {
    state: 'sent',
    failure: null,
    claimed_until: null,
    uncertain_in: null,
    settled_at: ctx.clock.now(),
  });
  if (vendorTaskId !== undefined) await dropTwin(ctx, tx, command, vendorTaskId);
  await updateTask(tx, ctx.workspaceId, command.task_id, {
    settled_in: presentTransaction,
    ...(vendorTaskId !== undefined && { vendor_task_id: vendorTaskId }),
  });
}

/** The vendor refused: the board goes back to what the vendor holds, and the card says why. */
export async function becomeFailed(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  failure: VendorFailure,
): Promise<void> {
  const open = await openCommands(tx, ctx.workspaceId, [command.task_id]);
  const later = open.filter((one) => BigInt(one.seq) > BigInt(command.seq));
  const { fields, rebased } = revert(command, later);
  for (const one of rebased) await updateCommand(tx, one.command, { before: JSON.stringify(one.before) });
  await updateCommand(tx, command, {
    state: 'failed',
    failure: JSON.stringify(failure),
    claimed_until: null,
    uncertain_in: null,
    settled_at: ctx.clock.now(),
  });
  if (command.kind === 'create') for (const one of later) await becomeFailed(ctx, tx, one, neverCreated);
  await updateTask(tx, ctx.workspaceId, command.task_id, fieldColumns(fields));
}

const neverCreated: VendorFailure = {
  kind: 'refused',
  message: 'Not sent: the task itself could not be created.',
  fields: [],
};

/** The answer was lost: only the vendor's list can tell, so one is asked for at once. */
export async function becomeUncertain(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  failure: VendorFailure | null,
): Promise<void> {
  await updateCommand(tx, command, {
    state: 'uncertain',
    failure: failure === null ? null : JSON.stringify(failure),
    claimed_until: null,
    uncertain_in: presentTransaction,
  });
  await updateTask(tx, ctx.workspaceId, command.task_id, {});
  await requestPull(tx, ctx.workspaceId, command.connection_id, ctx.clock.now());
}

/** Surely not done, and to be sent again at `runAt`; until then it can still be undone. */
export async function becomeWaiting(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  runAt: Date,
  failure: VendorFailure | null,
): Promise<void> {
  await updateCommand(tx, command, {
    state: 'held',
    run_at: runAt,
    claimed_until: null,
    uncertain_in: null,
    failure: failure === null ? null : JSON.stringify(failure),
  });
  await updateTask(tx, ctx.workspaceId, command.task_id, {});
}

/** Runs one settling in a transaction of its own, after a call to the vendor has ended. */
export function settle(ctx: Context, work: (tx: Tx) => Promise<void>): Promise<void> {
  return transaction(ctx, 'tasks', work);
}

const firstWaitMs = 2_000;
const longestWaitMs = 5 * 60_000;

/** When to try again after so many attempts: doubling from 2 s up to 5 minutes. */
export function nextAttempt(now: Date, attempts: number): Date {
  return addMilliseconds(now, Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempts - 1)));
}

/** A listing may have shown the new task before its answer came; the row that the rep made stays, the twin goes. */
async function dropTwin(ctx: Context, tx: Tx, command: CommandRow, vendorTaskId: string): Promise<void> {
  const [twin] = await lockVendorTasks(tx, ctx.workspaceId, command.connection_id, [vendorTaskId]);
  if (twin !== undefined && twin.id !== command.task_id)
    await updateTask(tx, ctx.workspaceId, twin.id, { gone: true, vendor_task_id: null });
}
