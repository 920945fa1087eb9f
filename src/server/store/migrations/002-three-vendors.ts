import { sql, type Kysely } from 'kysely';

/** What the second and third vendor brought: begun tasks, statuses of the board alone, plans and calls counted by the day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table tasks
    add column progress boolean not null default false,
    add column board_only boolean not null default false`.execute(db);
  await sql`alter table connections add column plan text`.execute(db);
  await sql`alter table budgets add column day date, add column day_calls int not null default 0`.execute(db);
}
