import { sql, type Kysely } from 'kysely';

/** What failed and waits for a rep is few among many, and a filter and a count ask for it alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index commands_failed on commands (workspace_id, task_id) where state = 'failed'`.execute(
    db,
  );
}
