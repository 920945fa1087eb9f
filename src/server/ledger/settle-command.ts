import { addSeconds } from 'date-fns';

import type { VendorFailure } from '#contract/command';

import type { Context } from '../context';
import {
  commandsOfTask,
  lockCommand,
  openCommands,
  openStates,
  updateCommand,
  type CommandRow,
} from '../store/commands/commands';
import { requestPull } from '../store/connections';
import type { SettledBy } from '../store/schema';
import { fieldColumns } from '../store/tasks/task-fields';
import { lockTasks, lockVendorTasks, presentTransaction, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { revert } from './revert';

/** The vendor did it. `vendorTaskId` is what a create got there, `settledBy` who told so. */
export async function becomeSent(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  vendorTaskId?: string,
  settledBy: SettledBy = 'vendor',
): Promise<void> {
  await updateCommand(tx, command, {
    state: 'sent',
    settled_by: settledBy,
    failure: null,
    doubt: null,
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
    doubt: null,
    uncertain_in: null,
    settled_at: ctx.clock.now(),
  });
  if (command.kind === 'create') await becomeAllFailed(ctx, tx, later, neverCreated);
  await updateTask(tx, ctx.workspaceId, command.task_id, fieldColumns(fields));
}

/** Fails several commands on one task, the newest first, so that each takes back what it found. */
export async function becomeAllFailed(
  ctx: Context,
  tx: Tx,
  oldestFirst: readonly CommandRow[],
  failure: VendorFailure,
): Promise<void> {
  for (const command of oldestFirst.toReversed()) await becomeFailed(ctx, tx, command, failure);
}

const neverCreated: VendorFailure = {
  kind: 'refused',
  message: 'Not sent: the task itself could not be created.',
  fields: [],
};

/** A vendor may still carry out a call for so long after we stopped waiting for its answer. */
const latecomerSeconds = 30;
const longestDoubtSeconds = 600;

/** Longer each time, since one command that is never answered shall not be sent and looked for without a pause. */
function secondsToDoubt(attempts: number): number {
  return Math.min(longestDoubtSeconds, latecomerSeconds * 2 ** Math.max(0, attempts - 1));
}

/**
 * The answer was lost: only the vendor's list can tell, so one is asked for at once. That it was done can be believed
 * at once, that it was not done only from `run_at` on.
 */
export async function becomeUncertain(
  ctx: Context,
  tx: Tx,
  command: CommandRow,
  failure: VendorFailure | null,
): Promise<void> {
  await updateCommand(tx, command, {
    state: 'uncertain',
    failure: failure === null ? null : JSON.stringify(failure),
    run_at: addSeconds(ctx.clock.now(), secondsToDoubt(command.attempts)),
    claimed_until: null,
    doubt: null,
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
    doubt: null,
    uncertain_in: null,
    failure: failure === null ? null : JSON.stringify(failure),
  });
  await updateTask(tx, ctx.workspaceId, command.task_id, {});
}

/** Surely not done, for a reason that is not the command's own: it keeps its place and waits for its connection. */
export async function becomePutOff(ctx: Context, tx: Tx, command: CommandRow): Promise<void> {
  await becomeWaiting(ctx, tx, command, command.run_at, null);
  await updateCommand(tx, command, { attempts: command.attempts - 1 });
}

/**
 * Settles a claimed command in a transaction of its own, after the call to the vendor has ended; `work` gets its row
 * as it stands now. That the vendor did it is true whatever became of the claim; a failure speaks about its own claim
 * alone, so after that has run out it is left to the vendor's list.
 */
export function settle(
  ctx: Context,
  claimed: CommandRow,
  outcome: 'done' | 'failed',
  work: (tx: Tx, command: CommandRow) => Promise<void>,
): Promise<void> {
  return transaction(ctx, 'tasks', async (tx) => {
    await lockTasks(tx, ctx.workspaceId, [claimed.task_id]);
    const rows = await lockCommand(tx, ctx.workspaceId, claimed.id);
    const command = rows.find((row) => row.task_id === claimed.task_id);
    if (command === undefined) return;
    const isOwn =
      command.state === 'sending' && command.claimed_until?.getTime() === claimed.claimed_until?.getTime();
    const isOpen = openStates.some((state) => state === command.state);
    if (outcome === 'done' ? isOpen : isOwn) await work(tx, command);
  });
}

/**
 * A listing may have shown the new task before its answer came; the row that the rep made stays,
 * with what was done to the twin meanwhile, and the twin goes.
 */
async function dropTwin(ctx: Context, tx: Tx, command: CommandRow, vendorTaskId: string): Promise<void> {
  const [twin] = await lockVendorTasks(tx, ctx.workspaceId, command.connection_id, [vendorTaskId]);
  if (twin === undefined || twin.id === command.task_id) return;
  await updateTask(tx, ctx.workspaceId, twin.id, { gone: true, vendor_task_id: null });
  const known = new Set((await commandsOfTask(tx, ctx.workspaceId, command.task_id)).map((one) => one.id));
  for (const one of await openCommands(tx, ctx.workspaceId, [twin.id])) {
    if (known.has(one.id)) {
      await updateCommand(tx, one, { state: 'cancelled', settled_at: ctx.clock.now() });
      continue;
    }
    await updateCommand(tx, one, { task_id: command.task_id });
    await updateTask(tx, ctx.workspaceId, command.task_id, fieldColumns(one.after));
  }
}
