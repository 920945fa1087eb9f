import { sql, type Kysely } from 'kysely';

/** Saved views, and the orders of Pending. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table views (
    workspace_id int not null,
    id uuid not null,
    owner text,
    name text not null,
    filter text not null,
    shared boolean not null,
    position int not null,
    created_at timestamptz(3) not null,
    primary key (workspace_id, id)
  )`.execute(db);
  await sql`create index views_owner on views (workspace_id, lower(owner), position)`.execute(db);
  // The letters of names are told apart by this table alone, as in the browser, whatever language a database speaks.
  await sql`alter table tasks add column priority_sort smallint not null generated always as (
    case priority when 'urgent' then 0 when 'high' then 1 when 'medium' then 2 when 'low' then 3 else 4 end
  ) stored,
  add column person_sort text not null collate "C" generated always as (
    case when coalesce(person_name, '') = '' then '1' else '0' || translate(
      left(person_name, 60),
      'ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅàáâãäåÇçÈÉÊËèéêëÌÍÎÏìíîïÑñÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÝýÿŚśŠšŻżŹźŽžŁłĆćČčŃńĘęĄą',
      'abcdefghijklmnopqrstuvwxyzaaaaaaaaaaaacceeeeeeeeiiiiiiiinnoooooooooooouuuuuuuuyyysssszzzzzzllccccnneeaa'
    ) end
  ) stored`.execute(db);
  await sql`create index tasks_by_priority on tasks (workspace_id, priority_sort, due_sort, id)
    where status = 'pending' and not gone`.execute(db);
  await sql`create index tasks_by_person on tasks (workspace_id, person_sort, due_sort, id)
    where status = 'pending' and not gone`.execute(db);
  await sql`create index tasks_by_age on tasks (workspace_id, created_at desc, id desc)
    where status = 'pending' and not gone`.execute(db);
}
