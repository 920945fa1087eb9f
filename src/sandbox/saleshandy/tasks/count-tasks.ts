import type { Scope } from '../request';
import { type ListedStatus, listedStatuses } from '../vocabulary';
import { selectTasks } from './select-tasks';

/** How many tasks each status lists, whoever they belong to. */
export async function countTasks(scope: Scope): Promise<Record<ListedStatus, number>> {
  const rows = await scope.db
    .selectFrom(selectTasks(scope).as('listed'))
    .select(['listed.status', (eb) => eb.fn.countAll<string>().as('count')])
    .groupBy('listed.status')
    .execute();
  const counts = Object.fromEntries(listedStatuses.map((status) => [status, 0])) as Record<
    ListedStatus,
    number
  >;
  for (const { status, count } of rows) counts[status === 'snoozed' ? 'upcoming' : status] += Number(count);
  return counts;
}
