import type { CommandDecision } from '#contract/command';
import type { CommandResult } from '#contract/command-result';
import { vendorRules } from '#contract/vendors';

import { nameOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { openCommands, updateCommand, type CommandRow } from '../store/commands/commands';
import { requestPull } from '../store/connections';
import type { TaskRow } from '../store/tasks/task-fields';
import { lockStrangersSince, presentTransaction, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { commandResults, refused, type Outcome } from '../tasks/results';
import { described, isLikeCreate, isSameCreate } from './match-create';
import { becomeSent, becomeWaiting } from './settle-command';
import { lockWithTasks } from './undo-command';

/**
 * A rep says what became of a command whose answer was lost, on every task it was for or on one. Saying the same again
 * changes nothing. Refuses what is known already, and a second sending as long as the vendor may still do the first.
 */
export async function decideCommand(
  ctx: Context,
  id: string,
  { as, task: only }: CommandDecision,
): Promise<CommandResult[]> {
  const outcomes = await transaction(ctx, 'tasks', async (tx) => {
    const { rows, tasks } = await lockWithTasks(ctx, tx, [id], only);
    const outcomesOfTasks: Outcome[] = [];
    for (const row of rows) outcomesOfTasks.push(await decideOne(ctx, tx, row, tasks.get(row.task_id), as));
    return outcomesOfTasks;
  });
  return commandResults(ctx, outcomes);
}

type As = CommandDecision['as'];

async function decideOne(
  ctx: Context,
  tx: Tx,
  row: CommandRow,
  task: TaskRow | undefined,
  as: As,
): Promise<Outcome> {
  const done: Outcome = { taskId: row.task_id, refusal: null };
  if (task === undefined || (row.state !== 'uncertain' && row.decision?.as === as)) return done;
  const refusal = refusalOf(ctx, row, task, as);
  if (refusal !== null) return refused(row.task_id, refusal);
  await updateCommand(tx, row, {
    decision: JSON.stringify({ as, who: nameOf(ctx.actor), at: ctx.clock.now().toISOString() }),
  });
  if (as === 'again') await becomeWaiting(ctx, tx, row, ctx.clock.now(), null);
  else if (as === 'off') await takeOff(ctx, tx, row);
  else if (row.kind === 'create') await findCreated(ctx, tx, row);
  else await becomeSent(ctx, tx, row, undefined, 'rep');
  // What the rep said may be wrong; the list says it where it can.
  await requestPull(tx, ctx.workspaceId, row.connection_id, ctx.clock.now());
  return done;
}

function refusalOf(ctx: Context, row: CommandRow, task: TaskRow, as: As): Refusal | null {
  const { label } = vendorRules[task.vendor];
  if (row.state !== 'uncertain')
    return new Refusal('conflict', 'This is settled already, nobody has to say it any more.');
  if (as === 'again' && row.run_at > ctx.clock.now())
    return new Refusal('conflict', `${label} may still be doing it. Wait half a minute, then send it again.`);
  if (as === 'off' && row.doubt !== 'unfound')
    return new Refusal('conflict', `Say first whether the task is there or is to be sent again.`);
  return null;
}

/** The task is there under a card of its own: that card becomes this one. If none is, the list is to show it. */
async function findCreated(ctx: Context, tx: Tx, row: CommandRow): Promise<void> {
  const strangers = await lockStrangersSince(tx, ctx.workspaceId, row.connection_id, row.created_at);
  const like = strangers.filter((one) => isLikeCreate(row, described(one)));
  const same = like.filter((one) => isSameCreate(row, described(one)));
  const [twin, another] = same.length > 0 ? same : like;
  if (twin?.vendor_task_id && another === undefined) {
    await becomeSent(ctx, tx, row, twin.vendor_task_id, 'rep');
    return;
  }
  await updateCommand(tx, row, { doubt: null, uncertain_in: presentTransaction });
  await updateTask(tx, ctx.workspaceId, row.task_id, {});
}

/** The list does not show it under these words, and the rep knows its card: this one goes, with what waits behind it. */
async function takeOff(ctx: Context, tx: Tx, row: CommandRow): Promise<void> {
  const now = ctx.clock.now();
  for (const one of await openCommands(tx, ctx.workspaceId, [row.task_id]))
    if (one.id !== row.id) await updateCommand(tx, one, { state: 'cancelled', settled_at: now });
  await becomeSent(ctx, tx, row, undefined, 'rep');
  await updateTask(tx, ctx.workspaceId, row.task_id, { gone: true });
}
