import { addSeconds } from 'date-fns';

import type { CommandKind } from '#contract/command';

import type { Context } from '../context';
import { insertCommand } from '../store/commands';
import { fieldColumns, fieldsOf, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import { updateTask } from '../store/tasks/tasks';
import type { Tx } from '../store/transaction';
import type { Plan } from '../tasks/plan';

/** Writes a command into the ledger and its effect onto the board, both in the caller's transaction. */
export async function appendCommand(
  ctx: Context,
  tx: Tx,
  command: { id: string; kind: CommandKind; batch?: string | undefined },
  task: TaskRow,
  plan: Plan,
): Promise<void> {
  const now = ctx.clock.now();
  const holdUntil = addSeconds(now, plan.outbound ? ctx.hold.outboundSeconds : ctx.hold.seconds);
  await insertCommand(tx, {
    workspace_id: ctx.workspaceId,
    id: command.id,
    task_id: task.id,
    batch: command.batch ?? null,
    connection_id: task.connection_id,
    kind: command.kind,
    state: 'held',
    payload: JSON.stringify(plan.payload),
    before: JSON.stringify(present(task, plan.after)),
    after: JSON.stringify(plan.after),
    actor: ctx.actor,
    hold_until: holdUntil,
    run_at: holdUntil,
    created_at: now,
  });
  await updateTask(tx, ctx.workspaceId, task.id, fieldColumns(plan.after));
}

/** The values that now stand in the fields that `after` will set. */
export function present(task: TaskRow, after: Partial<TaskFields>): Partial<TaskFields> {
  const fields = fieldsOf(task);
  return Object.fromEntries(Object.keys(after).map((name) => [name, fields[name as keyof TaskFields]]));
}
