import type { Given } from '../account/shelf';
import type { CampaignState, LemlistTables, TaskType } from './tables';

type Row<Name extends keyof LemlistTables> = Omit<LemlistTables[Name], 'id' | 'team_id'>;

export type NewUser = Given<{ name: string; email: string; role: string; linkedinUrl: string }>;
export type NewCompany = Given<{ name: string; domain: string }>;
export type NewContact = Given<{
  firstName: string;
  lastName: string;
  fullName: string;
  email: string;
  phone: string;
  jobTitle: string;
  linkedinUrl: string;
  companyId: string;
  ownerId: string;
  unsubscribed: boolean;
}>;
export type NewCampaign = Given<{
  name: string;
  status: CampaignState;
  creatorId: string;
  senderIds: string[];
  createdAt: Date;
}>;
export type NewLead = Given<{ state: string }> & { contactId: string; campaignId: string };
export type NewTask = Given<{
  type: TaskType;
  title: string;
  content: string;
  priority: 0 | 1 | 2;
  contactId: string;
  companyId: string;
  leadId: string;
  campaignId: string;
  dueDate: Date;
  status: 'pending' | 'completed' | 'ignored';
  images: string[];
  videos: string[];
  createdAt: Date;
  completedAt: Date;
}> & { userId: string };
export type NewActivity = Given<{
  type: string;
  leadId: string;
  campaignId: string;
  contactId: string;
  userId: string;
  createdAt: Date;
}>;

/** Turns what a builder was given into rows; what is left out takes a plain value, times take `now`. */
export const toRow = {
  user: ({
    name = 'Ada Rep',
    email = 'ada@team.example',
    role = 'user',
    linkedinUrl = '',
  }: NewUser): Row<'lemlist_users'> => ({
    name,
    email,
    role,
    linkedin_url: linkedinUrl,
  }),
  company: ({ name = 'Company', domain = 'company.example' }: NewCompany): Row<'lemlist_companies'> => ({
    name,
    domain,
  }),
  contact: ({ firstName = 'John', lastName = 'Doe', ...rest }: NewContact): Row<'lemlist_contacts'> => ({
    first_name: firstName,
    last_name: lastName,
    full_name: rest.fullName ?? `${firstName} ${lastName}`,
    email: rest.email ?? '',
    phone: rest.phone ?? '',
    job_title: rest.jobTitle ?? '',
    linkedin_url: rest.linkedinUrl ?? '',
    company_id: rest.companyId ?? null,
    owner_id: rest.ownerId ?? null,
    unsubscribed: rest.unsubscribed ?? false,
  }),
  campaign: (input: NewCampaign, now: Date): Row<'lemlist_campaigns'> => ({
    name: input.name ?? 'Campaign',
    status: input.status ?? 'running',
    creator_id: input.creatorId ?? null,
    sender_ids: input.senderIds ?? [],
    created_at: input.createdAt ?? now,
  }),
  lead: ({ contactId, campaignId, state = 'inProgress' }: NewLead): Row<'lemlist_leads'> => ({
    contact_id: contactId,
    campaign_id: campaignId,
    state,
  }),
  task: (input: NewTask, now: Date): Row<'lemlist_tasks'> => ({
    type: input.type ?? 'manual',
    title: input.title ?? '',
    content: input.content ?? '',
    priority: input.priority ?? null,
    contact_id: input.contactId ?? null,
    company_id: input.companyId ?? null,
    lead_id: input.leadId ?? null,
    campaign_id: input.campaignId ?? null,
    user_id: input.userId,
    due_date: input.dueDate ?? now,
    status: input.status ?? 'pending',
    images: input.images ?? [],
    videos: input.videos ?? [],
    created_at: input.createdAt ?? now,
    completed_at: input.completedAt ?? null,
  }),
  activity: (input: NewActivity, now: Date): Row<'lemlist_activities'> => ({
    type: input.type ?? 'manualDone',
    lead_id: input.leadId ?? null,
    campaign_id: input.campaignId ?? null,
    contact_id: input.contactId ?? null,
    user_id: input.userId ?? null,
    created_at: input.createdAt ?? now,
  }),
};
