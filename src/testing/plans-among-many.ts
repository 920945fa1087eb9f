import { sql } from 'kysely';

import type { Tx } from '#server/store/transaction';

import type { Harness } from './harness';

type Explained = { explain(format: 'json'): Promise<unknown> };

class Enough extends Error {}

/** How the database would run these queries on a board of 8,000 tasks, all but 200 of them closed; the tasks do not stay. */
export async function plansAmongMany(
  { ctx, connectionId }: Pick<Harness, 'ctx' | 'connectionId'>,
  queriesOf: (tx: Tx) => readonly Explained[],
): Promise<string[]> {
  const now = ctx.clock.now();
  const plans: string[] = [];
  const crowd = ctx.db.transaction().execute(async (tx) => {
    await sql`insert into tasks (workspace_id, id, connection_id, vendor, status, channel, vendor_type, title, text,
      priority, due_sort, due_at, parents, media, outbound, created_at, closed_at)
      select ${ctx.workspaceId}, gen_random_uuid(), ${connectionId}, 'lemlist',
        case when n % 40 = 0 then 'pending' else 'completed' end, 'call', 'phone', '', '', 'none',
        ${now}::timestamptz + (n - 500) * interval '1 hour', ${now}::timestamptz + (n - 500) * interval '1 hour',
        '[]', '[]', false, now(), case when n % 40 = 0 then null else ${now}::timestamptz - n * interval '1 hour' end
      from generate_series(1, 8000) n`.execute(tx);
    await sql`analyze tasks`.execute(tx);
    for (const query of queriesOf(tx)) plans.push(JSON.stringify(await query.explain('json')));
    throw new Enough();
  });
  await crowd.catch((error: unknown) => {
    if (!(error instanceof Enough)) throw error;
  });
  return plans;
}
