import { sql } from 'kysely';

import type { Scope } from '../request';

/** The contacts of a workspace with their company's name; the start of each query for contacts. */
export function selectContacts({ db, workspaceId }: Scope) {
  return db
    .selectFrom('leadlex_contacts as contact')
    .leftJoin('leadlex_companies as company', (join) =>
      join
        .onRef('company.workspace_id', '=', 'contact.workspace_id')
        .onRef('company.id', '=', 'contact.company_id'),
    )
    .selectAll('contact')
    .select('company.name as company_name')
    .where('contact.workspace_id', '=', workspaceId);
}
export type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number];

/** What the list and the single answer of a contact share. */
export function contactFields(contact: ContactRow) {
  return {
    id: contact.id,
    first_name: contact.first_name,
    last_name: contact.last_name,
    full_name: contact.full_name,
    email: contact.email,
    phone: contact.phone,
    job_title: contact.job_title,
    linkedin_url: contact.linkedin_url,
  };
}

const MOST_OPEN_TASKS = 3;

/** Up to three tasks of a contact that are not completed, the first due first. */
export async function openTasks({ db, workspaceId }: Scope, contactId: string) {
  return db
    .selectFrom('leadlex_tasks')
    .select(['id', 'title', 'status', 'priority', 'due_date'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .where('status', '<>', 'completed')
    .orderBy(sql`left(due_date, 10)`, (order) => order.asc().nullsLast())
    .orderBy('created_at')
    .orderBy('id')
    .limit(MOST_OPEN_TASKS)
    .execute();
}

/** The deals that a contact belongs to. */
export async function dealsOf({ db, workspaceId }: Scope, contactId: string) {
  return db
    .selectFrom('leadlex_deals')
    .select(['id', 'title', 'status', 'stage'])
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', contactId)
    .orderBy('title')
    .orderBy('id')
    .execute();
}
