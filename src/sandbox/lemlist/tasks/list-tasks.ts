import { sql } from 'kysely';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import type { Scope } from '../request';
import type { TaskRow } from '../tables';
import { type Filter, filterCondition, malformedFilters } from './filters';

const INVALID_REGEX = '2201B';
const QUERY_CANCELED = '57014';

/** One page of the pending tasks that pass all filters. Refuses a regex that PostgreSQL cannot read or not finish in time. */
export async function listTasks(scope: Scope, filters: Filter[], page: number): Promise<TaskRow[]> {
  try {
    return await scope.db.transaction().execute(async (trx) => {
      await sql`select set_config('statement_timeout', ${String(assumed.filterTimeout)}, true)`.execute(trx);
      return trx
        .selectFrom('lemlist_tasks as task')
        .leftJoin('lemlist_contacts as contact', (join) =>
          join.onRef('contact.team_id', '=', 'task.team_id').onRef('contact.id', '=', 'task.contact_id'),
        )
        .leftJoin('lemlist_campaigns as campaign', (join) =>
          join.onRef('campaign.team_id', '=', 'task.team_id').onRef('campaign.id', '=', 'task.campaign_id'),
        )
        .selectAll('task')
        .where('task.team_id', '=', scope.teamId)
        .where('task.status', '=', 'pending')
        .where((eb) => eb.and(filters.map(filterCondition)))
        .orderBy('task.due_date')
        .orderBy('task.id')
        .limit(assumed.taskPageSize)
        .offset(page * assumed.taskPageSize)
        .execute();
    });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === INVALID_REGEX) throw malformedFilters();
    if (code === QUERY_CANCELED) throw new LemlistRefusal(400, { error: assumed.text.slowFilter });
    throw error;
  }
}
