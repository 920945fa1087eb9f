import type { EarlierRefusal } from '#contract/command';
import type { CommandResult } from '#contract/command-result';

import { nameOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { endOfLine, updateCommand, type CommandRow } from '../store/commands/commands';
import { commandsOfStep } from '../store/commands/steps';
import { fieldColumns, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import { updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { refuseClosed } from '../tasks/refuse-closed';
import { refuseUncreated } from '../tasks/refuse-uncreated';
import { commandResults, refused, type Outcome } from '../tasks/results';
import { present } from './append-command';
import { lockWithTasks } from './undo-command';

/** Sends a failed command, or those of a batch, again at once, with its effect back on the board. Commands that did not fail stay as they are. */
export async function retryCommand(ctx: Context, id: string, taskId?: string): Promise<CommandResult[]> {
  const outcomes = await transaction(ctx, 'tasks', async (tx) => {
    const { rows, tasks } = await lockWithTasks(
      ctx,
      tx,
      await commandsOfStep(tx, ctx.workspaceId, id),
      taskId,
    );
    const outcomesOfTasks: Outcome[] = [];
    const failed = rows.filter(({ state }) => state === 'failed');
    // Of many, those that went well are not asked about.
    const wanted = taskId === undefined && failed.length > 0 ? failed : rows;
    for (const row of wanted) outcomesOfTasks.push(await retryOne(ctx, tx, row, tasks.get(row.task_id)));
    return outcomesOfTasks;
  });
  return commandResults(ctx, outcomes);
}

async function retryOne(ctx: Context, tx: Tx, row: CommandRow, task: TaskRow | undefined): Promise<Outcome> {
  if (row.state !== 'failed' || task === undefined) {
    return refused(
      row.task_id,
      new Refusal('conflict', 'This command has not failed, so there is nothing to send again.'),
    );
  }
  try {
    await refuseClosed(ctx, tx, task);
    if (row.kind !== 'create') await refuseUncreated(ctx, tx, task);
  } catch (error) {
    if (error instanceof Refusal) return refused(row.task_id, error);
    throw error;
  }
  const after = row.after as Partial<TaskFields>;
  const now = ctx.clock.now();
  await updateCommand(tx, row, {
    state: 'held',
    // It goes after what was done since, so the board shows what the vendor will hold in the end.
    seq: endOfLine,
    before: JSON.stringify(present(task, after)),
    failure: null,
    refusals: JSON.stringify([...row.refusals, refusalOf(ctx, row)]),
    attempts: 0,
    decision: null,
    hold_until: now,
    run_at: now,
    settled_at: null,
  });
  await updateTask(tx, ctx.workspaceId, task.id, fieldColumns(after));
  return { taskId: row.task_id, refusal: null };
}

/** What the history keeps of a refusal after the retry. */
function refusalOf(ctx: Context, { failure, settled_at }: CommandRow): EarlierRefusal {
  const now = ctx.clock.now();
  return {
    message: failure?.message ?? '',
    at: (settled_at ?? now).toISOString(),
    who: nameOf(ctx.actor),
    againAt: now.toISOString(),
  };
}
