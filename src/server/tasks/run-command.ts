import type { NewCommand } from '#contract/command';
import type { CommandResult } from '#contract/command-result';
import type { Connection } from '#contract/connection';

import type { Context } from '../context';
import { appendCommand } from '../ledger/append-command';
import { holdMedia } from '../media/hold-media';
import { Refusal } from '../refusal';
import { commandsOfTask, lockCommand, type CommandRow } from '../store/commands/commands';
import { listConnections } from '../store/connections';
import type { TaskRow } from '../store/tasks/task-fields';
import { lockTasks } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { completeTask } from './complete-task';
import { editTask } from './edit-task';
import { ignoreTask } from './ignore-task';
import type { Plan } from './plan';
import { refuseClosed } from './refuse-closed';
import { refuseUncreated } from './refuse-uncreated';
import { reopenTask } from './reopen-task';
import { commandResults, refused, type Outcome } from './results';
import { snoozeTask } from './snooze-task';

/**
 * Does one thing to one or more tasks: each gets its own row in the ledger, and one that is refused does not hold up
 * the others. The same id again changes nothing and answers the same. Refuses when no task could take it.
 */
export async function runCommand(ctx: Context, command: NewCommand): Promise<CommandResult[]> {
  const outcomes = await transaction(ctx, 'tasks', async (tx) => {
    const rows = new Map((await lockTasks(tx, ctx.workspaceId, command.taskIds)).map((row) => [row.id, row]));
    const earlier = await lockCommand(tx, ctx.workspaceId, command.id);
    if (earlier.length > 0) return earlier.map((row): Outcome => ({ taskId: row.task_id, refusal: null }));
    const connections = new Map((await listConnections(tx, ctx.workspaceId)).map((one) => [one.id, one]));
    const outcomesOfTasks: Outcome[] = [];
    for (const [index, taskId] of [...new Set(command.taskIds)].entries()) {
      outcomesOfTasks.push(
        await commandTask(ctx, tx, command, { taskId, index, row: rows.get(taskId), connections }),
      );
    }
    return outcomesOfTasks;
  });
  return commandResults(ctx, outcomes);
}

type Target = {
  taskId: string;
  index: number;
  row: TaskRow | undefined;
  connections: Map<string, Pick<Connection, 'members' | 'vendor' | 'sandbox'>>;
};

async function commandTask(ctx: Context, tx: Tx, command: NewCommand, target: Target): Promise<Outcome> {
  const { taskId, index, row } = target;
  if (row === undefined) {
    const message = 'This task is not on the board. It may have been removed.';
    return refused(taskId, new Refusal('not-found', message, [{ path: `taskIds.${index}`, message }]));
  }
  try {
    if (command.kind !== 'reopen') await refuseClosed(ctx, tx, row);
    await refuseUncreated(ctx, tx, row);
    const members = target.connections.get(row.connection_id)?.members ?? [];
    const earlier = command.kind === 'edit' ? await commandsOfTask(tx, ctx.workspaceId, row.id) : [];
    const plan = planFor(command, row, { members, earlier, now: ctx.clock.now() });
    await holdUploads(ctx, tx, command, row, target.connections.get(row.connection_id));
    await appendCommand(ctx, tx, command, [{ task: row, plan }]);
    return { taskId, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return refused(taskId, error);
    throw error;
  }
}

async function holdUploads(
  ctx: Context,
  tx: Tx,
  command: NewCommand,
  row: TaskRow,
  connection: Pick<Connection, 'vendor' | 'sandbox'> | undefined,
): Promise<void> {
  if (command.kind !== 'edit' || command.changes.media === undefined || connection === undefined) return;
  const { media } = command.changes;
  await holdMedia(ctx, tx, {
    media,
    path: 'changes.media',
    connection,
    commandId: command.id,
    taskIds: [row.id],
  });
}

type Beside = { members: Connection['members']; earlier: readonly CommandRow[]; now: Date };

function planFor(command: NewCommand, row: TaskRow, { members, earlier, now }: Beside): Plan {
  switch (command.kind) {
    case 'complete':
      return completeTask(row, now, command.outcome);
    case 'ignore':
      return ignoreTask(row, now);
    case 'reopen':
      return reopenTask(row);
    case 'snooze':
      return snoozeTask(row, command.until);
    case 'edit':
      return editTask(row, command.changes, command.seen, members, earlier);
  }
}
