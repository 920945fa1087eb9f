import { sql } from 'kysely';

import { inParts } from '../in-parts';
import type { TaskColumns } from '../schema';
import type { Tx } from '../transaction';
import { presentTransaction } from './tasks';

/** Sets columns of many rows, each to values of its own, in few statements; all of them must name the same columns. */
export async function updateEach(
  tx: Tx,
  workspaceId: number,
  rows: readonly { id: string; columns: TaskColumns }[],
): Promise<void> {
  const names = Object.keys(rows[0]?.columns ?? {});
  const sets = names.map((name) => sql`${sql.ref(name)} = given.${sql.ref(name)},`);
  const values = rows.map(({ id, columns: { media, ...plain } }) => ({
    id,
    ...plain,
    // Given as the text of its JSON, which within JSON would be a mere string.
    ...(typeof media === 'string' && { media: JSON.parse(media) as unknown }),
  }));
  for (const part of inParts(values))
    await sql`
      update tasks set ${sql.join(sets, sql` `)} version = tasks.version + 1, changed_in = ${presentTransaction}
      from jsonb_populate_recordset(null::tasks, ${JSON.stringify(part)}::jsonb) as given
      where tasks.workspace_id = ${workspaceId} and tasks.id = given.id`.execute(tx);
}
