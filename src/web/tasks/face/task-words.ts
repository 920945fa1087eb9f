import type { Task } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';

/** What a task is called: its title, else the name of its type; where the vendor has no titles, with its note's first line. */
export function taskTitle(task: Task): string {
  const title = task.title.trim();
  if (title !== '') return title;
  const { label } = vendorTaskType(task.vendor, task.vendorType);
  const note = vendorRules[task.vendor].title === 'none' ? firstLine(task.text) : '';
  return note === '' ? label : `${label}: ${note}`;
}

/** Who it is about: the person, else the record it belongs to; empty when neither has a name. */
export function personName({ person, parents }: Pick<Task, 'person' | 'parents'>): string {
  const record = parents.find((parent) => parent.name !== '')?.name;
  return person.name || record || person.email || person.phone || person.company || '';
}

/** What a task stands in besides its person: the company, the campaign, the deal or event. Nothing is said twice. */
export function surroundings(task: Task): string[] {
  const name = personName(task);
  const records = task.parents.filter(({ kind }) => kind === 'deal' || kind === 'event');
  const words = [task.person.company, task.campaign?.name, ...records.map((record) => record.name)];
  return [...new Set(words.filter((word) => word !== null && word !== undefined))].filter(
    (word) => word !== '' && word !== name,
  );
}

/** Two letters for a small round mark. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0]);
  return (words.length > 1 ? first + firstLetter(words.at(-1)) : first).toLocaleUpperCase();
}

function firstLetter(word = ''): string {
  return /^./u.exec(word)?.[0] ?? '';
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.trim() ?? '';
}
