import { z } from 'zod';

import { pageQuery, readPage, type Scope, text } from '../request';
import { taskStatuses } from '../tables';
import { taskAnswer } from './task';

export const listQuery = pageQuery.extend({
  status: z.enum(taskStatuses).optional(),
  assignee_id: text.optional(),
  deal_id: text.optional(),
  contact_id: text.optional(),
});
type ListQuery = z.infer<typeof listQuery>;

/** One page of tasks, each with a block for the contact, company, deal and event that it is linked to. */
export async function listTasks(scope: Scope, query: ListQuery) {
  let tasks = selectTasks(scope);
  for (const field of ['status', 'assignee_id', 'deal_id', 'contact_id'] as const) {
    const value = query[field];
    if (value !== undefined) tasks = tasks.where(`task.${field}`, '=', value);
  }
  const { rows, meta } = await readPage(tasks.orderBy('task.created_at').orderBy('task.id'), query);
  return { data: { tasks: rows.map(listedTask) }, meta };
}

function selectTasks({ db, workspaceId }: Scope) {
  return db
    .selectFrom('leadlex_tasks as task')
    .leftJoin('leadlex_contacts as contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'task.workspace_id')
        .onRef('contact.id', '=', 'task.contact_id'),
    )
    .leftJoin('leadlex_companies as employer', (join) =>
      join
        .onRef('employer.workspace_id', '=', 'contact.workspace_id')
        .onRef('employer.id', '=', 'contact.company_id'),
    )
    .leftJoin('leadlex_companies as company', (join) =>
      join
        .onRef('company.workspace_id', '=', 'task.workspace_id')
        .onRef('company.id', '=', 'task.company_id'),
    )
    .leftJoin('leadlex_deals as deal', (join) =>
      join.onRef('deal.workspace_id', '=', 'task.workspace_id').onRef('deal.id', '=', 'task.deal_id'),
    )
    .leftJoin('leadlex_events as event', (join) =>
      join.onRef('event.workspace_id', '=', 'task.workspace_id').onRef('event.id', '=', 'task.event_id'),
    )
    .selectAll('task')
    .select([
      'contact.full_name as contact_name',
      'contact.email as contact_email',
      'employer.name as employer_name',
      'company.name as company_name',
      'deal.title as deal_title',
      'event.title as event_title',
    ])
    .where('task.workspace_id', '=', workspaceId);
}

function listedTask(row: Awaited<ReturnType<ReturnType<typeof selectTasks>['execute']>>[number]) {
  return {
    ...taskAnswer(row),
    contact: row.contact_id && {
      id: row.contact_id,
      full_name: row.contact_name,
      email: row.contact_email,
      company_name: row.employer_name,
    },
    company: row.company_id && { id: row.company_id, name: row.company_name },
    deal: row.deal_id && { id: row.deal_id, title: row.deal_title },
    event: row.event_id && { id: row.event_id, title: row.event_title },
  };
}
