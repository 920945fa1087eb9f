import type { UpdateObject } from 'kysely';
import { z } from 'zod';

import type { SandboxDatabase } from '../../database';
import { assumed } from '../assumptions';
import { type Action, failedTo } from '../refusal';
import { moment, type Scope, text } from '../request';
import type { TaskRow } from '../tables';
import { type CallOutcome, callOutcomes, channelOfType } from '../vocabulary';

/** Body of POST /tasks/{taskId}/complete: the outcome is optional in the schema and mandatory for calls in its text. */
export const completion = z.object({ callOutcome: z.enum(callOutcomes).optional() });

/** Body of POST /tasks/{taskId}/snooze. */
export const snooze = z.object({ snoozeUntil: moment, callOutcome: z.enum(callOutcomes).optional() });

/** Body of PATCH /tasks/{taskId}/note. */
export const newNote = z.object({ note: text });

/** Completes an open task; there is no way back. Refuses a call without its outcome. */
export async function completeTask(
  scope: Scope,
  taskId: string,
  { callOutcome }: z.infer<typeof completion>,
): Promise<TaskRow> {
  return changeTask(scope, taskId, 'complete task', (task) => {
    mustBeOpen(task, 'complete task');
    const isCall = channelOfType[task.type] === 'call';
    if (isCall && callOutcome === undefined) {
      throw failedTo('complete task', 'callOutcome is mandatory for call tasks');
    }
    return {
      state: 'completed',
      completed_at: scope.now(),
      call_outcome: outcomeOf(task, callOutcome),
      snoozed_until: null,
    };
  });
}

/** Skips an open task; there is no way back. */
export async function skipTask(scope: Scope, taskId: string): Promise<TaskRow> {
  return changeTask(scope, taskId, 'skip task', (task) => {
    mustBeOpen(task, 'skip task');
    return { state: 'skipped', skipped_at: scope.now(), snoozed_until: null };
  });
}

/** Puts an open task off to a time to come. */
export async function snoozeTask(
  scope: Scope,
  taskId: string,
  { snoozeUntil, callOutcome }: z.infer<typeof snooze>,
): Promise<TaskRow> {
  return changeTask(scope, taskId, 'snooze task', (task) => {
    mustBeOpen(task, 'snooze task');
    mustBeToCome(scope, snoozeUntil, 'snooze task');
    return { snoozed_until: snoozeUntil, call_outcome: outcomeOf(task, callOutcome) };
  });
}

/** Replaces the note of a task. */
export async function writeNote(
  scope: Scope,
  taskId: string,
  { note }: z.infer<typeof newNote>,
): Promise<TaskRow> {
  return changeTask(scope, taskId, 'update task note', () => ({ note }));
}

/** Refuses to put a task off to a time that is over. */
export function mustBeToCome(scope: Scope, until: Date, action: Action): void {
  if (until <= scope.now()) throw failedTo(action, 'snoozeUntil must be in the future');
}

type Changes = UpdateObject<SandboxDatabase, 'saleshandy_tasks'>;

/** Changes a task that is locked meanwhile, as `changesOf` says, and gives it back. Refuses an unknown one. */
export async function changeTask(
  { db, teamId }: Scope,
  taskId: string,
  action: Action,
  changesOf: (task: TaskRow) => Changes,
): Promise<TaskRow> {
  return db.transaction().execute(async (trx) => {
    const task = await trx
      .selectFrom('saleshandy_tasks')
      .selectAll()
      .where('team_id', '=', teamId)
      .where('id', '=', taskId)
      .forUpdate()
      .executeTakeFirst();
    if (task === undefined) throw failedTo(action, assumed.text.unknownTask);
    return trx
      .updateTable('saleshandy_tasks')
      .set(changesOf(task))
      .where('team_id', '=', teamId)
      .where('id', '=', taskId)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

function mustBeOpen(task: TaskRow, action: Action): void {
  if (task.state !== 'open') throw failedTo(action, `the task is ${task.state}`);
}

function outcomeOf(task: TaskRow, outcome: CallOutcome | undefined): CallOutcome | null {
  return channelOfType[task.type] === 'call' ? (outcome ?? task.call_outcome) : null;
}
