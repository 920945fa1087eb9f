import { type AnyDatabase, sandboxTables } from '../../database';
import { idsFrom } from '../../random-id';
import { findTeam } from '../gate/authenticate';
import { createLemlistTeam, type LemlistTeam } from '../team';
import { DEMO_KEY } from './demo-key';
import { type Dice, makeDice } from './dice';
import { demoCompanies, type DemoPerson, demoPeople } from './people';
import { campaigns, leadStates, reps } from './team-data';
import { type DemoLead, demoTask, type DemoWorld } from './work';

const SEED = 4400;
const PEOPLE = 400;
const LEADS = 320;
const PENDING_TASKS = 600;
const DONE_TASKS = 80;
const DAY = 86_400_000;

/** Makes the demo team around `now` unless it exists; all of it or nothing, also when two processes try at once. */
export async function seedLemlistDemo(db: AnyDatabase, now: Date): Promise<void> {
  if (await findTeam(sandboxTables(db), DEMO_KEY)) return;
  await db
    .transaction()
    .execute((trx) => seedTeam(trx, now))
    .catch(async (error: unknown) => {
      // Another process was faster.
      if (!(await findTeam(sandboxTables(db), DEMO_KEY))) throw error;
    });
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
  const companies = demoCompanies(randomId);
  await team.companies.addAll(companies);
  const people = demoPeople(dice, randomId, companies, PEOPLE);
  await team.contacts.addAll(people.map((person) => ({ ...person, ownerId: dice.pick(repIds) })));
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
  people: DemoPerson[],
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

/** A quarter of an hour in the working day: some late, a good many today, most in the next days. */
function dueAround(dice: Dice, now: Date): Date {
  const days = dice.weigh([
    [dice.between(-14, -1), 20],
    [0, 18],
    [1, 12],
    [dice.between(2, 7), 28],
    [dice.between(8, 45), 22],
  ]);
  const due = new Date(now.getTime() + days * DAY);
  due.setUTCHours(dice.between(7, 17), dice.pick([0, 15, 30, 45]), 0, 0);
  return due;
}
