import { type Migration, sql } from 'kysely';

import type { CallOutcome, Priority, TaskType } from './vocabulary';

type Owned = { team_id: string; id: string };

export type TaskRow = Owned & {
  type: TaskType;
  note: string | null;
  priority: Priority | null;
  /** YYYY-MM-DD, as text so that no time zone can touch it. */
  due_date: string;
  state: 'open' | 'completed' | 'skipped';
  snoozed_until: Date | null;
  call_outcome: CallOutcome | null;
  prospect_id: string;
  sequence_id: string | null;
  assignee_id: string | null;
  created_at: Date;
  completed_at: Date | null;
  skipped_at: Date | null;
};

export type BulkActionRow = Owned & {
  action: 'skip' | 'snooze';
  task_ids: string[];
  snooze_until: Date | null;
  created_at: Date;
  /** When it has run, or will have. */
  runs_at: Date;
  has_run: boolean;
  completed: number;
};

export type SaleshandyTables = {
  saleshandy_teams: {
    id: string;
    key_hash: string;
    name: string;
    rate_limit: number;
    created_at: Date;
  };
  saleshandy_users: Owned & { name: string; email: string; role: string };
  saleshandy_prospects: Owned & {
    first_name: string;
    last_name: string;
    email: string;
    company: string;
    phone: string;
    job_title: string;
    linkedin: string;
    verification_status: string;
    outcome: string | null;
    custom_fields: Record<string, string>;
    owner_id: string | null;
    created_at: Date;
  };
  saleshandy_sequences: Owned & { name: string; status: string; created_at: Date };
  saleshandy_tasks: TaskRow;
  saleshandy_bulk_actions: BulkActionRow;
};

const owned = sql`team_id text not null references sandbox.saleshandy_teams on delete cascade, id text not null, primary key (team_id, id)`;
const belongsTo = (column: string, table: string) =>
  sql`foreign key (team_id, ${sql.ref(column)}) references ${sql.table(`sandbox.${table}`)}`;

const statements = [
  sql`create table sandbox.saleshandy_teams (
    id text primary key, key_hash text not null unique, name text not null,
    rate_limit integer not null, created_at timestamptz(3) not null)`,
  sql`create table sandbox.saleshandy_users (${owned}, name text not null, email text not null, role text not null)`,
  sql`create table sandbox.saleshandy_prospects (${owned},
    first_name text not null, last_name text not null, email text not null, company text not null, phone text not null,
    job_title text not null, linkedin text not null, verification_status text not null, outcome text,
    custom_fields jsonb not null, owner_id text, created_at timestamptz(3) not null,
    ${belongsTo('owner_id', 'saleshandy_users')})`,
  sql`create table sandbox.saleshandy_sequences (${owned},
    name text not null, status text not null, created_at timestamptz(3) not null)`,
  sql`create table sandbox.saleshandy_tasks (${owned},
    type text not null, note text, priority text, due_date text not null check (due_date ~ '^\\d{4}-\\d\\d-\\d\\d$'),
    state text not null, snoozed_until timestamptz(3), call_outcome text,
    prospect_id text not null, sequence_id text, assignee_id text,
    created_at timestamptz(3) not null, completed_at timestamptz(3), skipped_at timestamptz(3),
    ${belongsTo('prospect_id', 'saleshandy_prospects')}, ${belongsTo('sequence_id', 'saleshandy_sequences')},
    ${belongsTo('assignee_id', 'saleshandy_users')})`,
  sql`create index saleshandy_tasks_by_due on sandbox.saleshandy_tasks (team_id, due_date, created_at, id)`,
  sql`create table sandbox.saleshandy_bulk_actions (${owned},
    action text not null, task_ids text[] not null, snooze_until timestamptz(3), created_at timestamptz(3) not null,
    runs_at timestamptz(3) not null, has_run boolean not null, completed integer not null)`,
  sql`create index saleshandy_bulk_actions_to_run on sandbox.saleshandy_bulk_actions (team_id, runs_at) where not has_run`,
];

export const saleshandyMigration: Migration = {
  async up(db) {
    for (const statement of statements) await statement.execute(db);
  },
};
