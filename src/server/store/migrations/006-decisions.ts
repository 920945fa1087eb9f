import { sql, type Kysely } from 'kysely';

/** What ended a command, and what a rep said where the vendor's list could not tell. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commands
    add column doubt text,
    add column settled_by text,
    add column decision jsonb`.execute(db);
}
