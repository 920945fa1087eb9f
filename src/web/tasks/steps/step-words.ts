import type { CommandKind } from '#contract/command';
import type { RecentStep, StepTask } from '#contract/recent';
import { vendorRules, vendorTaskType } from '#contract/vendors';

import { currentClock } from '../clock/clock';
import { untilWords } from '../face/due-words';
import { personName } from '../face/task-words';

/** What a step brings the tasks to: until when they sleep, or who does them. */
type Aim = Partial<Pick<RecentStep, 'snoozedTo' | 'givenTo'>>;

const done: Record<CommandKind, (what: string) => string> = {
  complete: (what) => `Moved ${what} to Completed.`,
  ignore: (what) => `Moved ${what} to Ignored.`,
  snooze: (what) => `Snoozed ${what}.`,
  edit: (what) => `Changed ${what}.`,
  reopen: (what) => `Moved ${what} back to Pending.`,
  create: (what) => `Created ${what}.`,
};

/** What was done, in words; says so when completing may send a message, or when the vendor never hears of it. */
export function stepWords(
  kind: CommandKind,
  tasks: readonly StepTask[],
  aim: Aim = {},
  count = tasks.length,
): string {
  const words = doneWords(kind, subject(tasks, count), aim);
  const [sender] = kind === 'complete' ? tasks.filter((task) => task.outbound) : [];
  if (sender) return `${words} ${vendorRules[sender.vendor].label} may send a message.`;
  return kind === 'ignore' && tasks.every(({ vendor }) => vendorRules[vendor].ignore === 'board')
    ? `${words} Kept on this board only.`
    : words;
}

function doneWords(kind: CommandKind, what: string, { snoozedTo, givenTo }: Aim): string {
  if (snoozedTo) return done[kind](`${what} until ${untilWords(snoozedTo, new Date(), currentClock())}`);
  return givenTo === undefined ? done[kind](what) : `Gave ${what} to ${givenTo}.`;
}

/** Whether tasks closed by this step can be reopened once it can no longer be taken back. */
export function reopensLater(kind: CommandKind, tasks: readonly StepTask[]): boolean {
  return tasks.every(({ vendor }) => {
    const { complete, ignore } = vendorRules[vendor];
    return (kind === 'complete' && complete === 'reversible') || (kind === 'ignore' && ignore === 'board');
  });
}

/** The same with the time that is left to take it back, for those who hear it. */
export function spokenWords(
  kind: CommandKind,
  tasks: readonly StepTask[],
  seconds: number,
  aim: Aim = {},
  count = tasks.length,
): string {
  const words = stepWords(kind, tasks, aim, count);
  return seconds > 0 ? `${words} Undo within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.` : words;
}

/** What was done, by name: "completed “Call Anna”", "snoozed 12 tasks", "gave 2 tasks to Ben Rep". */
export function deedWords(
  kind: CommandKind,
  tasks: readonly StepTask[],
  count = tasks.length,
  givenTo?: string,
): string {
  const what = subject(tasks, count);
  return givenTo === undefined ? `${deeds[kind]} ${what}` : `gave ${what} to ${givenTo}`;
}

const deeds: Record<CommandKind, string> = {
  complete: 'completed',
  ignore: 'ignored',
  snooze: 'snoozed',
  edit: 'changed',
  reopen: 'reopened',
  create: 'created',
};

/** What the server has taken back, by name, and for how many tasks it was too late. */
export function undoneWords(
  kind: CommandKind,
  tasks: readonly StepTask[],
  count = tasks.length,
  tooLate = 0,
  givenTo?: string,
): string {
  const words = `Undone: ${deedWords(kind, tasks, count, givenTo)}.`;
  return tooLate === 0 ? words : `${words} Too late for ${tooLate}.`;
}

/** The names in a row, and how many more. */
export function nameList(tasks: readonly StepTask[], count = tasks.length, most = 3): string {
  const names = tasks.slice(0, most).map((task) => `“${shortName(task)}”`);
  return count > names.length ? `${names.join(', ')} and ${count - names.length} more` : names.join(', ');
}

function subject(tasks: readonly StepTask[], count: number): string {
  const [first] = tasks;
  return count === 1 && first ? `“${shortName(first)}”` : `${count} tasks`;
}

/** The title; without one the type and the person, since a note would not read well within a sentence. */
export function shortName(task: StepTask): string {
  const title = task.title.trim();
  if (title !== '') return title;
  const { label } = vendorTaskType(task.vendor, task.vendorType);
  const name = personName(task);
  return name === '' ? label : `${label} (${name})`;
}
