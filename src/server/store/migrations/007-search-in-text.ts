import { sql, type Kysely } from 'kysely';

/**
 * The search looks into the text too: where tasks have no title, its beginning stands on the card. Letters beyond the
 * bound are not searched, so that one long message does not fill the index.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tasks drop column search`.execute(db);
  await sql`alter table tasks add column search text not null generated always as (
    title || ' ' || coalesce(person_name, '') || ' ' || coalesce(person_company, '') || ' ' || coalesce(person_email, '')
      || ' ' || left(text, 1000)
  ) stored`.execute(db);
  await sql`create index tasks_search on tasks using gin (search gin_trgm_ops)`.execute(db);
}
