import type { NewCommand, TaskChange } from '#contract/command';
import { snoozedDue } from '#contract/snooze';
import type { OpenCommand, Task, TaskStatus } from '#contract/task';
import { taskStatuses } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import type { Board } from './live/changes';
import { isLoaded, knownRows } from './live/changes';
import { inOrder } from './live/order';

type WithoutIds<Command> = Command extends unknown ? Omit<Command, 'id' | 'taskIds' | 'batch'> : never;

/** What a rep wants done; the command's id and its tasks are added when it is sent. */
export type DraftCommand = WithoutIds<NewCommand>;

/** A command that the server has not answered yet, or whose undo it has not answered yet (`undo`). */
export interface InFlight {
  commandId: string;
  draft: DraftCommand;
  /** The tasks as the rep saw them. */
  tasks: readonly Task[];
  /** Milliseconds. */
  at: number;
  undo: boolean;
  /** What it waits for, when that is more than an answer: `server` breaks whenever it gets it. */
  waitsFor?: 'line' | 'server';
  /** Not sent: the rep is asked how the call ended. */
  asking?: true;
  /** Who an edit gives the tasks to. */
  assignee?: Task['assignee'];
}

/**
 * A task as it is drawn; `unsavedSince` (milliseconds) when the server has not acknowledged what is shown, `asking` when
 * it goes back unless the rep says how the call ended.
 */
export interface DrawnTask extends Task {
  unsavedSince?: number;
  waitsFor?: 'line' | 'server';
  asking?: true;
  /** What waits is an undo: the vendor may get the change before it. */
  undoing?: true;
}

export type DrawnBoard = Partial<Record<TaskStatus, readonly DrawnTask[]>>;

/** Where the tasks in flight belong, as far as a board's own rows do not tell it. */
export interface Reach {
  /** Tasks in flight that the board does not hold. */
  rows: readonly Task[];
  /** Whether the server counts the row among the board's. */
  was(row: Task): boolean;
  /** Whether it is one of them as it is drawn. */
  is(row: Task, drawn: DrawnTask): boolean;
}

/** A board's rows, all of them, wherever a change takes them. */
export const wholeReach: Reach = { rows: [], was: () => true, is: () => true };

/** The rows that the board holds, and those in flight that it does not. */
export function rowsInReach(board: Board, { rows }: Reach): Map<string, Task> {
  const known = knownRows(board);
  for (const row of rows) known.set(row.id, row);
  return known;
}

/**
 * What is drawn: the server's rows with the commands in flight applied, oldest first. Only rows of the board are drawn, each
 * once, in the column of its drawn status, and none below the loaded part of that column. `reach` adds
 * rows, and takes out those that a change takes elsewhere.
 */
export function overlay(board: Board, inFlight: readonly InFlight[], reach: Reach = wholeReach): DrawnBoard {
  const concerned = new Set(inFlight.flatMap((command) => command.tasks.map((task) => task.id)));
  const known = concerned.size === 0 ? null : rowsInReach(board, reach);
  const moved: DrawnTask[] = known
    ? [...concerned].flatMap((id) => drawn(known.get(id), inFlight, reach))
    : [];
  const columns: DrawnBoard = {};
  for (const status of taskStatuses) {
    const rows = board[status];
    if (!rows) continue;
    const entering = moved.filter((task) => task.status === status && isLoaded(status, rows, task));
    const untouched =
      rows.tasks.some((task) => concerned.has(task.id)) || entering.length > 0
        ? rows.tasks.filter((task) => !concerned.has(task.id))
        : rows.tasks;
    const all = entering.length > 0 ? [...untouched, ...entering] : untouched;
    columns[status] = inOrder(status, all, rows.sort);
  }
  return columns;
}

/** One task with the commands in flight applied; the same object when none concerns it. */
export function drawTask(task: Task, inFlight: readonly InFlight[]): DrawnTask {
  let shown: DrawnTask = task;
  for (const command of inFlight) {
    const seen = command.tasks.find(({ id }) => id === task.id);
    if (seen) shown = command.undo ? takeBack(shown, seen, command) : apply(shown, command);
  }
  return shown;
}

