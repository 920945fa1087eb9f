import type { TaskHistory } from '#contract/command-result';
import { taskDraft, type NewTask } from '#contract/new-task';

import { nameOf, type Context } from '../../context';
import { isSameValue } from '../../ledger/is-same-value';
import { otherWho } from '../../ledger/other-who';
import { Refusal } from '../../refusal';
import { commandsOfTask, type CommandRow } from '../../store/commands/commands';
import { fieldsOf, type TaskRow } from '../../store/tasks/task-fields';
import { tasksById } from '../../store/tasks/task-lists';

type Change = TaskHistory['elsewhere'][number];

/** What was done to a task, newest first, with the vendor's answer. Refuses an unknown id. */
export async function readHistory(ctx: Context, taskId: string): Promise<TaskHistory> {
  const [task] = await tasksById(ctx.db, ctx.workspaceId, [taskId]);
  if (task === undefined)
    throw new Refusal('not-found', 'This task is not on the board. It may have been removed.');
  const rows = await commandsOfTask(ctx.db, ctx.workspaceId, taskId);
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      state: row.state,
      who: nameOf(row.actor),
      createdAt: row.created_at.toISOString(),
      settledAt: row.settled_at?.toISOString() ?? null,
      attempts: row.attempts,
      settledBy: row.settled_by,
      decision: row.decision,
      undoneBy: otherWho(row),
      lateUndo: row.late_undo,
      refusals: row.refusals,
      changes: changesOf(row),
      failure: row.failure,
    })),
    elsewhere: changedElsewhere(task, rows),
  };
}

function changesOf(row: CommandRow): Change[] {
  const { outcome } = row.payload;
  return [
    ...Object.entries(valuesAfter(row))
      .filter(([field]) => field !== 'closedAt' && field !== 'closedElsewhere')
      .map(([field, after]) => ({ field, before: row.before[field] ?? null, after })),
    ...(outcome === undefined ? [] : [{ field: 'outcome', before: null, after: outcome }]),
  ];
}

/** What the command made of the fields; of a new task, what was filled in. */
function valuesAfter({ kind, after, payload }: CommandRow): Record<string, unknown> {
  if (kind !== 'create') return after;
  const { type, title, text, priority, due, assigneeId, media, progress } = taskDraft(payload as NewTask);
  const filled = { type, title, text, priority, due, assigneeId, media, progress };
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '' || value === 'none' || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}

/** A vendor keeps files under addresses of its own, and when something was closed is not told in fields. */
const uncompared = new Set(['closedAt', 'closedElsewhere', 'boardOnly', 'channel', 'media']);

function changedElsewhere(task: TaskRow, newestFirst: readonly CommandRow[]): Change[] {
  const present: Record<string, unknown> = fieldsOf(task);
  const standing = newestFirst.filter(({ state }) => state !== 'failed' && state !== 'cancelled');
  const fields = new Set(standing.flatMap((row) => Object.keys(valuesAfter(row))));
  const changes = [...fields].flatMap((field): Change[] => {
    const last = standing.find((row) => field in valuesAfter(row));
    if (last === undefined || uncompared.has(field)) return [];
    const [before, after] = [valuesAfter(last)[field], present[field]];
    return isSameValue(field, before, after) ? [] : [{ field, before, after }];
  });
  const closed = task.closed_elsewhere && !changes.some(({ field }) => field === 'status');
  return closed ? [{ field: 'status', before: 'pending', after: task.status }, ...changes] : changes;
}
