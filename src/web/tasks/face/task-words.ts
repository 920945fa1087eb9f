import type { Task } from '#contract/task';
import { vendorTaskType } from '#contract/vendors';

/** What a task is called: its title, else the name of its type. */
export function taskTitle(task: Task): string {
  return task.title.trim() || vendorTaskType(task.vendor, task.vendorType).label;
}

/** Who it is about: the person, else the record it belongs to; empty when neither has a name. */
export function personName(task: Task): string {
  const { person } = task;
  return (
    person.name ??
    task.parents.find((parent) => parent.name !== '')?.name ??
    person.email ??
    person.phone ??
    ''
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
