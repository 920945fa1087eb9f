import { sql, type Kysely } from 'kysely';

/** Uploaded files, in pieces, so that every server process has them and none holds a whole one in memory. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table media (
    workspace_id int not null,
    id uuid not null,
    token text not null,
    name text not null,
    type text not null,
    size int,
    created_at timestamptz(3) not null,
    used_at timestamptz(3) not null,
    primary key (workspace_id, id),
    unique (workspace_id, token)
  )`.execute(db);
  await sql`create index media_used on media (workspace_id, used_at)`.execute(db);
  await sql`create table media_chunks (
    workspace_id int not null,
    media_id uuid not null,
    seq int not null,
    bytes bytea not null,
    primary key (workspace_id, media_id, seq),
    foreign key (workspace_id, media_id) references media on delete cascade
  )`.execute(db);
  // Images and videos are compressed already.
  await sql`alter table media_chunks alter column bytes set storage external`.execute(db);
  await sql`create table media_uses (
    workspace_id int not null,
    media_id uuid not null,
    command_id uuid not null,
    task_id uuid not null,
    primary key (workspace_id, media_id, command_id, task_id),
    foreign key (workspace_id, media_id) references media on delete cascade
  )`.execute(db);
}
