import type { Dice } from '../../demo/dice';
import { dueAround } from '../../demo/due-around';
import { fillIn } from '../../demo/fill-in';
import type { DemoPerson } from '../../demo/people';
import type { NewTask } from '../team-rows';
import { type CallOutcome, callOutcomes, channelOfType, type Priority, type TaskType } from '../vocabulary';
import { notesByType } from './task-notes';
import { sequences } from './team-data';

export type DemoProspect = { id: string; ownerId: string; person: DemoPerson };
export type DemoWorld = { repIds: string[]; prospects: DemoProspect[]; sequenceIds: string[] };

const HOUR = 3_600_000;

const typeWeights: readonly (readonly [TaskType, number])[] = [
  ['2', 9],
  ['3', 14],
  ['4', 4],
  ['5', 5],
  ['6', 5],
  ['9', 14],
  ['11', 9],
  ['12', 6],
  ['13', 14],
  ['14', 6],
  ['15', 4],
  ['16', 6],
  ['17', 2],
  ['18', 2],
];

const priorityWeights: readonly (readonly [Priority | undefined, number])[] = [
  [undefined, 30],
  ['1', 8],
  ['2', 20],
  ['3', 27],
  ['4', 15],
];

/** One open task; most come from a sequence, a few are put off. */
export function openTask(dice: Dice, world: DemoWorld, now: Date): NewTask {
  const due = dueAround(dice, now);
  const isPutOff = dice.roll() < 0.04;
  return {
    ...taskFor(dice, world, due, now),
    snoozedUntil: isPutOff ? new Date(now.getTime() + dice.between(4, 120) * HOUR) : undefined,
  };
}

/** One task that was completed or skipped in the last two weeks. */
export function closedTask(dice: Dice, world: DemoWorld, now: Date): NewTask {
  const closedAt = new Date(now.getTime() - dice.between(1, 14 * 24) * HOUR);
  const task = taskFor(dice, world, new Date(closedAt.getTime() - dice.between(0, 48) * HOUR), now);
  if (dice.roll() < 0.25) return { ...task, state: 'skipped', skippedAt: closedAt };
  return { ...task, state: 'completed', completedAt: closedAt, callOutcome: outcomeFor(dice, task.type) };
}

function taskFor(dice: Dice, world: DemoWorld, due: Date, now: Date): NewTask & { type: TaskType } {
  const { id, ownerId, person } = dice.pick(world.prospects);
  const type = dice.weigh(typeWeights);
  const shares = sequences.map(({ share }, index) => [world.sequenceIds[index], share] as const);
  const note = fillIn(dice.pick(notesByType[type]), {
    first: person.firstName,
    company: person.company.name,
    job: person.jobTitle,
  });
  return {
    type,
    note: dice.roll() < 0.9 ? note : undefined,
    priority: dice.weigh(priorityWeights),
    dueDate: due.toISOString().slice(0, 10),
    prospectId: id,
    sequenceId: dice.roll() < 0.7 ? dice.weigh(shares) : undefined,
    assigneeId: dice.roll() < 0.8 ? ownerId : dice.pick(world.repIds),
    createdAt: new Date(Math.min(due.getTime(), now.getTime()) - dice.between(1, 20 * 24) * HOUR),
  };
}

function outcomeFor(dice: Dice, type: TaskType): CallOutcome | undefined {
  return channelOfType[type] === 'call' ? dice.pick(callOutcomes) : undefined;
}
