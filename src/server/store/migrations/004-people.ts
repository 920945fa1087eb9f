import { sql, type Kysely } from 'kysely';

/** What tells that tasks of several vendors are about the same human. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tasks add column person_keys text[] not null default '{}'`.execute(db);
  await sql`create index tasks_person on tasks using gin (person_keys) where not gone`.execute(db);
}
