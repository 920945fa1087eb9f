import { sql, type Kysely } from 'kysely';

import type { Database } from '../schema';
import type { TaskRow } from './task-fields';

/** How many other open tasks there are for the people of these tasks; a task whose person is not known has none. */
export async function countOthers(
  db: Kysely<Database>,
  workspaceId: number,
  taskIds: readonly string[],
): Promise<Map<string, number>> {
  // Asked for each task by itself: as a join, the planner may choose to compare all open tasks with all of these.
  const { rows } = await sql<{ id: string; others: number }>`select mine.id, (
      select count(*)::int from tasks other
      where other.workspace_id = mine.workspace_id and other.person_keys && mine.person_keys
        and other.id <> mine.id and other.status = 'pending' and not other.gone
    ) as others
    from tasks mine
    where mine.workspace_id = ${workspaceId} and mine.id = any(${[...taskIds]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.others]));
}

/** The open tasks of the people of these tasks, these themselves left out; at most `limit`. */
export async function openTasksBeside(
  db: Kysely<Database>,
  workspaceId: number,
  tasks: readonly Pick<TaskRow, 'id' | 'person_keys'>[],
  limit: number,
): Promise<TaskRow[]> {
  const keys = [...new Set(tasks.flatMap((task) => task.person_keys))];
  if (keys.length === 0) return [];
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('gone', '=', false)
    .where('status', '=', 'pending')
    .where(sql<boolean>`person_keys && ${keys}::text[]`)
    .where(sql<boolean>`id <> all(${tasks.map((task) => task.id)}::uuid[])`)
    .limit(limit)
    .execute();
}

/** All other tasks of the person of a task: the open ones by due, and those closed since a time, latest first. */
export async function tasksOfPerson(
  db: Kysely<Database>,
  workspaceId: number,
  task: Pick<TaskRow, 'id' | 'person_keys'>,
  closedSince: Date,
): Promise<TaskRow[]> {
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('gone', '=', false)
    .where('id', '<>', task.id)
    .where(sql<boolean>`person_keys && ${task.person_keys}::text[]`)
    .where((eb) => eb.or([eb('status', '=', 'pending'), eb('closed_at', '>=', closedSince)]))
    .orderBy(sql`status <> 'pending'`)
    .orderBy('due_sort')
    .orderBy('id')
    .limit(100)
    .execute();
}
