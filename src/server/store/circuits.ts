import { sql, type Kysely } from 'kysely';

import type { Database } from './schema';
import type { Tx } from './transaction';

/** Gives the trial of an open circuit to the caller until a moment; false when it is not time or somebody else has it. */
export async function takeTrial(
  tx: Tx,
  workspaceId: number,
  trial: { id: string; now: Date; until: Date },
): Promise<boolean> {
  const taken = await tx
    .updateTable('connections')
    .set({ circuit: 'half-open', retry_at: trial.until })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', trial.id)
    .where('circuit', '<>', 'closed')
    .where('retry_at', '<=', trial.now)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Lets the trial be made now; not where the vendor itself said when to come back. */
export async function hurryTrial(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('connections')
    .set({ retry_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('circuit', '=', 'open')
    .where(sql<boolean>`cause ->> 'kind' <> 'limited'`)
    .execute();
}
