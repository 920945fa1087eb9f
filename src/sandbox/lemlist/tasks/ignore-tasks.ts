import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { type Scope, text } from '../request';

/** Body of POST /tasks/ignore. */
export const ignoredTasks = z.object({ ids: z.array(text) });

/** Takes pending tasks off the list for good. */
export async function ignoreTasks({ db, teamId }: Scope, ids: string[]): Promise<void> {
  await db
    .updateTable('lemlist_tasks')
    .set({ status: 'ignored' })
    .where('team_id', '=', teamId)
    .where('status', '=', 'pending')
    .where(sql<SqlBool>`id = any(${ids}::text[])`)
    .execute();
}
