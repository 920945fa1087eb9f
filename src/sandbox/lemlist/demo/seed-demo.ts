import { seedOnce } from '../../account/seed-once';
import { type AnyDatabase, sandboxTables } from '../../database';
import { type Dice, makeDice } from '../../demo/dice';
import { dueAround } from '../../demo/due-around';
import { demoCompanies, demoPeople } from '../../demo/people';
import { reps } from '../../demo/reps';
import { idsFrom } from '../../random-id';
import { findTeam } from '../gate/authenticate';
import { createLemlistTeam, type LemlistTeam } from '../team';
import { DEMO_KEY } from './demo-key';
import { campaigns, leadStates } from './team-data';
import { type DemoContact, type DemoLead, demoTask, type DemoWorld } from './work';

const SEED = 4400;
const PEOPLE = 400;
const LEADS = 320;
const PENDING_TASKS = 600;
const DONE_TASKS = 80;
const DAY = 86_400_000;

/** Makes the demo team around `now` unless it exists. */
export async function seedLemlistDemo(db: AnyDatabase, now: Date): Promise<void> {
  const isThere = async () => (await findTeam(sandboxTables(db), DEMO_KEY)) !== undefined;
  await seedOnce(db, isThere, (trx) => seedTeam(trx, now));
}

async function seedTeam(db: AnyDatabase, now: Date): Promise<void> {
  const dice = makeDice(SEED);
  const randomId = idsFrom((bound) => dice.between(0, bound - 1));
  const team = await createLemlistTeam(db, { key: DEMO_KEY, now, name: 'Outboard demo', randomId });
  const repIds = await team.users.addAll(
    reps.map(([name, address, role]) => ({
      name,
      email: `${address}@outboard-demo.example`,
      role,
      linkedinUrl: `https://www.linkedin.com/in/demo-rep-${address}`,
    })),
  );
  const companies = demoCompanies().map((company) => ({ ...company, id: randomId('cpn') }));
  await team.companies.addAll(companies);
  const companyIds = new Map(companies.map(({ domain, id }) => [domain, id]));
  const people = demoPeople(PEOPLE).map((person) => ({ ...person, id: randomId('ctc') }));
  await team.contacts.addAll(
    people.map((person) => ({
      ...person,
      companyId: companyIds.get(person.company.domain),
      ownerId: dice.pick(repIds),
    })),
  );
  const leads = await addLeads(team, dice, people, await addCampaigns(team, dice, repIds, now));
  const world: DemoWorld = { repIds, people, companies, leads };
  await team.tasks.addAll(
    Array.from({ length: PENDING_TASKS }, () => demoTask(dice, world, dueAround(dice, now), now)),
  );
  await addHistory(team, dice, world, now);
}

async function addCampaigns(team: LemlistTeam, dice: Dice, repIds: string[], now: Date) {
  return team.campaigns.addAll(
    campaigns.map(({ name, status, age }) => ({
      name,
      status,
      createdAt: new Date(now.getTime() - age * DAY),
      creatorId: dice.pick(repIds),
      senderIds: [...new Set([dice.pick(repIds), dice.pick(repIds), dice.pick(repIds)])],
    })),
  );
}

async function addLeads(
  team: LemlistTeam,
  dice: Dice,
  people: DemoContact[],
  campaignIds: string[],
): Promise<DemoLead[]> {
  const shares = campaigns.map(({ share }, index) => [campaignIds[index] ?? '', share] as const);
  const drawn = people.slice(0, LEADS).map((person) => ({
    person,
    contactId: person.id,
    campaignId: dice.weigh(shares),
    state: dice.pick(leadStates),
  }));
  const ids = await team.leads.addAll(drawn);
  return drawn.map(({ person, campaignId }, index) => ({
    id: ids[index] ?? '',
    campaignId,
    person,
  }));
}

/** Tasks that were ticked off in the last two weeks, and the activities that tell of it. */
async function addHistory(team: LemlistTeam, dice: Dice, world: DemoWorld, now: Date): Promise<void> {
  const done = Array.from({ length: DONE_TASKS }, () => {
    const completedAt = new Date(now.getTime() - dice.between(60, 14 * 24 * 60) * 60_000);
    const task = demoTask(
      dice,
      world,
      new Date(completedAt.getTime() - dice.between(0, 48) * 3_600_000),
      now,
    );
    return { ...task, status: 'completed' as const, completedAt };
  });
  await team.tasks.addAll(done);
  await team.activities.addAll(
    done.map(({ leadId, campaignId, contactId, userId, completedAt }) => ({
      leadId,
      campaignId,
      contactId,
      userId,
      createdAt: completedAt,
    })),
  );
}
