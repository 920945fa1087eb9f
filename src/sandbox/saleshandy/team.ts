import { keyHash } from '../account/key-hash';
import { makeShelf, type Shelf } from '../account/shelf';
import { type AnyDatabase, sandboxTables } from '../database';
import { shortId } from '../random-id';
import { assumed } from './assumptions';
import { type NewProspect, type NewSequence, type NewTask, type NewUser, toRow } from './team-rows';

export type SaleshandyTeam = {
  id: string;
  users: Shelf<NewUser>;
  prospects: Shelf<NewProspect>;
  sequences: Shelf<NewSequence>;
  tasks: Shelf<NewTask>;
};

/**
 * Makes a team with its own key, so that whoever uses it is alone with its rows; needs the tables that `createSandbox` makes.
 * `rateLimit` is in calls per second (20 as assumed). Throws when the key is taken.
 */
export async function createSaleshandyTeam(
  db: AnyDatabase,
  options: {
    key: string;
    now: Date;
    id?: string;
    name?: string;
    rateLimit?: number;
    newId?: () => string;
  },
): Promise<SaleshandyTeam> {
  const { now, newId = shortId } = options;
  const id = options.id ?? newId();
  const tables = sandboxTables(db);
  await tables
    .insertInto('saleshandy_teams')
    .values({
      id,
      key_hash: keyHash(options.key),
      name: options.name ?? 'A team',
      rate_limit: options.rateLimit ?? assumed.rateLimit,
      created_at: now,
    })
    .execute();

  const shelf = <Input extends { id?: string | undefined }, Row>(
    rowOf: (input: Input, now: Date) => Row,
    insert: (rows: (Row & { team_id: string; id: string })[]) => { execute(): Promise<unknown> },
  ) => makeShelf(newId, (input: Input) => ({ ...rowOf(input, now), team_id: id }), insert);

  return {
    id,
    users: shelf(toRow.user, (rows) => tables.insertInto('saleshandy_users').values(rows)),
    prospects: shelf(toRow.prospect, (rows) => tables.insertInto('saleshandy_prospects').values(rows)),
    sequences: shelf(toRow.sequence, (rows) => tables.insertInto('saleshandy_sequences').values(rows)),
    tasks: shelf(toRow.task, (rows) => tables.insertInto('saleshandy_tasks').values(rows)),
  };
}
