import type { TaskChange } from '#contract/command';
import type { Due } from '#contract/dates';
import { taskDraft, type NewTask } from '#contract/new-task';

import { PutOff } from '../connections/pass-circuit';
import type { Context } from '../context';
import { claimCommands, type ClaimedCommand } from '../ledger/claim-commands';
import {
  becomeFailed,
  becomeSent,
  becomePutOff,
  becomeUncertain,
  becomeWaiting,
  settle,
} from '../ledger/settle-command';
import { applyAnswer } from '../pull/apply-answer';
import type { CommandRow } from '../store/commands/commands';
import type { Tx } from '../store/transaction';
import { VendorError, commandMs, type Send, type VendorTask } from '../vendors/port';
import { keepLease } from './keep-lease';
import type { OpenSession, OpenVendor, VendorSession } from './open-vendor';
import { withPublicLinks } from './public-links';

const atOnce = 4;

export type DeliverOptions = {
  connectionId: string;
  owner: string;
  openVendor: OpenVendor;
  stopping: AbortSignal;
};

/** Sends a connection's due commands until none is left. One process at a time does it; answers how many it sent. */
export async function deliver(ctx: Context, options: DeliverOptions): Promise<number> {
  const { connectionId, owner } = options;
  const lease = keepLease(ctx, { kind: 'deliver', connectionId, owner });
  let sent = 0;
  try {
    while (!options.stopping.aborted) {
      if (!(await lease.take())) break;
      const vendor = await options.openVendor(ctx, connectionId);
      if (vendor === null) break;
      const commands = await claimCommands(ctx, connectionId, atOnce, await vendor.whySpent());
      if (commands.length === 0) break;
      const ends = await Promise.allSettled(commands.map((command) => deliverOne(ctx, vendor, command)));
      for (const end of ends)
        if (end.status === 'rejected')
          ctx.log.error({ err: end.reason, connectionId }, 'a delivery broke off');
      sent += commands.length;
    }
  } catch (error) {
    // A key that cannot be opened: the circuit knows it, and the commands wait.
    if (!(error instanceof VendorError)) throw error;
  } finally {
    await lease.give();
  }
  return sent;
}

async function deliverOne(ctx: Context, vendor: OpenSession, command: ClaimedCommand): Promise<void> {
  try {
    const answered = await call(vendor, command);
    await settle(ctx, command, 'done', async (tx, present) => {
      await becomeSent(ctx, tx, present, command.kind === 'create' ? answered?.vendorTaskId : undefined);
      if (answered !== null) await applyAnswer(ctx, tx, present, answered);
    });
    if (command.payload.local !== true) await vendor.hear(null);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    await settle(ctx, command, 'failed', (tx, present) => settleFailure(ctx, tx, present, error));
    await vendor.hear(error);
  }
}

/** A process that slept through its claim sends no more: another one may have sent the command meanwhile. */
function whileClaimed(send: Send, { claimed_until }: CommandRow): Send {
  return claimed_until === null ? send : (request) => send({ ...request, notAfter: claimed_until });
}

/** One call to the vendor for one command; the vendor's picture of the task where it answers with one. */
async function call(
  { adapter, sendWithin, mediaBase }: VendorSession,
  command: ClaimedCommand,
): Promise<VendorTask | null> {
  if (command.payload.local === true) return null;
  const send = whileClaimed(sendWithin(commandMs(command)), command);
  if (command.kind === 'create') {
    return adapter.createTask(send, withPublicLinks(taskDraft(command.payload as NewTask), mediaBase));
  }
  const id = command.vendorTaskId;
  if (id === null) throw new Error(`command ${command.id} is due before its task exists at the vendor`);
  switch (command.kind) {
    case 'complete':
      await adapter.completeTask(send, id, (command.payload.outcome as string | undefined) ?? null);
      return null;
    case 'ignore':
      await adapter.ignoreTask(send, id);
      return null;
    case 'edit':
      return adapter.editTask(send, id, withPublicLinks(command.payload.changes as TaskChange, mediaBase));
    case 'snooze':
      return adapter.editTask(send, id, { due: command.payload.due as Due });
    case 'reopen':
      await adapter.reopenTask?.(send, id);
      return null;
  }
}

/** A key that reads well and is refused for this very command so often may not do it. */
const mostAttemptsWithoutRight = 3;

/** What to do next, by the kind of failure and by whether the vendor may have acted. */
async function settleFailure(ctx: Context, tx: Tx, command: CommandRow, error: VendorError): Promise<void> {
  const failure = {
    kind: error.kind,
    message: error.message,
    fields: [...error.fields],
    ...(error.candidates !== undefined && { candidates: error.candidates }),
  };
  if (error.effect === 'unknown') return becomeUncertain(ctx, tx, command, failure);
  if (error.kind === 'refused') return becomeFailed(ctx, tx, command, failure);
  if (error.kind !== 'auth' || error instanceof PutOff) return becomePutOff(ctx, tx, command);
  return command.attempts < mostAttemptsWithoutRight
    ? becomeWaiting(ctx, tx, command, command.run_at, null)
    : becomeFailed(ctx, tx, command, failure);
}
