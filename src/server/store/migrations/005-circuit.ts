import { sql, type Kysely } from 'kysely';

/** One circuit per connection, in place of a wait per command and of a block beside the budget. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table connections
    add column circuit text not null default 'closed' check (circuit in ('closed', 'open', 'half-open')),
    add column cause jsonb,
    add column failures int not null default 0,
    add column pause_ms int not null default 0,
    add column retry_at timestamptz(3)`.execute(db);
  await sql`alter table budgets drop column blocked_until`.execute(db);
  await sql`update commands set run_at = hold_until where state = 'held'`.execute(db);
}
