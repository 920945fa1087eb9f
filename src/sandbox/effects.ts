import { type Generated, type Kysely, type Migration, sql } from 'kysely';

type EffectTable = {
  id: Generated<string>;
  vendor: string;
  account: string;
  task: string;
  kind: 'made' | 'changed' | 'repeated' | 'removed';
  changes: Record<string, unknown>;
};
export type EffectTables = { effects: EffectTable };

/**
 * One thing that happened to a task at the vendor, whoever asked for it. `changes` holds the columns that got another value, all
 * of them for a task that was made; `repeated` wrote what stood there already.
 */
export type Effect = Pick<EffectTable, 'task' | 'kind' | 'changes'> & { id: string };

const watched = [
  { vendor: 'lemlist', account: 'team_id' },
  { vendor: 'saleshandy', account: 'team_id' },
  { vendor: 'leadlex', account: 'workspace_id' },
];

/** A trigger counts in the very transaction of the change, so that neither can be kept or lost without the other. */
export const effectMigration: Migration = {
  async up(db) {
    await sql`
      create table sandbox.effects (
        id bigint generated always as identity primary key,
        vendor text not null,
        account text not null,
        task text not null,
        kind text not null,
        changes jsonb not null
      )`.execute(db);
    await sql`create index effects_by_account on sandbox.effects (vendor, account, id)`.execute(db);
    await sql`
      create function sandbox.note_effect() returns trigger language plpgsql as $$
      declare
        was jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
        becomes jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
        changes jsonb := coalesce(
          (select jsonb_object_agg(key, value) from jsonb_each(becomes) where was -> key is distinct from value), '{}');
      begin
        insert into sandbox.effects (vendor, account, task, kind, changes) values (
          tg_argv[0], (becomes || was) ->> tg_argv[1], (becomes || was) ->> 'id',
          case when tg_op = 'INSERT' then 'made' when tg_op = 'DELETE' then 'removed'
            when changes = '{}' then 'repeated' else 'changed' end,
          changes);
        return null;
      end $$`.execute(db);
    for (const { vendor, account } of watched) {
      await sql`
        create trigger note_effect after insert or update or delete on sandbox.${sql.ref(`${vendor}_tasks`)}
        for each row execute function sandbox.note_effect(${sql.lit(vendor)}, ${sql.lit(account)})`.execute(
        db,
      );
    }
  },
};

/** Everything that happened to the tasks of an account, oldest first. */
export function listEffects(db: Kysely<EffectTables>, vendor: string, account: string): Promise<Effect[]> {
  return db
    .selectFrom('effects')
    .select(['id', 'task', 'kind', 'changes'])
    .where('vendor', '=', vendor)
    .where('account', '=', account)
    .orderBy('id')
    .execute();
}
