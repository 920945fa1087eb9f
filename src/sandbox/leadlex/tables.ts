import { type Migration, sql } from 'kysely';

import type { Plan } from './gate/plans';

export const taskStatuses = ['open', 'in_progress', 'completed'] as const;
export type TaskStatus = (typeof taskStatuses)[number];
export const priorities = ['low', 'medium', 'high'] as const;
export type Priority = (typeof priorities)[number];

type Owned = { workspace_id: string; id: string };

export type TaskRow = Owned & {
  title: string;
  description: string | null;
  status: TaskStatus;
  priority: Priority | null;
  task_type: string | null;
  /** As it was given: a date or a date and time. */
  due_date: string | null;
  assignee_id: string | null;
  contact_id: string | null;
  company_id: string | null;
  deal_id: string | null;
  event_id: string | null;
  /** The text to answer; `created_at` is the same moment, to sort by. */
  created_date: string;
  created_at: Date;
};

export type LeadlexTables = {
  leadlex_workspaces: {
    id: string;
    key_hash: string;
    name: string;
    plan: Plan;
    permissions: string[];
    created_at: Date;
  };
  /** Calls of the day that UTC has; one row for each workspace. */
  leadlex_day_counts: { workspace_id: string; day: string; calls: number };
  leadlex_users: Owned & { full_name: string; email: string };
  leadlex_companies: Owned & { name: string; domain: string; industry: string; created_at: Date };
  leadlex_contacts: Owned & {
    first_name: string;
    last_name: string;
    full_name: string;
    email: string;
    phone: string;
    job_title: string;
    linkedin_url: string;
    company_id: string | null;
    list_ids: string[];
    created_at: Date;
  };
  leadlex_deals: Owned & {
    title: string;
    status: string;
    pipeline: string;
    stage: string;
    value: number;
    contact_id: string | null;
    company_id: string | null;
    owner_user_id: string | null;
    tags: string[];
    created_at: Date;
  };
  leadlex_events: Owned & { title: string; location: string; starts_at: Date; ends_at: Date };
  leadlex_tasks: TaskRow;
};

const owned = sql`workspace_id text not null references sandbox.leadlex_workspaces on delete cascade,
  id text not null, primary key (workspace_id, id)`;
const belongsTo = (column: string, table: string) =>
  sql`foreign key (workspace_id, ${sql.ref(column)}) references ${sql.table(`sandbox.${table}`)}`;

const statements = [
  sql`create table sandbox.leadlex_workspaces (
    id text primary key, key_hash text not null unique, name text not null, plan text not null,
    permissions text[] not null, created_at timestamptz(3) not null)`,
  sql`create table sandbox.leadlex_day_counts (
    workspace_id text primary key references sandbox.leadlex_workspaces on delete cascade,
    day text not null, calls integer not null)`,
  sql`create table sandbox.leadlex_users (${owned}, full_name text not null, email text not null)`,
  sql`create table sandbox.leadlex_companies (${owned},
    name text not null, domain text not null, industry text not null, created_at timestamptz(3) not null)`,
  sql`create table sandbox.leadlex_contacts (${owned},
    first_name text not null, last_name text not null, full_name text not null, email text not null, phone text not null,
    job_title text not null, linkedin_url text not null, company_id text, list_ids text[] not null,
    created_at timestamptz(3) not null, ${belongsTo('company_id', 'leadlex_companies')})`,
  sql`create table sandbox.leadlex_deals (${owned},
    title text not null, status text not null, pipeline text not null, stage text not null, value integer not null,
    contact_id text, company_id text, owner_user_id text, tags text[] not null, created_at timestamptz(3) not null,
    ${belongsTo('contact_id', 'leadlex_contacts')}, ${belongsTo('company_id', 'leadlex_companies')},
    ${belongsTo('owner_user_id', 'leadlex_users')})`,
  sql`create table sandbox.leadlex_events (${owned},
    title text not null, location text not null, starts_at timestamptz(3) not null, ends_at timestamptz(3) not null)`,
  sql`create table sandbox.leadlex_tasks (${owned},
    title text not null, description text, status text not null, priority text, task_type text, due_date text,
    assignee_id text, contact_id text, company_id text, deal_id text, event_id text,
    created_date text not null, created_at timestamptz(3) not null,
    ${belongsTo('assignee_id', 'leadlex_users')}, ${belongsTo('contact_id', 'leadlex_contacts')},
    ${belongsTo('company_id', 'leadlex_companies')}, ${belongsTo('deal_id', 'leadlex_deals')},
    ${belongsTo('event_id', 'leadlex_events')})`,
  sql`create index leadlex_tasks_by_time on sandbox.leadlex_tasks (workspace_id, created_at, id)`,
  sql`create index leadlex_tasks_by_contact on sandbox.leadlex_tasks (workspace_id, contact_id)`,
];

export const leadlexMigration: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};
