import { sql, type Kysely } from 'kysely';

/** Who took a command back, who tried to when it was too late, and what the vendor refused before it was tried again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commands
    add column undone_by text,
    add column late_undo jsonb,
    add column refusals jsonb not null default '[]'`.execute(db);
}
