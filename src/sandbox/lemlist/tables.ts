import { type Migration, sql } from 'kysely';

export const campaignStates = ['draft', 'running', 'ended', 'paused', 'errors', 'archived'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const taskTypes = [
  'manual',
  'phone',
  'linkedinInvite',
  'linkedinSend',
  'linkedinVoiceNote',
  'emailsReplied',
  'opportunityReplied',
  'linkedinReplied',
  'opportunityClicked',
  'email',
  'whatsappMessage',
] as const;
export type TaskType = (typeof taskTypes)[number];

type Owned = { team_id: string; id: string };

export type TaskRow = Owned & {
  type: TaskType;
  title: string;
  content: string;
  priority: number | null;
  contact_id: string | null;
  company_id: string | null;
  lead_id: string | null;
  campaign_id: string | null;
  user_id: string;
  due_date: Date;
  status: 'pending' | 'completed' | 'ignored';
  images: string[];
  videos: string[];
  created_at: Date;
  completed_at: Date | null;
};

/** What lemlist keeps of a file that it downloaded; the bytes are not needed here. */
export type KeptFile = {
  kind: 'images' | 'videos';
  position: number;
  /** Where it was downloaded from. */
  url: string;
  name: string;
  /** Bytes. */
  size: number;
  type: string;
  sha256: string;
};

export type LemlistTables = {
  lemlist_teams: {
    id: string;
    key_hash: string;
    name: string;
    rate_limit: number;
    created_at: Date;
  };
  lemlist_users: Owned & { name: string; email: string; role: string; linkedin_url: string };
  lemlist_companies: Owned & { name: string; domain: string };
  lemlist_contacts: Owned & {
    first_name: string;
    last_name: string;
    full_name: string;
    email: string;
    phone: string;
    job_title: string;
    linkedin_url: string;
    company_id: string | null;
    owner_id: string | null;
    unsubscribed: boolean;
  };
  lemlist_campaigns: Owned & {
    name: string;
    status: CampaignState;
    creator_id: string | null;
    sender_ids: string[];
    created_at: Date;
  };
  lemlist_leads: Owned & { contact_id: string; campaign_id: string; state: string };
  lemlist_tasks: TaskRow;
  lemlist_files: KeptFile & { team_id: string; task_id: string };
  lemlist_activities: Owned & {
    type: string;
    lead_id: string | null;
    campaign_id: string | null;
    contact_id: string | null;
    user_id: string | null;
    created_at: Date;
  };
};

const owned = sql`team_id text not null references sandbox.lemlist_teams on delete cascade, id text not null, primary key (team_id, id)`;
const belongsTo = (column: string, table: string) =>
  sql`foreign key (team_id, ${sql.ref(column)}) references ${sql.table(`sandbox.${table}`)}`;

const statements = [
  sql`create table sandbox.lemlist_teams (
    id text primary key, key_hash text not null unique, name text not null,
    rate_limit integer not null, created_at timestamptz(3) not null)`,
  sql`create table sandbox.lemlist_users (${owned},
    name text not null, email text not null, role text not null, linkedin_url text not null)`,
  sql`create table sandbox.lemlist_companies (${owned}, name text not null, domain text not null)`,
  sql`create table sandbox.lemlist_contacts (${owned},
    first_name text not null, last_name text not null, full_name text not null, email text not null, phone text not null,
    job_title text not null, linkedin_url text not null, company_id text, owner_id text, unsubscribed boolean not null,
    ${belongsTo('company_id', 'lemlist_companies')}, ${belongsTo('owner_id', 'lemlist_users')})`,
  sql`create table sandbox.lemlist_campaigns (${owned},
    name text not null, status text not null, creator_id text, sender_ids text[] not null, created_at timestamptz(3) not null,
    ${belongsTo('creator_id', 'lemlist_users')})`,
  sql`create table sandbox.lemlist_leads (${owned},
    contact_id text not null, campaign_id text not null, state text not null,
    ${belongsTo('contact_id', 'lemlist_contacts')}, ${belongsTo('campaign_id', 'lemlist_campaigns')})`,
  sql`create index lemlist_leads_by_contact on sandbox.lemlist_leads (team_id, contact_id)`,
  sql`create table sandbox.lemlist_tasks (${owned},
    type text not null, title text not null, content text not null, priority smallint,
    contact_id text, company_id text, lead_id text, campaign_id text, user_id text not null,
    due_date timestamptz(3) not null, status text not null, images text[] not null, videos text[] not null,
    created_at timestamptz(3) not null, completed_at timestamptz(3),
    ${belongsTo('contact_id', 'lemlist_contacts')}, ${belongsTo('company_id', 'lemlist_companies')},
    ${belongsTo('lead_id', 'lemlist_leads')}, ${belongsTo('campaign_id', 'lemlist_campaigns')},
    ${belongsTo('user_id', 'lemlist_users')})`,
  sql`create index lemlist_tasks_by_due on sandbox.lemlist_tasks (team_id, status, due_date, id)`,
  sql`create table sandbox.lemlist_activities (${owned},
    type text not null, lead_id text, campaign_id text, contact_id text, user_id text, created_at timestamptz(3) not null)`,
  sql`create index lemlist_activities_by_time on sandbox.lemlist_activities (team_id, created_at desc, id)`,
];

export const lemlistMigration: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};

export const lemlistFilesMigration: Migration = {
  async up(db) {
    await sql`create table sandbox.lemlist_files (
      team_id text not null, task_id text not null, kind text not null, position integer not null,
      url text not null, name text not null, size integer not null, type text not null, sha256 text not null,
      primary key (team_id, task_id, kind, position),
      foreign key (team_id, task_id) references sandbox.lemlist_tasks on delete cascade)`.execute(db);
  },
};
