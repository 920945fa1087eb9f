import type { Given } from '../account/shelf';
import type { LeadlexTables, Priority, TaskStatus } from './tables';

type Row<Name extends keyof LeadlexTables> = Omit<LeadlexTables[Name], 'id' | 'workspace_id'>;

export type NewUser = Given<{ fullName: string; email: string }>;
export type NewCompany = Given<{ name: string; domain: string; industry: string; createdAt: Date }>;
export type NewContact = Given<{
  firstName: string;
  lastName: string;
  fullName: string;
  email: string;
  phone: string;
  jobTitle: string;
  linkedinUrl: string;
  companyId: string;
  listIds: string[];
  createdAt: Date;
}>;
export type NewDeal = Given<{
  title: string;
  status: string;
  pipeline: string;
  stage: string;
  value: number;
  contactId: string;
  companyId: string;
  ownerUserId: string;
  tags: string[];
  createdAt: Date;
}>;
export type NewEvent = Given<{ title: string; location: string; startsAt: Date; endsAt: Date }>;
export type NewTask = Given<{
  title: string;
  description: string;
  status: TaskStatus;
  priority: Priority;
  taskType: string;
  dueDate: string;
  assigneeId: string;
  contactId: string;
  companyId: string;
  dealId: string;
  eventId: string;
  createdDate: string;
}>;

const HOUR = 3_600_000;

/** Turns what a builder was given into rows; what is left out takes a plain value, times take `now`. */
export const toRow = {
  user: (input: NewUser): Row<'leadlex_users'> => ({
    full_name: input.fullName ?? 'Ada Counsel',
    email: input.email ?? 'ada@firm.example',
  }),
  company: (input: NewCompany, now: Date): Row<'leadlex_companies'> => ({
    name: input.name ?? 'Company',
    domain: input.domain ?? 'company.example',
    industry: input.industry ?? '',
    created_at: input.createdAt ?? now,
  }),
  contact: (
    { firstName = 'John', lastName = 'Doe', ...rest }: NewContact,
    now: Date,
  ): Row<'leadlex_contacts'> => ({
    first_name: firstName,
    last_name: lastName,
    full_name: rest.fullName ?? `${firstName} ${lastName}`,
    email: rest.email ?? '',
    phone: rest.phone ?? '',
    job_title: rest.jobTitle ?? '',
    linkedin_url: rest.linkedinUrl ?? '',
    company_id: rest.companyId ?? null,
    list_ids: rest.listIds ?? [],
    created_at: rest.createdAt ?? now,
  }),
  deal: (input: NewDeal, now: Date): Row<'leadlex_deals'> => ({
    title: input.title ?? 'Deal',
    status: input.status ?? 'open',
    pipeline: input.pipeline ?? 'New business',
    stage: input.stage ?? 'Lead',
    value: input.value ?? 0,
    contact_id: input.contactId ?? null,
    company_id: input.companyId ?? null,
    owner_user_id: input.ownerUserId ?? null,
    tags: input.tags ?? [],
    created_at: input.createdAt ?? now,
  }),
  event: ({ startsAt, ...rest }: NewEvent, now: Date): Row<'leadlex_events'> => ({
    title: rest.title ?? 'Event',
    location: rest.location ?? '',
    starts_at: startsAt ?? now,
    ends_at: rest.endsAt ?? new Date((startsAt ?? now).getTime() + HOUR),
  }),
  task: (input: NewTask, now: Date): Row<'leadlex_tasks'> => ({
    title: input.title ?? 'Task',
    description: input.description ?? null,
    status: input.status ?? 'open',
    priority: input.priority ?? null,
    task_type: input.taskType ?? null,
    due_date: input.dueDate ?? null,
    assignee_id: input.assigneeId ?? null,
    contact_id: input.contactId ?? null,
    company_id: input.companyId ?? null,
    deal_id: input.dealId ?? null,
    event_id: input.eventId ?? null,
    created_date: input.createdDate ?? now.toISOString(),
    created_at: input.createdDate === undefined ? now : new Date(input.createdDate),
  }),
};
