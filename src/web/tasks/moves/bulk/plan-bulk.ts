import type { Task } from '#contract/task';

import type { DraftCommand } from '../../pending';
import type { BulkAction } from './bulk-action';
import { leftWords, stayedWords, type Left } from './left-words';
import { verdictOf } from './verdict';

/** What an action does to many tasks: the same for some, asked first for others, and for how many it does nothing. */
export type BulkPlan = {
  given: readonly { command: DraftCommand; tasks: readonly Task[] }[];
  calls: readonly { outcomes: readonly string[]; tasks: readonly Task[] }[];
  undo: readonly { commandId: string; taskId: string }[];
  /** Those for which a date is asked, and those for which a person is. */
  dated: readonly Task[];
  peopled: readonly Task[];
  /** For how many it does something. */
  able: number;
  /** For how many not and why, in words; null when it is for all. */
  left: string | null;
  /** The same, told afterwards. */
  stayed: string | null;
};

export function planBulk(tasks: readonly Task[], action: BulkAction, now: Date): BulkPlan {
  const given = new Map<string, { command: DraftCommand; tasks: Task[] }>();
  const calls = new Map<string, { outcomes: readonly string[]; tasks: Task[] }>();
  const undo: { commandId: string; taskId: string }[] = [];
  const dated: Task[] = [];
  const peopled: Task[] = [];
  const left: Left[] = [];
  for (const task of tasks) {
    const verdict = verdictOf(task, action, now);
    if (verdict.kind === 'command') {
      const { command } = verdict;
      addTo(given, JSON.stringify(command), { command, tasks: [] }, task);
    } else if (verdict.kind === 'call') {
      const { outcomes } = verdict;
      addTo(calls, outcomes.join(), { outcomes, tasks: [] }, task);
    } else if (verdict.kind === 'undo') undo.push({ commandId: verdict.commandId, taskId: task.id });
    else if (verdict.kind === 'date') dated.push(task);
    else if (verdict.kind === 'person') peopled.push(task);
    else left.push({ why: verdict.why, count: 1 });
  }
  return {
    given: [...given.values()],
    calls: [...calls.values()],
    undo,
    dated,
    peopled,
    able: tasks.length - left.length,
    left: leftWords(left, tasks.length),
    stayed: stayedWords(left, tasks.length),
  };
}

function addTo<Group extends { tasks: Task[] }>(
  groups: Map<string, Group>,
  key: string,
  group: Group,
  task: Task,
): void {
  const present = groups.get(key) ?? group;
  present.tasks.push(task);
  groups.set(key, present);
}
