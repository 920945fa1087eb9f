import { createHash } from 'node:crypto';

import { addSeconds } from 'date-fns';

import type { CreateResults } from '#contract/command-result';
import type { NewTask } from '#contract/new-task';
import type { Parent } from '#contract/task';
import { vendorTaskType } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { insertCommand, tasksOfCommand } from '../store/commands';
import { findConnection, keepConnection, type ConnectionRow } from '../store/connections';
import type { NewTaskRow } from '../store/schema';
import { dueColumns } from '../store/tasks/task-fields';
import { claimTaskId } from '../store/tasks/tasks';
import { transaction } from '../store/transaction';
import { readTasks } from './read/read-tasks';

/** Makes one task for each parent, on the board at once and at the vendor after the hold. The same id again makes none. */
export async function createTask(ctx: Context, input: NewTask): Promise<CreateResults['results']> {
  const wanted = input.parents.map((parent) => ({ parent, id: taskIdFor(input.id, parent) }));
  await transaction(ctx, 'tasks', async (tx) => {
    await keepConnection(tx, ctx.workspaceId, input.connectionId);
    const connection = await findConnection(tx, ctx.workspaceId, input.connectionId);
    refuseWrongConnection(connection, input);
    const made = await tasksOfCommand(tx, ctx.workspaceId, input.id);
    if (made.length > 0 && wanted.some(({ id }) => !made.includes(id))) throw madeForAnother();
    for (const { parent, id } of wanted) {
      if (!(await claimTaskId(tx, newRow(ctx, input, parent, id)))) continue;
      await insertCommand(tx, newCommandRow(ctx, input, parent, id));
    }
  });
  const tasks = new Map(
    (
      await readTasks(
        ctx,
        wanted.map((one) => one.id),
      )
    ).map((task) => [task.id, task]),
  );
  return wanted.flatMap(({ parent, id }) => {
    const task = tasks.get(id);
    return task === undefined ? [] : [{ ok: true as const, parent, task }];
  });
}

function madeForAnother(): Refusal {
  const message = 'This form has already made a task for another record. Close it and begin a new one.';
  return new Refusal('conflict', message, [{ path: 'parents', message }]);
}

/** The same create and parent always give the same task, so that a repeated request finds what the first one made. */
function taskIdFor(commandId: string, parent: Parent): string {
  const hash = createHash('sha256').update(`${commandId} ${parent.kind} ${parent.id}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function refuseWrongConnection(
  connection: ConnectionRow | undefined,
  input: NewTask,
): asserts connection is ConnectionRow {
  if (connection === undefined || connection.vendor !== input.vendor) {
    const message = 'This connection is not there. Choose where to send the task.';
    throw new Refusal('invalid', message, [{ path: 'connectionId', message }]);
  }
  if (!connection.members.some((member) => member.id === input.assigneeId)) {
    const message = 'This person is not in the team. Choose another one.';
    throw new Refusal('invalid', message, [{ path: 'assigneeId', message }]);
  }
}

function newRow(ctx: Context, input: NewTask, parent: Parent, id: string): NewTaskRow {
  return {
    workspace_id: ctx.workspaceId,
    id,
    connection_id: input.connectionId,
    vendor: input.vendor,
    vendor_task_id: null,
    status: 'pending',
    channel: vendorTaskType(input.vendor, input.type).channel,
    vendor_type: input.type,
    title: input.title,
    text: input.text,
    priority: input.priority,
    ...dueColumns(input.due),
    assignee_id: input.assigneeId,
    parents: JSON.stringify([parent]),
    person_name: parent.kind === 'company' ? null : parent.name,
    person_company: parent.kind === 'company' ? parent.name : null,
    media: JSON.stringify(input.media),
    outbound: false,
    closed_elsewhere: false,
    created_at: ctx.clock.now(),
  };
}

function newCommandRow(ctx: Context, input: NewTask, parent: Parent, taskId: string) {
  const now = ctx.clock.now();
  const holdUntil = addSeconds(now, ctx.hold.seconds);
  return {
    workspace_id: ctx.workspaceId,
    id: input.id,
    task_id: taskId,
    connection_id: input.connectionId,
    kind: 'create' as const,
    state: 'held' as const,
    payload: JSON.stringify({ ...input, parents: [parent] }),
    before: '{}',
    after: '{}',
    actor: ctx.actor,
    hold_until: holdUntil,
    run_at: holdUntil,
    created_at: now,
  };
}
