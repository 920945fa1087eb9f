import { sql, type Kysely } from 'kysely';

/**
 * Each card of a page asks for the others of its person. What an index of this kind only notes down at first is read
 * through by each question, so while many tasks come in it is to take them in at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter index tasks_person set (fastupdate = off)`.execute(db);
  await sql`select gin_clean_pending_list('tasks_person')`.execute(db);
}
