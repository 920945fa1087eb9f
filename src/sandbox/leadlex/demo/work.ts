import type { Dice } from '../../demo/dice';
import { dueAround } from '../../demo/due-around';
import { fillIn } from '../../demo/fill-in';
import type { NewCompany, NewContact, NewDeal, NewEvent, NewTask } from '../workspace-rows';
import { taskTexts } from './task-texts';

export type DemoContact = NewContact & { id: string; fullName: string; firstName: string };
export type DemoWorld = {
  userIds: string[];
  contacts: DemoContact[];
  companies: (NewCompany & { id: string; name: string })[];
  deals: (NewDeal & { id: string; title: string })[];
  events: (NewEvent & { id: string; title: string })[];
};

const HOUR = 3_600_000;

/** One task of somebody's day: about a person, a matter, a company or an event; due on a day, at a time, or never. */
export function demoTask(dice: Dice, world: DemoWorld, status: NewTask['status'], now: Date): NewTask {
  const about = dice.weigh([
    ['contact', 58],
    ['deal', 20],
    ['company', 14],
    ['event', 8],
  ] as const);
  const due = dueAround(dice, now);
  const lastMoment = Math.min(due.getTime(), now.getTime());
  const { words, ...links } = subject(dice, world, about);
  const [title, description, taskType] = dice.pick(taskTexts[about]);
  return {
    ...links,
    title: fillIn(title, words),
    description: fillIn(description, words),
    taskType,
    status,
    priority: dice.weigh([
      [undefined, 25],
      ['low', 15],
      ['medium', 40],
      ['high', 20],
    ]),
    dueDate: dice.weigh([
      [due.toISOString().slice(0, 10), 50],
      [due.toISOString(), 32],
      [undefined, 18],
    ]),
    assigneeId: dice.roll() < 0.9 ? dice.pick(world.userIds) : undefined,
    createdDate: new Date(lastMoment - dice.between(1, 20 * 24) * HOUR).toISOString(),
  };
}

function subject(dice: Dice, world: DemoWorld, about: keyof typeof taskTexts) {
  if (about === 'company') {
    const company = dice.pick(world.companies);
    return { companyId: company.id, words: { company: company.name } };
  }
  if (about === 'event') {
    const event = dice.pick(world.events);
    return { eventId: event.id, words: { event: event.title } };
  }
  if (about === 'deal') {
    const deal = dice.pick(world.deals);
    return { dealId: deal.id, contactId: deal.contactId, words: { deal: deal.title } };
  }
  const contact = dice.pick(world.contacts);
  return { contactId: contact.id, words: { name: contact.fullName, first: contact.firstName } };
}
