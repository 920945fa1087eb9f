import { keyHash } from '../account/key-hash';
import { makeShelf, type Shelf } from '../account/shelf';
import { type AnyDatabase, sandboxTables } from '../database';
import { type RandomId, randomId as vendorLikeId } from '../random-id';
import { RATE_LIMIT } from './gate/rate-limit';
import {
  type NewActivity,
  type NewCampaign,
  type NewCompany,
  type NewContact,
  type NewLead,
  type NewTask,
  type NewUser,
  toRow,
} from './team-rows';

export type LemlistTeam = {
  id: string;
  users: Shelf<NewUser>;
  companies: Shelf<NewCompany>;
  contacts: Shelf<NewContact>;
  campaigns: Shelf<NewCampaign>;
  leads: Shelf<NewLead>;
  tasks: Shelf<NewTask>;
  activities: Shelf<NewActivity>;
};

/**
 * Makes a team with its own key, so that whoever uses it is alone with its rows; needs the tables that `createSandbox` makes.
 * `rateLimit` is in calls per two seconds (20 as documented). Throws when the key is taken.
 */
export async function createLemlistTeam(
  db: AnyDatabase,
  options: {
    key: string;
    now: Date;
    id?: string;
    name?: string;
    rateLimit?: number;
    randomId?: RandomId;
  },
): Promise<LemlistTeam> {
  const { now, randomId = vendorLikeId } = options;
  const id = options.id ?? randomId('tea');
  const tables = sandboxTables(db);
  await tables
    .insertInto('lemlist_teams')
    .values({
      id,
      key_hash: keyHash(options.key),
      name: options.name ?? 'A team',
      rate_limit: options.rateLimit ?? RATE_LIMIT,
      created_at: now,
    })
    .execute();

  function shelf<Input extends { id?: string | undefined }, Row>(
    prefix: string,
    rowOf: (input: Input, now: Date) => Row,
    insert: (rows: (Row & { team_id: string; id: string })[]) => { execute(): Promise<unknown> },
  ): Shelf<Input> {
    return makeShelf(
      () => randomId(prefix),
      (input: Input) => ({ ...rowOf(input, now), team_id: id }),
      insert,
    );
  }

  return {
    id,
    users: shelf('usr', toRow.user, (rows) => tables.insertInto('lemlist_users').values(rows)),
    companies: shelf('cpn', toRow.company, (rows) => tables.insertInto('lemlist_companies').values(rows)),
    contacts: shelf('ctc', toRow.contact, (rows) => tables.insertInto('lemlist_contacts').values(rows)),
    campaigns: shelf('cam', toRow.campaign, (rows) => tables.insertInto('lemlist_campaigns').values(rows)),
    leads: shelf('lea', toRow.lead, (rows) => tables.insertInto('lemlist_leads').values(rows)),
    tasks: shelf('opp', toRow.task, (rows) => tables.insertInto('lemlist_tasks').values(rows)),
    activities: shelf('act', toRow.activity, (rows) => tables.insertInto('lemlist_activities').values(rows)),
  };
}
