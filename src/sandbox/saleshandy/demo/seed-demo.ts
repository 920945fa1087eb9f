import { seedOnce } from '../../account/seed-once';
import { type AnyDatabase, sandboxTables } from '../../database';
import { type Dice, makeDice } from '../../demo/dice';
import { type DemoPerson, demoPeople } from '../../demo/people';
import { reps } from '../../demo/reps';
import { shortIdsFrom } from '../../random-id';
import { findTeam } from '../gate/authenticate';
import { createSaleshandyTeam, type SaleshandyTeam } from '../team';
import { DEMO_KEY } from './demo-key';
import { prospectOutcomes, sequences } from './team-data';
import { closedTask, type DemoProspect, openTask } from './work';

const SEED = 4401;
const REPS = 8;
const OPEN_TASKS = 300;
const CLOSED_TASKS = 40;
const DAY = 86_400_000;

/** Makes the demo team around `now` unless it exists. */
export async function seedSaleshandyDemo(db: AnyDatabase, now: Date): Promise<void> {
  const isThere = async () => (await findTeam(sandboxTables(db), DEMO_KEY)) !== undefined;
  await seedOnce(db, isThere, (trx) => seedTeam(trx, now));
}

async function seedTeam(db: AnyDatabase, now: Date): Promise<void> {
  const dice = makeDice(SEED);
  const newId = shortIdsFrom((bound) => dice.between(0, bound - 1));
  const team = await createSaleshandyTeam(db, { key: DEMO_KEY, now, name: 'Outboard demo', newId });
  const repIds = await team.users.addAll(
    reps.slice(0, REPS).map(([name, address, role]) => ({
      name,
      email: `${address}@outboard-demo.example`,
      role: role === 'user' ? 'member' : role,
    })),
  );
  const sequenceIds = await team.sequences.addAll(
    sequences.map(({ name, status, age }) => ({
      name,
      status,
      createdAt: new Date(now.getTime() - age * DAY),
    })),
  );
  const world = { repIds, sequenceIds, prospects: await addProspects(team, dice, repIds, now) };
  await team.tasks.addAll(Array.from({ length: OPEN_TASKS }, () => openTask(dice, world, now)));
  await team.tasks.addAll(Array.from({ length: CLOSED_TASKS }, () => closedTask(dice, world, now)));
}

/** 250 people: the first 90 are contacts of the lemlist demo as well (which has the first 400 of all), the others are new. */
function whoIsHere(): { person: DemoPerson; isShared: boolean }[] {
  return demoPeople(560).flatMap((person, index) => {
    const isShared = index < 40 || (index >= 350 && index < 400);
    return isShared || index >= 400 ? [{ person, isShared }] : [];
  });
}

async function addProspects(
  team: SaleshandyTeam,
  dice: Dice,
  repIds: string[],
  now: Date,
): Promise<DemoProspect[]> {
  const drawn = whoIsHere().map(({ person, isShared }, index) => ({
    person,
    firstName: person.firstName,
    lastName: person.lastName,
    // Every fifth shared one is known by a private address here, and meets their other self by phone or LinkedIn only.
    email: isShared && index % 5 === 4 ? person.email.replace(/@.*/, '@mail.example') : person.email,
    company: person.company.name,
    phone: person.phone,
    jobTitle: person.jobTitle,
    linkedin: person.linkedinUrl,
    verificationStatus: dice.weigh([
      ['Valid', 8],
      ['Risky', 1],
      ['Unverified', 1],
    ]),
    outcome: dice.roll() < 0.3 ? dice.pick(prospectOutcomes) : undefined,
    customFields: { Region: person.language.toUpperCase() },
    ownerId: dice.pick(repIds),
    createdAt: new Date(now.getTime() - dice.between(30, 200) * DAY - index * 1000),
  }));
  const ids = await team.prospects.addAll(drawn);
  return drawn.map(({ person, ownerId }, index) => ({ id: ids[index] ?? '', ownerId, person }));
}
