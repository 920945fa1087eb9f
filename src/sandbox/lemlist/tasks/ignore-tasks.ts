import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { type Scope, text } from '../request';
import type { TaskRow } from '../tables';

/** Body of POST /tasks/ignore. */
export const ignoredTasks = z.object({ ids: z.array(text) });

/** Takes pending tasks off the list for good; closed ones stay what they are, and that they were asked for again is counted. */
export async function ignoreTasks({ db, teamId }: Scope, ids: string[]): Promise<void> {
  await db
    .updateTable('lemlist_tasks')
    .set({ status: sql<TaskRow['status']>`case status when 'pending' then 'ignored' else status end` })
    .where('team_id', '=', teamId)
    .where(sql<SqlBool>`id = any(${ids}::text[])`)
    .execute();
}
