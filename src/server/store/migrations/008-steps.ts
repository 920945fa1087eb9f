import { sql, type Kysely } from 'kysely';

/** Commands that a rep gave in one go, and what tells a rep's newest ones without reading the others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table commands add column batch uuid`.execute(db);
  await sql`create index commands_batch on commands (workspace_id, batch) where batch is not null`.execute(
    db,
  );
  await sql`create index commands_actor on commands (workspace_id, actor, seq desc) include (id, batch)`.execute(
    db,
  );
}
