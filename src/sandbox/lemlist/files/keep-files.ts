import type { Scope } from '../request';
import type { KeptFile } from '../tables';

/** Puts these in place of what is kept of a task's files of these kinds. */
export async function replaceFiles(
  { db, teamId }: Pick<Scope, 'db' | 'teamId'>,
  taskId: string,
  kinds: readonly KeptFile['kind'][],
  files: readonly KeptFile[],
): Promise<void> {
  await db
    .deleteFrom('lemlist_files')
    .where('team_id', '=', teamId)
    .where('task_id', '=', taskId)
    .where('kind', 'in', [...kinds])
    .execute();
  if (files.length === 0) return;
  await db
    .insertInto('lemlist_files')
    .values(files.map((file) => ({ team_id: teamId, task_id: taskId, ...file })))
    .execute();
}

/** What is kept of all files of a team, by task, images before videos. */
export async function keptFiles({
  db,
  teamId,
}: Pick<Scope, 'db' | 'teamId'>): Promise<Map<string, KeptFile[]>> {
  const rows = await db
    .selectFrom('lemlist_files')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('kind')
    .orderBy('position')
    .execute();
  const byTask = new Map<string, KeptFile[]>();
  for (const { team_id: _, task_id: taskId, ...file } of rows) {
    byTask.set(taskId, [...(byTask.get(taskId) ?? []), file]);
  }
  return byTask;
}
