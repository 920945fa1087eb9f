import type { Dice } from '../../demo/dice';
import { fillIn } from '../../demo/fill-in';
import type { DemoCompany, DemoPerson } from '../../demo/people';
import type { TaskType } from '../tables';
import type { NewTask } from '../team-rows';
import { companyTexts, looseTexts, messagesByLanguage, textsByType, type TaskText } from './task-texts';

export type DemoContact = DemoPerson & { id: string };
export type DemoLead = { id: string; campaignId: string; person: DemoContact };
export type DemoWorld = {
  repIds: string[];
  people: DemoContact[];
  companies: (DemoCompany & { id: string })[];
  leads: DemoLead[];
};

const typeWeights: readonly (readonly [TaskType, number])[] = [
  ['phone', 22],
  ['email', 18],
  ['manual', 16],
  ['linkedinSend', 14],
  ['linkedinInvite', 8],
  ['linkedinVoiceNote', 3],
  ['emailsReplied', 6],
  ['opportunityReplied', 3],
  ['linkedinReplied', 4],
  ['opportunityClicked', 3],
  ['whatsappMessage', 3],
];

const media: readonly { images: string[]; videos: string[] }[] = [
  { images: ['https://cdn.outboard-demo.example/one-pager.png'], videos: [] },
  {
    images: ['https://cdn.outboard-demo.example/team.jpg', 'https://cdn.outboard-demo.example/wave.gif'],
    videos: [],
  },
  { images: [], videos: ['https://cdn.outboard-demo.example/tour.mp4'] },
];

/** One task of somebody's day: most belong to a campaign's lead, some to a person, a company or nobody. */
export function demoTask(dice: Dice, world: DemoWorld, dueDate: Date, now: Date): NewTask {
  const lastMoment = Math.min(dueDate.getTime(), now.getTime());
  const about = dice.weigh([
    ['lead', 65],
    ['person', 22],
    ['company', 9],
    ['nobody', 4],
  ]);
  const task = {
    userId: dice.pick(world.repIds),
    dueDate,
    createdAt: new Date(lastMoment - dice.between(1, 20 * 24) * 3_600_000),
    priority: priorityOf(dice),
  };
  if (about === 'nobody') return { ...task, ...written(dice.pick(looseTexts), {}) };
  if (about === 'company') {
    const company = dice.pick(world.companies);
    return {
      ...task,
      companyId: company.id,
      ...written(dice.pick(companyTexts), { company: company.name }),
    };
  }
  const lead = about === 'lead' ? dice.pick(world.leads) : undefined;
  const person = lead?.person ?? dice.pick(world.people);
  const type = dice.weigh(typeWeights);
  return {
    ...task,
    type,
    contactId: person.id,
    leadId: lead?.id,
    campaignId: lead?.campaignId,
    ...writtenTo(dice, type, person),
    ...(type === 'linkedinSend' && dice.roll() < 0.25 ? dice.pick(media) : {}),
  };
}

function priorityOf(dice: Dice): NewTask['priority'] {
  return dice.weigh([
    [undefined, 30],
    [0, 15],
    [1, 35],
    [2, 20],
  ] as const);
}

function writtenTo(dice: Dice, type: TaskType, person: DemoPerson): { title: string; content: string } {
  const [title, message] = dice.pick(textsByType[type]);
  const own = messagesByLanguage[person.language];
  const isSent = type === 'email' || type === 'linkedinSend';
  const text = own && isSent && dice.roll() < 0.6 ? dice.pick(own) : message;
  return written([title, text], {
    first: person.firstName,
    company: person.company.name,
    job: person.jobTitle,
  });
}

function written(
  [title, message]: TaskText,
  words: Record<string, string>,
): { title: string; content: string } {
  return { title: fillIn(title, words), content: fillIn(message, words) };
}
