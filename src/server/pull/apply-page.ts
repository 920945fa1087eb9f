import type { Context } from '../context';
import { mayBeCreated } from '../ledger/match-create';
import {
  commandsByWord,
  openCommands,
  openCreates,
  updateCommand,
  type CommandRow,
} from '../store/commands/commands';
import { keepConnection } from '../store/connections';
import type { NewTaskRow } from '../store/schema';
import { dueColumns, type TaskRow } from '../store/tasks/task-fields';
import { insertTasks, lockVendorTasks, updateTask } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import type { TaskListPage, VendorTask } from '../vendors/port';
import { failOvertaken } from './fail-overtaken';
import { judgeSaid } from './judge-said';
import { judgeUncertain } from './judge-uncertain';
import { isBefore, type Listing } from './listing';
import { describedColumns, mergeTask, type Names } from './merge-task';

/** Writes one page of a vendor's list onto the board, in one transaction; notes what was present. */
export async function applyPage(
  ctx: Context,
  listing: Listing,
  page: TaskListPage,
  names: Names,
): Promise<void> {
  for (const row of page.unreadable) if (row.vendorTaskId !== null) listing.seen.add(row.vendorTaskId);
  for (const task of page.tasks) listing.seen.add(task.vendorTaskId);
  if (page.tasks.length === 0) return;
  const apply = (tx: Tx) => applyTasks(ctx, tx, listing, page.tasks, names);
  const { added } = await transaction(ctx, 'tasks', apply, ({ changed }) => changed);
  listing.added += added;
}

/** Answers whether anything on the board changed, and how many tasks are new to it. */
async function applyTasks(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  tasks: readonly VendorTask[],
  names: Names,
): Promise<{ changed: boolean; added: number }> {
  const { connectionId } = listing;
  const ids = tasks.map((task) => task.vendorTaskId);
  const known = await lockVendorTasks(tx, ctx.workspaceId, connectionId, ids);
  if (!(await keepConnection(tx, ctx.workspaceId, connectionId))) return { changed: false, added: 0 };
  const rows = new Map(known.map((row) => [row.vendor_task_id, row]));
  const creates = await openCreates(tx, ctx.workspaceId, connectionId);
  const knownIds = known.map((row) => row.id);
  const open = await openCommands(tx, ctx.workspaceId, knownIds);
  const byWord = await commandsByWord(tx, ctx.workspaceId, knownIds);
  const taken = takeIn(ctx, listing, {
    tasks: tasks.filter((task) => !rows.has(task.vendorTaskId)),
    creates,
    names,
  });
  await insertTasks(tx, taken);
  let changed = taken.length > 0;
  for (const task of tasks) {
    const row = rows.get(task.vendorTaskId);
    if (row === undefined) continue;
    const commands = open.filter((one) => one.task_id === row.id);
    const said = byWord.filter((one) => one.task_id === row.id);
    changed = (await applyTask(ctx, tx, listing, { row, task, names, open: commands, said })) || changed;
  }
  return { changed, added: taken.length };
}

type Known = { row: TaskRow; task: VendorTask; open: CommandRow[]; said: CommandRow[]; names: Names };

async function applyTask(
  ctx: Context,
  tx: Tx,
  listing: Listing,
  { row, task, open, said, names }: Known,
): Promise<boolean> {
  if (row.gone || !isBefore(listing, row.settled_in)) return false;
  const { columns, rebased } = mergeTask(row, task, open, names);
  for (const one of rebased) await updateCommand(tx, one.command, { before: JSON.stringify(one.before) });
  let changed = Object.keys(columns).length > 0;
  if (changed)
    await updateTask(tx, ctx.workspaceId, row.id, { ...columns, ...closedNow(ctx, columns.status, task) });
  changed = (await failOvertaken(ctx, tx, { row, task, open })) || changed;
  for (const command of open) changed = (await judgeUncertain(ctx, tx, listing, command, task)) || changed;
  if (said.length > 0) changed = (await judgeSaid(ctx, tx, listing, { said, task })) || changed;
  return changed;
}

type Unknown = { tasks: readonly VendorTask[]; creates: CommandRow[]; names: Names };

/** The rows of tasks that the board does not know: ones that a rep made and whose answer was lost, or somebody else's. */
function takeIn(ctx: Context, listing: Listing, { tasks, creates, names }: Unknown): NewTaskRow[] {
  return tasks.flatMap((task) => {
    // Which one it is can be told only when the whole list is known; until then it gets no card of its own.
    if (!creates.some((command) => mayBeCreated(command, task))) return newRow(ctx, listing, task, names);
    listing.found.set(task.vendorTaskId, task);
    return [];
  });
}

function newRow(ctx: Context, listing: Listing, task: VendorTask, names: Names): NewTaskRow {
  const described = describedColumns(task, names);
  return {
    workspace_id: ctx.workspaceId,
    id: ctx.newId(),
    connection_id: listing.connectionId,
    vendor: listing.vendor,
    vendor_task_id: task.vendorTaskId,
    status: task.status,
    channel: task.channel,
    vendor_type: task.vendorType,
    progress: task.progress,
    title: task.title,
    text: task.text,
    priority: task.priority,
    ...dueColumns(task.due),
    assignee_id: task.assigneeId,
    ...described,
    parents: JSON.stringify(described.parents),
    media: JSON.stringify(task.media ?? []),
    closed_elsewhere: false,
    ...closedNow(ctx, task.status, task),
    created_at: ctx.clock.now(),
  };
}

/** A list that shows closed tasks may not say since when. */
function closedNow(ctx: Context, status: unknown, { closedAt }: VendorTask) {
  return status === undefined || status === 'pending'
    ? {}
    : { closed_at: closedAt === null ? ctx.clock.now() : new Date(closedAt), closed_elsewhere: true };
}
