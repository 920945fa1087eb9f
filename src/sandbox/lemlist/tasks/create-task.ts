import { z } from 'zod';

import { assumed } from '../assumptions';
import { replaceFiles } from '../files/keep-files';
import { LemlistRefusal } from '../refusal';
import { type Scope, text } from '../request';
import type { KeptFile, TaskRow, TaskType } from '../tables';
import type { Media } from './media';

/** ISO 8601 with a zone; the year as PostgreSQL and people can take it. */
export const dueDate = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() <= 9999);

/** "" is none, "0" low, "1" medium, "2" high; written as text, answered as a number. */
export const priority = z
  .enum(['', '0', '1', '2'])
  .transform((value) => (value === '' ? null : Number(value)));

/** Body of POST /tasks. `recordId` is from the page's table, `leadId` from its example and from the OpenAPI, which requires it. */
export const newTask = z
  .object({
    type: z.enum(['email', 'manual', 'phone', 'linkedin']),
    assignedTo: text,
    dueDate,
    recordId: text.optional(),
    leadId: text.optional(),
    title: text.default(''),
    message: text.default(''),
    priority: priority.default(null),
    images: z.unknown().optional(),
    videos: z.unknown().optional(),
  })
  .refine(({ recordId, leadId }) => Boolean(recordId) || Boolean(leadId));

type NewTask = Omit<z.infer<typeof newTask>, 'type' | 'images' | 'videos'> & {
  type: TaskType;
} & Media;

type Subject = Pick<TaskRow, 'contact_id' | 'company_id' | 'lead_id' | 'campaign_id'>;

/** Makes a pending task with the files that were downloaded for it. Refuses an assignee or a record that the team does not have. */
export async function createTask(
  scope: Scope,
  input: NewTask,
  files: readonly KeptFile[] = [],
): Promise<TaskRow> {
  await checkUser(scope, input.assignedTo);
  const subject = input.recordId
    ? await findRecord(scope, input.recordId)
    : await findLead(scope, input.leadId ?? '');
  if (subject === undefined) {
    throw new LemlistRefusal(404, input.recordId ? assumed.text.unknownRecord : 'Lead not found');
  }
  const task: TaskRow = {
    team_id: scope.teamId,
    id: scope.randomId('opp'),
    type: input.type,
    title: input.title,
    content: input.message,
    priority: input.priority,
    ...subject,
    user_id: input.assignedTo,
    due_date: input.dueDate,
    status: 'pending',
    images: input.images,
    videos: input.videos,
    created_at: scope.now(),
    completed_at: null,
  };
  await scope.db.transaction().execute(async (trx) => {
    await trx.insertInto('lemlist_tasks').values(task).execute();
    await replaceFiles({ ...scope, db: trx }, task.id, ['images', 'videos'], files);
  });
  return task;
}

/** Refuses an assignee that is not in the team. */
export async function checkUser({ db, teamId }: Scope, userId: string): Promise<void> {
  const user = await db
    .selectFrom('lemlist_users')
    .select('id')
    .where('team_id', '=', teamId)
    .where('id', '=', userId)
    .executeTakeFirst();
  if (user === undefined) throw new LemlistRefusal(400, assumed.text.unknownUser);
}

async function findRecord(scope: Scope, id: string): Promise<Subject | undefined> {
  const lead = await findLead(scope, id);
  if (lead !== undefined) return lead;
  const none = { contact_id: null, company_id: null, lead_id: null, campaign_id: null };
  const owned = (table: 'lemlist_contacts' | 'lemlist_companies') =>
    scope.db
      .selectFrom(table)
      .select('id')
      .where('team_id', '=', scope.teamId)
      .where('id', '=', id)
      .executeTakeFirst();
  if (await owned('lemlist_contacts')) return { ...none, contact_id: id };
  if (await owned('lemlist_companies')) return { ...none, company_id: id };
  return undefined;
}

async function findLead({ db, teamId }: Scope, id: string): Promise<Subject | undefined> {
  const lead = await db
    .selectFrom('lemlist_leads')
    .select(['id as lead_id', 'contact_id', 'campaign_id'])
    .where('team_id', '=', teamId)
    .where('id', '=', id)
    .executeTakeFirst();
  return lead && { ...lead, company_id: null };
}
