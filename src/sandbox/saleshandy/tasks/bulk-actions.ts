import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { moment, type Scope, text } from '../request';
import type { BulkActionRow } from '../tables';

const taskIds = (most: number) =>
  z
    .array(text)
    .min(1)
    .max(most)
    .transform((ids) => [...new Set(ids)]);

/** Body of POST /tasks/bulk-skip. */
export const bulkSkip = z.object({ taskIds: taskIds(100) });

/** Body of POST /tasks/bulk-snooze. */
export const bulkSnooze = z.object({ taskIds: taskIds(10_000), snoozeUntil: moment });

/** Writes a bulk action down; it runs later, as Saleshandy's are asynchronous. */
export async function startBulkAction(
  { db, teamId, now, newId }: Scope,
  input: { taskIds: string[]; snoozeUntil?: Date },
): Promise<BulkActionRow> {
  const row: BulkActionRow = {
    team_id: teamId,
    id: newId(),
    action: input.snoozeUntil === undefined ? 'skip' : 'snooze',
    task_ids: input.taskIds,
    snooze_until: input.snoozeUntil ?? null,
    created_at: now(),
    runs_at: new Date(now().getTime() + assumed.bulkDelay),
    has_run: false,
    completed: 0,
  };
  await db.insertInto('saleshandy_bulk_actions').values(row).execute();
  return row;
}

/** Runs the bulk actions of a team whose time has come. Each call to the sandbox does so first: it has no background work. */
export async function runBulkActions(scope: Scope): Promise<void> {
  const due = (db: Scope['db']) =>
    db
      .selectFrom('saleshandy_bulk_actions')
      .selectAll()
      .where('team_id', '=', scope.teamId)
      .where('has_run', '=', false)
      .where('runs_at', '<=', scope.now())
      .orderBy('runs_at');
  if ((await due(scope.db).limit(1).executeTakeFirst()) === undefined) return;
  await scope.db.transaction().execute(async (trx) => {
    for (const action of await due(trx).forUpdate().skipLocked().execute()) {
      const { numUpdatedRows } = await trx
        .updateTable('saleshandy_tasks')
        .set(
          action.action === 'skip'
            ? { state: 'skipped', skipped_at: action.runs_at, snoozed_until: null }
            : { snoozed_until: action.snooze_until },
        )
        .where('team_id', '=', action.team_id)
        .where(sql<SqlBool>`id = any(${action.task_ids}::text[])`)
        .where('state', '=', 'open')
        .executeTakeFirst();
      await trx
        .updateTable('saleshandy_bulk_actions')
        .set({ has_run: true, completed: Number(numUpdatedRows) })
        .where('team_id', '=', action.team_id)
        .where('id', '=', action.id)
        .execute();
    }
  });
}

/** How far a bulk action is, as GET /tasks/bulk-status/{bulkActionId} answers it. */
export function bulkStatus(row: BulkActionRow) {
  const totalTasks = row.task_ids.length;
  return {
    bulkActionId: row.id,
    action: assumed.bulkAction[row.action],
    totalTasks,
    completed: row.completed,
    failed: row.has_run ? totalTasks - row.completed : 0,
    pending: row.has_run ? 0 : totalTasks,
    status: row.has_run ? assumed.bulkStatus.done : assumed.bulkStatus.running,
    createdAt: row.created_at.toISOString(),
    completedAt: row.has_run ? row.runs_at.toISOString() : null,
    csvDownloadLink: null,
  };
}
