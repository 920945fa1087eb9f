import { addSeconds } from 'date-fns';

import type { CommandKind } from '#contract/command';

import type { Context } from '../context';
import { insertCommands } from '../store/commands/commands';
import { grouped } from '../store/grouped';
import { fieldColumns, fieldsOf, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import { updateTasks } from '../store/tasks/tasks';
import { updateEach } from '../store/tasks/update-each';
import type { Tx } from '../store/transaction';
import type { Plan } from '../tasks/plan';

type Given = { id: string; kind: CommandKind; batch?: string | undefined };

/**
 * Writes a command into the ledger, a row for each task, and its effect onto the board, both in the caller's transaction and
 * in few statements, however many tasks there are.
 */
export async function appendCommand(
  ctx: Context,
  tx: Tx,
  command: Given,
  planned: readonly { task: TaskRow; plan: Plan }[],
): Promise<void> {
  await insertCommands(
    tx,
    planned.map(({ task, plan }) => rowOf(ctx, command, task, plan)),
  );
  const changes = planned.map(({ task, plan }) => ({ id: task.id, fields: plan.after }));
  await updateAlike(ctx, tx, changes);
}

/** Sets the fields of many tasks in few statements: those that get the same go together, else those with the same fields. */
export async function updateAlike(
  ctx: Context,
  tx: Tx,
  changes: readonly { id: string; fields: Partial<TaskFields> }[],
): Promise<void> {
  const rows = changes.map(({ id, fields }) => ({ id, columns: fieldColumns(fields) }));
  const alike = grouped(rows, ({ columns }) => JSON.stringify(columns));
  if (alike.size <= fewStatements) {
    for (const same of alike.values()) {
      const ids = same.map(({ id }) => id);
      await updateTasks(tx, ctx.workspaceId, ids, same[0]?.columns ?? {});
    }
    return;
  }
  const shapes = grouped(rows, ({ columns }) => Object.keys(columns).join());
  for (const same of shapes.values()) await updateEach(tx, ctx.workspaceId, same);
}

const fewStatements = 8;

function rowOf(
  ctx: Context,
  command: Given,
  task: TaskRow,
  plan: Plan,
): Parameters<typeof insertCommands>[1][number] {
  const now = ctx.clock.now();
  const holdUntil = addSeconds(now, plan.outbound ? ctx.hold.outboundSeconds : ctx.hold.seconds);
  return {
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
  };
}

/** The values that now stand in the fields that `after` will set. */
export function present(task: TaskRow, after: Partial<TaskFields>): Partial<TaskFields> {
  const fields = fieldsOf(task);
  return Object.fromEntries(Object.keys(after).map((name) => [name, fields[name as keyof TaskFields]]));
}
