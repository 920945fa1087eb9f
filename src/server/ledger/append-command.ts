import { addSeconds } from 'date-fns';

import type { CommandKind } from '#contract/command';

import type { Context } from '../context';
import { insertCommand, insertCommands } from '../store/commands';
import { fieldColumns, fieldsOf, type TaskFields, type TaskRow } from '../store/tasks/task-fields';
import { updateTask, updateTasks } from '../store/tasks/tasks';
import { updateEach } from '../store/tasks/update-each';
import type { Tx } from '../store/transaction';
import type { Plan } from '../tasks/plan';
import { grouped } from './grouped';

/** Writes a command into the ledger and its effect onto the board, both in the caller's transaction. */
export async function appendCommand(
  ctx: Context,
  tx: Tx,
  command: { id: string; kind: CommandKind; batch?: string | undefined },
  task: TaskRow,
  plan: Plan,
): Promise<void> {
  await insertCommand(tx, rowOf(ctx, command, task, plan));
  await updateTask(tx, ctx.workspaceId, task.id, fieldColumns(plan.after));
}

/** The same for many tasks: few statements, however many there are. */
export async function appendCommands(
  ctx: Context,
  tx: Tx,
  command: { id: string; kind: CommandKind },
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
    for (const same of [...alike.values()].flatMap(inParts)) {
      const ids = same.map(({ id }) => id);
      await updateTasks(tx, ctx.workspaceId, ids, same[0]?.columns ?? {});
    }
    return;
  }
  const shapes = grouped(rows, ({ columns }) => Object.keys(columns).join());
  for (const same of [...shapes.values()].flatMap(inParts)) await updateEach(tx, ctx.workspaceId, same);
}

const fewStatements = 8;
/** So many rows are written well within the time that a statement is given, on a busy machine too. */
const rowsAtOnce = 1000;

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) parts.push(rows.slice(at, at + rowsAtOnce));
  return parts;
}

function rowOf(
  ctx: Context,
  command: { id: string; kind: CommandKind; batch?: string | undefined },
  task: TaskRow,
  plan: Plan,
): Parameters<typeof insertCommand>[1] {
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
