import { createHash } from 'node:crypto';

import { addSeconds } from 'date-fns';

import type { CreateResults } from '#contract/command-result';
import { taskDraft, type NewTask } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import { vendorRules, vendorTaskType, type ParentKind } from '#contract/vendors';

import type { Context } from '../context';
import { holdMedia } from '../media/hold-media';
import { Refusal } from '../refusal';
import { insertCommands, tasksOfCommand } from '../store/commands/commands';
import { findConnection, keepConnection, type ConnectionRow } from '../store/connections';
import type { NewTaskRow } from '../store/schema';
import { dueColumns } from '../store/tasks/task-fields';
import { claimTaskId } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import { readTasks } from './read/read-tasks';

/**
 * Makes one task for each parent, or one with all of them, as the vendor's rules say: on the board at once and at the
 * vendor after the hold. The same id again makes none. `meant` are the input's parents, in their order, with those that
 * were given by name found.
 */
export async function createTask(
  ctx: Context,
  input: NewTask,
  meant: readonly Parent[] = input.parents,
): Promise<CreateResults['results']> {
  const wanted = await transaction(ctx, 'tasks', async (tx) => {
    await keepConnection(tx, ctx.workspaceId, input.connectionId);
    const connection = await findConnection(tx, ctx.workspaceId, input.connectionId);
    refuseWrongConnection(connection, input);
    const made = await tasksOfCommand(tx, ctx.workspaceId, input.id);
    const tasks = wantedTasks(input, meant, made);
    const madeIds = new Set(made.map((one) => one.task_id));
    if (made.length > 0 && tasks.some(({ id }) => !madeIds.has(id))) throw madeForAnother();
    if (made.length === 0)
      await holdUploads(ctx, tx, input, { connection, taskIds: tasks.map(({ id }) => id) });
    for (const { parents, id } of tasks) {
      if (!(await claimTaskId(tx, newRow(ctx, input, parents, id)))) continue;
      await insertCommands(tx, [newCommandRow(ctx, input, parents, id)]);
    }
    return tasks;
  });
  const tasks = new Map(
    (
      await readTasks(
        ctx,
        wanted.map((one) => one.id),
      )
    ).map((task) => [task.id, task]),
  );
  return wanted.flatMap(({ parents: [parent], id }) => {
    const task = tasks.get(id);
    return task === undefined || parent === undefined ? [] : [{ ok: true as const, parent, task }];
  });
}

async function holdUploads(
  ctx: Context,
  tx: Tx,
  input: NewTask,
  use: { connection: ConnectionRow; taskIds: readonly string[] },
): Promise<void> {
  await holdMedia(ctx, tx, { ...use, media: taskDraft(input).media, path: 'media', commandId: input.id });
}

function madeForAnother(): Refusal {
  const message = 'This form has already made a task for another record. Close it and begin a new one.';
  return new Refusal('conflict', message, [{ path: 'parents', message }]);
}

type Made = Awaited<ReturnType<typeof tasksOfCommand>>;

/**
 * The tasks to make, by the parents as they were given: what a name means may be answered otherwise the next time. Where
 * the first request has found a record by its name and the repeat names the record itself, it is the same task.
 */
function wantedTasks({ vendor, id, parents: given }: NewTask, meant: readonly Parent[], made: Made) {
  const byTask = vendorRules[vendor].parents.tasks === 'one' ? [given] : given.map((parent) => [parent]);
  const meantFor = (parent: Parent) => meant[given.findIndex((one) => one === parent)] ?? parent;
  return byTask.map((parents: Parent[]) => {
    const found = parents.map(meantFor);
    const before = made.find((one) => keysOf((one.payload as NewTask).parents) === keysOf(found));
    return { parents: found, id: before?.task_id ?? taskIdFor(id, parents) };
  });
}

/** The same create and parents always give the same task, so that a repeated request finds what the first one made. */
function taskIdFor(commandId: string, parents: readonly Parent[]): string {
  const hash = createHash('sha256')
    .update(`${commandId} ${keysOf(parents)}`)
    .digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function keysOf(parents: readonly Parent[]): string {
  return parents.map(({ kind, id, name }) => `${kind} ${id || name}`).join('\n');
}

function refuseWrongConnection(
  connection: ConnectionRow | undefined,
  input: NewTask,
): asserts connection is ConnectionRow {
  if (connection === undefined || connection.vendor !== input.vendor) {
    const message = 'This connection is not there. Choose where to send the task.';
    throw new Refusal('invalid', message, [{ path: 'connectionId', message }]);
  }
  const { assigneeId } = taskDraft(input);
  if (assigneeId !== null && !connection.members.some((member) => member.id === assigneeId)) {
    const message = 'This person is not in the team. Choose another one.';
    throw new Refusal('invalid', message, [{ path: 'assigneeId', message }]);
  }
}

function newRow(ctx: Context, input: NewTask, parents: readonly Parent[], id: string): NewTaskRow {
  const draft = taskDraft(input);
  return {
    workspace_id: ctx.workspaceId,
    id,
    connection_id: input.connectionId,
    vendor: input.vendor,
    vendor_task_id: null,
    status: 'pending',
    channel: vendorTaskType(input.vendor, input.type).channel,
    vendor_type: input.type,
    title: draft.title,
    text: draft.text,
    priority: draft.priority,
    ...dueColumns(draft.due),
    assignee_id: draft.assigneeId,
    progress: draft.progress,
    parents: JSON.stringify(parents),
    person_name: parents.find((one) => people.has(one.kind))?.name ?? null,
    person_company: parents.find((one) => one.kind === 'company')?.name ?? null,
    media: JSON.stringify(draft.media),
    outbound: false,
    closed_elsewhere: false,
    created_at: ctx.clock.now(),
  };
}

const people = new Set<ParentKind>(['contact', 'lead', 'prospect']);

function newCommandRow(ctx: Context, input: NewTask, parents: readonly Parent[], taskId: string) {
  const now = ctx.clock.now();
  const holdUntil = addSeconds(now, ctx.hold.seconds);
  return {
    workspace_id: ctx.workspaceId,
    id: input.id,
    task_id: taskId,
    connection_id: input.connectionId,
    kind: 'create' as const,
    state: 'held' as const,
    payload: JSON.stringify({ ...input, parents }),
    before: '{}',
    after: '{}',
    actor: ctx.actor,
    hold_until: holdUntil,
    run_at: holdUntil,
    created_at: now,
  };
}
