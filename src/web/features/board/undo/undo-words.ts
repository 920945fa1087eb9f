import type { CommandKind } from '#contract/command';
import type { Due } from '#contract/dates';
import type { Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { untilWords } from '../../../tasks/face/due-words';
import { taskTitle } from '../../../tasks/face/task-words';
import { browserZone } from '../../../tasks/queries';

const done: Record<CommandKind, (what: string) => string> = {
  complete: (what) => `Moved ${what} to Completed.`,
  ignore: (what) => `Moved ${what} to Ignored.`,
  snooze: (what) => `Snoozed ${what}.`,
  edit: (what) => `Changed ${what}.`,
  reopen: (what) => `Moved ${what} back to Pending.`,
  create: (what) => `Created ${what}.`,
};

/** What was done, in words; says so when completing may send a message. */
export function stepWords(kind: CommandKind, tasks: readonly Task[], snoozedTo: Due | null = null): string {
  const what = subject(tasks);
  const words = done[kind](
    snoozedTo ? `${what} until ${untilWords(snoozedTo, new Date(), browserZone)}` : what,
  );
  const [sender] = kind === 'complete' ? tasks.filter((task) => task.outbound) : [];
  return sender ? `${words} ${vendorRules[sender.vendor].label} may send a message.` : words;
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
  return tasks.length === 1 && first ? `“${taskTitle(first)}”` : `${tasks.length} tasks`;
}
