import { vendorRules } from '#contract/vendors';

import { unnamedRep, type Context } from '../context';
import { Refusal } from '../refusal';
import { commandsOfTask, type CommandRow } from '../store/commands/commands';
import type { TaskRow } from '../store/tasks/task-fields';
import type { Tx } from '../store/transaction';

/** Throws unless the task is pending, and says who closed it and when: closed tasks take no command but to be reopened. */
export async function refuseClosed(ctx: Context, tx: Tx, task: TaskRow): Promise<void> {
  if (task.status === 'pending') return;
  const { label, complete } = vendorRules[task.vendor];
  const closing = task.closed_elsewhere ? undefined : await closingOf(ctx, tx, task);
  if (closing?.state === 'held') throw new Refusal('conflict', heldWords(ctx, task, closing));
  const wayBack =
    task.board_only || (complete === 'reversible' && task.status === 'completed')
      ? 'Reopen it first.'
      : `${label} has no way back from there.`;
  throw new Refusal('conflict', `${closedWords(ctx, task, closing)} ${wayBack}`);
}

async function closingOf(ctx: Context, tx: Tx, task: TaskRow): Promise<CommandRow | undefined> {
  return (await commandsOfTask(tx, ctx.workspaceId, task.id)).find(isClosing);
}

/** It has not left yet: neither is it done nor is it too late. */
function heldWords(ctx: Context, task: TaskRow, closing: CommandRow): string {
  const doing = closing.kind === 'complete' ? 'completing' : 'ignoring';
  const who = whoWords(ctx, closing);
  const where = task.board_only
    ? 'it does not count yet'
    : `${vendorRules[task.vendor].label} has not heard of it yet`;
  return `${who} ${who === 'You' ? 'are' : 'is'} ${doing} it (held): ${where}, and it can still be undone.`;
}

function closedWords(ctx: Context, task: TaskRow, closing: CommandRow | undefined): string {
  const now = ctx.clock.now();
  if (task.closed_elsewhere) {
    const { label } = vendorRules[task.vendor];
    return `It was closed at ${label} ${agoWords(task.closed_at ?? now, now)}.`;
  }
  if (closing === undefined) return `This task is already ${task.status}.`;
  return `${whoWords(ctx, closing)} ${task.status} it ${agoWords(closing.created_at, now)}.`;
}

function isClosing({ kind, state }: CommandRow): boolean {
  return (kind === 'complete' || kind === 'ignore') && state !== 'failed' && state !== 'cancelled';
}

function whoWords({ actor }: Context, command: CommandRow): string {
  if (command.actor === unnamedRep) return 'A rep';
  return command.actor === actor ? 'You' : command.actor;
}

function agoWords(at: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - at.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
