import { seedOnce } from '../../account/seed-once';
import { type AnyDatabase, sandboxTables } from '../../database';
import { makeDice } from '../../demo/dice';
import { findWorkspace } from '../gate/authenticate';
import { leadlexIdsFrom } from '../ids';
import { createLeadlexWorkspace } from '../workspace';
import { DEMO_KEY } from './demo-key';
import { members } from './firm-data';
import { firmCompanies, firmContacts, firmDeals, firmEvents } from './records';
import { demoTask } from './work';

const SEED = 4402;
/** How many tasks there are of each status. */
const tasks = { open: 138, in_progress: 32, completed: 30 } as const;

/** Makes the demo firm around `now` unless it exists. */
export async function seedLeadlexDemo(db: AnyDatabase, now: Date): Promise<void> {
  const isThere = async () => (await findWorkspace(sandboxTables(db), DEMO_KEY)) !== undefined;
  await seedOnce(db, isThere, (trx) => seedFirm(trx, now));
}

async function seedFirm(db: AnyDatabase, now: Date): Promise<void> {
  const dice = makeDice(SEED);
  const ids = leadlexIdsFrom((bound) => dice.between(0, bound - 1));
  const firm = await createLeadlexWorkspace(db, { key: DEMO_KEY, now, name: 'Outboard demo firm', ids });
  const userIds = await firm.users.addAll(
    members.map(([fullName, address]) => ({ fullName, email: `${address}@outboard-demo-law.example` })),
  );
  const companies = firmCompanies(dice, ids, now);
  await firm.companies.addAll(companies);
  const contacts = firmContacts(dice, ids, companies, now);
  await firm.contacts.addAll(contacts);
  const deals = firmDeals(dice, ids, { contacts, companies, userIds }, now);
  await firm.deals.addAll(deals);
  const events = firmEvents(dice, ids, now);
  await firm.events.addAll(events);
  const world = { userIds, contacts, companies, deals, events };
  for (const status of ['open', 'in_progress', 'completed'] as const) {
    await firm.tasks.addAll(Array.from({ length: tasks[status] }, () => demoTask(dice, world, status, now)));
  }
}
