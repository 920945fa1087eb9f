import { keyHash } from '../account/key-hash';
import { makeShelf, type Shelf } from '../account/shelf';
import { type AnyDatabase, sandboxTables } from '../database';
import { type Permission, permissions } from './gate/permissions';
import type { Plan } from './gate/plans';
import { type LeadlexIds, leadlexIds } from './ids';
import {
  type NewCompany,
  type NewContact,
  type NewDeal,
  type NewEvent,
  type NewTask,
  type NewUser,
  toRow,
} from './workspace-rows';

export type LeadlexWorkspace = {
  id: string;
  users: Shelf<NewUser>;
  companies: Shelf<NewCompany>;
  contacts: Shelf<NewContact>;
  deals: Shelf<NewDeal>;
  events: Shelf<NewEvent>;
  tasks: Shelf<NewTask>;
};

/**
 * Makes a workspace with its own key, so that whoever uses it is alone with its rows; needs the tables that `createSandbox`
 * makes. The key must begin with `wbk_` to be let in; it is on the plan `org` and may do everything unless told. Throws when
 * the key is taken.
 */
export async function createLeadlexWorkspace(
  db: AnyDatabase,
  options: {
    key: string;
    now: Date;
    name?: string;
    plan?: Plan;
    permissions?: readonly Permission[];
    ids?: LeadlexIds;
  },
): Promise<LeadlexWorkspace> {
  const { now, ids = leadlexIds } = options;
  const id = ids.uuid();
  const tables = sandboxTables(db);
  await tables
    .insertInto('leadlex_workspaces')
    .values({
      id,
      key_hash: keyHash(options.key),
      name: options.name ?? 'A firm',
      plan: options.plan ?? 'org',
      permissions: [...(options.permissions ?? permissions)],
      created_at: now,
    })
    .execute();

  function shelf<Input extends { id?: string | undefined }, Row>(
    rowOf: (input: Input, now: Date) => Row,
    insert: (rows: (Row & { workspace_id: string; id: string })[]) => { execute(): Promise<unknown> },
    newId = ids.uuid,
  ): Shelf<Input> {
    return makeShelf(newId, (input: Input) => ({ ...rowOf(input, now), workspace_id: id }), insert);
  }

  return {
    id,
    users: shelf(toRow.user, (rows) => tables.insertInto('leadlex_users').values(rows)),
    companies: shelf(toRow.company, (rows) => tables.insertInto('leadlex_companies').values(rows)),
    contacts: shelf(toRow.contact, (rows) => tables.insertInto('leadlex_contacts').values(rows)),
    deals: shelf(toRow.deal, (rows) => tables.insertInto('leadlex_deals').values(rows)),
    events: shelf(toRow.event, (rows) => tables.insertInto('leadlex_events').values(rows), ids.event),
    tasks: shelf(toRow.task, (rows) => tables.insertInto('leadlex_tasks').values(rows)),
  };
}
