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

/** A task in one line: who it is about, and what it is called. */
export function taskSubject(task: Task): string {
  const name = personName(task);
  return name === '' ? taskTitle(task) : `${name} · ${taskTitle(task)}`;
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

/** Two letters or digits for a small round mark; empty where the name has none. */
export function initials(name: string): string {
  const firsts = name.split(/\s+/u).flatMap((word) => /[\p{L}\p{N}]\p{M}*/u.exec(word)?.[0] ?? []);
  return (firsts.length > 1 ? `${firsts[0]}${firsts.at(-1)}` : (firsts[0] ?? '')).toLocaleUpperCase();
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.trim() ?? '';
}
