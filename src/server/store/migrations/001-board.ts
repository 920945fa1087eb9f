import { sql, type Kysely } from 'kysely';

/** The first tables. Every key begins with the workspace, so that the tables can be spread by it without a change of SQL. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create extension if not exists pg_trgm`.execute(db);
  await connections(db);
  await tasks(db);
  await commands(db);
}

async function connections(db: Kysely<unknown>): Promise<void> {
  await sql`create table connections (
    workspace_id int not null,
    id uuid not null,
    vendor text not null,
    label text not null,
    sandbox boolean not null,
    key_sealed bytea not null,
    me text,
    members jsonb not null default '[]',
    campaigns jsonb not null default '[]',
    trouble jsonb,
    team_at timestamptz(3),
    last_sync_at timestamptz(3),
    next_pull_at timestamptz(3) not null,
    pull_owner uuid,
    pull_until timestamptz(3),
    deliver_owner uuid,
    deliver_until timestamptz(3),
    removed_at timestamptz(3),
    created_at timestamptz(3) not null,
    primary key (workspace_id, id)
  )`.execute(db);
  await sql`create table budgets (
    workspace_id int not null,
    connection_id uuid not null,
    calls timestamptz(3)[] not null default '{}',
    blocked_until timestamptz(3),
    primary key (workspace_id, connection_id),
    foreign key (workspace_id, connection_id) references connections on delete cascade
  )`.execute(db);
  await sql`create table records (
    workspace_id int not null,
    connection_id uuid not null,
    kind text not null,
    vendor_id text not null,
    name text not null,
    person jsonb not null,
    looked_up_at timestamptz(3) not null,
    primary key (workspace_id, connection_id, kind, vendor_id),
    foreign key (workspace_id, connection_id) references connections on delete cascade
  )`.execute(db);
}

async function tasks(db: Kysely<unknown>): Promise<void> {
  await sql`create table tasks (
    workspace_id int not null,
    id uuid not null,
    connection_id uuid not null,
    vendor text not null,
    vendor_task_id text,
    status text not null check (status in ('pending', 'completed', 'ignored')),
    channel text not null,
    vendor_type text not null,
    title text not null,
    text text not null,
    priority text not null,
    due_date date,
    due_at timestamptz(3),
    due_sort timestamptz(3) not null,
    assignee_id text,
    campaign_id text,
    campaign_state text,
    parents jsonb not null,
    person_name text,
    person_company text,
    person_job_title text,
    person_email text,
    person_phone text,
    person_linkedin text,
    media jsonb not null,
    outbound boolean not null,
    closed_elsewhere boolean not null default false,
    created_at timestamptz(3) not null,
    closed_at timestamptz(3),
    gone boolean not null default false,
    version int not null default 1,
    changed_in xid8 not null default pg_current_xact_id(),
    settled_in xid8,
    search text not null generated always as (
      title || ' ' || coalesce(person_name, '') || ' ' || coalesce(person_company, '') || ' ' || coalesce(person_email, '')
    ) stored,
    primary key (workspace_id, id),
    foreign key (workspace_id, connection_id) references connections on delete cascade,
    check (due_date is null or due_at is null)
  )`.execute(db);
  await sql`create unique index tasks_vendor_id on tasks (workspace_id, connection_id, vendor_task_id)`.execute(
    db,
  );
  await sql`create index tasks_pending on tasks
    (workspace_id, due_sort, id, assignee_id, channel, priority, campaign_id, connection_id)
    where status = 'pending' and not gone`.execute(db);
  await sql`create index tasks_closed on tasks
    (workspace_id, status, closed_at desc, id desc, assignee_id, channel, priority, campaign_id, connection_id)
    where status <> 'pending' and not gone`.execute(db);
  await sql`create index tasks_changed on tasks (workspace_id, changed_in)`.execute(db);
  await sql`create index tasks_search on tasks using gin (search gin_trgm_ops)`.execute(db);
}

async function commands(db: Kysely<unknown>): Promise<void> {
  await sql`create table commands (
    workspace_id int not null,
    id uuid not null,
    task_id uuid not null,
    connection_id uuid not null,
    seq bigint generated always as identity,
    kind text not null,
    state text not null check (state in ('held', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
    payload jsonb not null,
    before jsonb not null,
    after jsonb not null,
    actor text not null,
    hold_until timestamptz(3) not null,
    run_at timestamptz(3) not null,
    claimed_until timestamptz(3),
    attempts int not null default 0,
    failure jsonb,
    uncertain_in xid8,
    created_at timestamptz(3) not null,
    settled_at timestamptz(3),
    primary key (workspace_id, id, task_id),
    foreign key (workspace_id, task_id) references tasks on delete cascade
  )`.execute(db);
  await sql`create index commands_open on commands (workspace_id, connection_id, run_at, seq)
    where state in ('held', 'sending', 'uncertain')`.execute(db);
  await sql`create index commands_task on commands (workspace_id, task_id, seq)`.execute(db);
}
