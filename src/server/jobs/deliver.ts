import { addSeconds } from 'date-fns';

import type { TaskChange } from '#contract/command';
import type { Due } from '#contract/dates';
import { taskDraft, type NewTask } from '#contract/new-task';

import { recordTrouble } from '../connections/record-trouble';
import type { Context } from '../context';
import { claimCommands, claimSeconds, type ClaimedCommand } from '../ledger/claim-commands';
import {
  becomeFailed,
  becomeSent,
  becomeUncertain,
  becomeWaiting,
  nextAttempt,
  settle,
} from '../ledger/settle-command';
import { applyAnswer } from '../pull/apply-answer';
import { blockCalls } from '../store/budgets';
import type { CommandRow } from '../store/commands';
import { giveLease, takeLease } from '../store/connections';
import type { Tx } from '../store/transaction';
import { VendorError, commandMs, type VendorTask } from '../vendors/port';
import { OutOfBudget, type OpenVendor, type VendorSession } from './open-vendor';
import { withPublicLinks } from './public-links';

const atOnce = 4;
const graceSeconds = 30;

export type DeliverOptions = {
  connectionId: string;
  owner: string;
  openVendor: OpenVendor;
  stopping(): boolean;
};

/** Sends a connection's due commands until none is left. One process at a time does it; answers how many it sent. */
export async function deliver(ctx: Context, options: DeliverOptions): Promise<number> {
  const { connectionId, owner } = options;
  let sent = 0;
  try {
    while (!options.stopping()) {
      if (!(await prolong(ctx, options, { files: false }))) break;
      const vendor = await options.openVendor(ctx, connectionId, 'rep');
      const commands = vendor === null ? [] : await claimCommands(ctx, connectionId, atOnce);
      if (vendor === null || commands.length === 0) break;
      if (commands.some(({ files }) => files)) await prolong(ctx, options, { files: true });
      const ends = await Promise.allSettled(commands.map((command) => deliverOne(ctx, vendor, command)));
      for (const end of ends)
        if (end.status === 'rejected')
          ctx.log.error({ err: end.reason, connectionId }, 'a delivery broke off');
      sent += commands.length;
    }
  } finally {
    await giveLease(ctx.db, ctx.workspaceId, { kind: 'deliver', connectionId, owner });
  }
  return sent;
}

/** Longer than the commands sent next can take. */
function prolong(
  ctx: Context,
  { connectionId, owner }: DeliverOptions,
  next: { files: boolean },
): Promise<boolean> {
  const now = ctx.clock.now();
  return takeLease(ctx.db, ctx.workspaceId, {
    kind: 'deliver',
    connectionId,
    owner,
    now,
    until: addSeconds(now, claimSeconds(next) + graceSeconds),
  });
}

async function deliverOne(ctx: Context, vendor: VendorSession, command: ClaimedCommand): Promise<void> {
  try {
    const answered = await call(vendor, command);
    await settle(ctx, command, 'done', async (tx, present) => {
      await becomeSent(ctx, tx, present, command.kind === 'create' ? answered?.vendorTaskId : undefined);
      if (answered !== null) await applyAnswer(ctx, tx, present, answered);
    });
    await recordTrouble(ctx, command.connection_id, null);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    await settle(ctx, command, 'failed', (tx, present) => settleFailure(ctx, tx, present, error));
    await recordTrouble(ctx, command.connection_id, error);
  }
}

/** One call to the vendor for one command; the vendor's picture of the task where it answers with one. */
async function call(
  { adapter, sendWithin, mediaBase }: VendorSession,
  command: ClaimedCommand,
): Promise<VendorTask | null> {
  if (command.payload.local === true) return null;
  const send = sendWithin(commandMs(command));
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

/** What to do next, by the kind of failure and by whether the vendor may have acted. */
async function settleFailure(ctx: Context, tx: Tx, command: CommandRow, error: VendorError): Promise<void> {
  const now = ctx.clock.now();
  const failure = {
    kind: error.kind,
    message: error.message,
    fields: [...error.fields],
    ...(error.candidates !== undefined && { candidates: error.candidates }),
  };
  if (error.effect === 'unknown') return becomeUncertain(ctx, tx, command, failure);
  switch (error.kind) {
    case 'refused':
      return becomeFailed(ctx, tx, command, failure);
    case 'limited': {
      const until = error.retryAt ?? nextAttempt(now, command.attempts);
      if (!(error instanceof OutOfBudget))
        await blockCalls(tx, ctx.workspaceId, command.connection_id, until);
      return becomeWaiting(ctx, tx, command, until, failure);
    }
    case 'auth':
    case 'down':
    case 'unreadable':
      return becomeWaiting(ctx, tx, command, nextAttempt(now, command.attempts), failure);
  }
}
