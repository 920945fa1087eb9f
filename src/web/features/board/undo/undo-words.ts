import type { CommandKind } from '#contract/command';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import { untilWords } from '../../../tasks/face/due-words';
import { personName } from '../../../tasks/face/task-words';
import { browserZone } from '../../../tasks/queries';

const done: Record<CommandKind, (what: string) => string> = {
  complete: (what) => `Moved ${what} to Completed.`,
  ignore: (what) => `Moved ${what} to Ignored.`,
  snooze: (what) => `Snoozed ${what}.`,
  edit: (what) => `Changed ${what}.`,
  reopen: (what) => `Moved ${what} back to Pending.`,
  create: (what) => `Created ${what}.`,
};

/** What was done, in words; says so when completing may send a message, or when the vendor never hears of it. */
export function stepWords(kind: CommandKind, tasks: readonly Task[], snoozedTo: Due | null = null): string {
  const what = subject(tasks);
  const words = done[kind](
    snoozedTo ? `${what} until ${untilWords(snoozedTo, new Date(), browserZone)}` : what,
  );
  const [sender] = kind === 'complete' ? tasks.filter((task) => task.outbound) : [];
  if (sender) return `${words} ${vendorRules[sender.vendor].label} may send a message.`;
  return kind === 'ignore' && tasks.every(({ vendor }) => vendorRules[vendor].ignore === 'board')
    ? `${words} Kept on this board only.`
    : words;
}

/** Whether tasks closed by this step can be reopened once it can no longer be taken back. */
export function reopensLater(kind: CommandKind, tasks: readonly Task[]): boolean {
  return tasks.every(({ vendor }) => {
    const { complete, ignore } = vendorRules[vendor];
    return (kind === 'complete' && complete === 'reversible') || (kind === 'ignore' && ignore === 'board');
  });
}

/** The same with the time that is left to take it back, for those who hear it. */
export function spokenWords(
  kind: CommandKind,
  tasks: readonly Task[],
  seconds: number,
  snoozedTo: Due | null = null,
): string {
  const words = stepWords(kind, tasks, snoozedTo);
  return seconds > 0 ? `${words} Undo within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.` : words;
}

export function undoneWords(kind: CommandKind, tasks: readonly Task[]): string {
  const back = kind === 'complete' || kind === 'ignore' ? ' is back in Pending' : ' is as it was before';
  return tasks.length === 1
    ? `Undone: ${subject(tasks)}${back}.`
    : `Undone: ${subject(tasks)} are as they were before.`;
}

function subject(tasks: readonly Task[]): string {
  const [first] = tasks;
  return tasks.length === 1 && first ? `“${shortName(first)}”` : `${tasks.length} tasks`;
}

/** The title; without one the type and the person, since a note would not read well within a sentence. */
function shortName(task: Task): string {
  const title = task.title.trim();
  if (title !== '') return title;
  const { label } = vendorTaskType(task.vendor, task.vendorType);
  const name = personName(task);
  return name === '' ? label : `${label} (${name})`;
}