function drawn(row: Task | undefined, inFlight: readonly InFlight[], reach: Reach): DrawnTask[] {
  if (!row) return [];
  const task = drawTask(row, inFlight);
  return reach.is(row, task) ? [task] : [];
}

function apply(task: DrawnTask, inFlight: InFlight): DrawnTask {
  const { commandId, draft, at, assignee, waitsFor, asking } = inFlight;
  if (asking) return { ...task, ...applied(task, draft, at, assignee), asking };
  const acknowledged = task.commands.some(({ id }) => id === commandId);
  if (acknowledged) return task;
  return {
    ...task,
    ...applied(task, draft, at, assignee),
    commands: [...task.commands, openCommand(commandId, draft, at)],
    ...unsaved(task, at, waitsFor),
  };
}

function applied(task: Task, draft: DraftCommand, at: number, assignee: InFlight['assignee']): Partial<Task> {
  switch (draft.kind) {
    case 'complete':
      return { status: 'completed', closedAt: new Date(at).toISOString() };
    case 'ignore': {
      const boardOnly = vendorRules[task.vendor].ignore === 'board';
      return { status: 'ignored', closedAt: new Date(at).toISOString(), boardOnly };
    }
    case 'reopen':
      return { status: 'pending', closedAt: null, closedElsewhere: false, boardOnly: false };
    case 'snooze':
      return { due: snoozedDue(draft.until, task.due) };
    case 'edit':
      return edited(task, draft.changes, assignee);
  }
}

function edited(
  { vendor }: Task,
  { due, title, text, priority, type, progress, media }: TaskChange,
  assignee: InFlight['assignee'],
): Partial<Task> {
  return {
    ...(assignee === undefined ? {} : { assignee }),
    ...(due === undefined ? {} : { due }),
    ...(title === undefined ? {} : { title }),
    ...(text === undefined ? {} : { text }),
    ...(priority === undefined ? {} : { priority }),
    ...(type === undefined ? {} : { vendorType: type, channel: vendorTaskType(vendor, type).channel }),
    ...(progress === undefined ? {} : { progress }),
    ...(media === undefined ? {} : { media }),
  };
}

/**
 * The fields that the command touched go back to what the rep saw before it. A row without the command is back already; while
 * the undo waits it may also be older than the command, which the server then has.
 */
function takeBack(task: DrawnTask, seen: Task, { commandId, draft, at, waitsFor }: InFlight): DrawnTask {
  if (!task.commands.some(({ id }) => id === commandId))
    return waitsFor ? { ...task, ...unsaved(task, at, waitsFor), undoing: true } : task;
  const commands = task.commands.filter(({ id }) => id !== commandId);
  return { ...task, ...before(seen, draft), commands, ...unsaved(task, at, waitsFor), undoing: true };
}

/** Of several changes on a task the first says since when, and one that the server cannot take says so. */
function unsaved(task: DrawnTask, at: number, waitsFor: InFlight['waitsFor']): Partial<DrawnTask> {
  const waits = task.waitsFor === 'server' ? 'server' : (waitsFor ?? task.waitsFor);
  return { unsavedSince: task.unsavedSince ?? at, ...(waits ? { waitsFor: waits } : {}) };
}

function before(seen: Task, draft: DraftCommand): Partial<Task> {
  switch (draft.kind) {
    case 'complete':
    case 'ignore':
    case 'reopen': {
      const { status, closedAt, closedElsewhere, boardOnly } = seen;
      return { status, closedAt, closedElsewhere, boardOnly };
    }
    case 'snooze':
      return { due: seen.due };
    case 'edit': {
      const { assignee, due, title, text, priority, vendorType, channel, progress, media } = seen;
      const all = {
        assigneeId: { assignee },
        due: { due },
        title: { title },
        text: { text },
        priority: { priority },
        type: { vendorType, channel },
        progress: { progress },
        media: { media },
      };
      const touched = Object.keys(draft.changes) as (keyof typeof all)[];
      return Object.assign({}, ...touched.map((field) => all[field])) as Partial<Task>;
    }
  }
}

function openCommand(id: string, draft: DraftCommand, at: number): OpenCommand {
  const { kind, ...payload } = draft;
  const time = new Date(at).toISOString();
  return { id, kind, state: 'held', holdUntil: time, createdAt: time, failure: null, payload };
}
