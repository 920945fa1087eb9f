import type { CreateResults } from '#contract/command-result';
import type { NewTask } from '#contract/new-task';
import type { Parent } from '#contract/parent';
import type { OpenCommand, Task } from '#contract/task';
import { vendorRules } from '#contract/vendors';

import { parentKey } from '../parent-picker/parent-words';

/** What became of one person of a create: a task of theirs, or why there is none. */
export type OutcomeLine = {
  parent: Parent;
  task: Task | null;
  refusal: string | null;
  /** The rep has undone it. */
  takenBack?: boolean;
};

/** What was sent for several people, and what became of each. */
export type Outcome = { body: NewTask; lines: readonly OutcomeLine[] };

export function outcomeOf(body: NewTask, { results }: CreateResults): Outcome {
  return { body, lines: results.map(lineOf) };
}

/** The lines with newer results in place of the older ones of the same people. */
export function withResults(lines: readonly OutcomeLine[], { results }: CreateResults): OutcomeLine[] {
  const newer = new Map(results.map((result) => [parentKey(result.parent), lineOf(result)]));
  return lines.map((line) => newer.get(parentKey(line.parent)) ?? line);
}

/** Why a line stands without a task at the vendor; null while it has one or it is on its way. */
export function refusalOf({ task, refusal, takenBack }: OutcomeLine): string | null {
  if (takenBack) return null;
  return task === null ? (refusal ?? 'Not created.') : (failedCreate(task)?.failure?.message ?? null);
}

/** What trying again has to do: which people to create for anew, and which refused commands to send again. */
export function tryAgain(lines: readonly OutcomeLine[]): { parents: Parent[]; commandIds: string[] } {
  const failed = lines.filter((line) => refusalOf(line) !== null);
  return {
    parents: failed.flatMap(({ parent, task }) => (task === null ? [parent] : [])),
    commandIds: [
      ...new Set(failed.flatMap(({ task }) => (task === null ? [] : (failedCreate(task)?.id ?? [])))),
    ],
  };
}

/** "2 of 3 tasks are on the board." */
export function outcomeWords({ body, lines }: Outcome): string {
  const failed = lines.filter((line) => refusalOf(line) !== null).length;
  const { label } = vendorRules[body.vendor];
  if (failed === 0) return `${lines.length} tasks created for ${label}.`;
  return `${lines.length - failed} of ${lines.length} tasks created for ${label}, ${failed} refused.`;
}

/** That the vendor has it, and who got it where the vendor decides that. */
export function madeWords({ task }: OutcomeLine): string {
  if (task === null) return '';
  const { label, assignee } = vendorRules[task.vendor];
  if (assignee !== 'none') return `Made at ${label}`;
  return isUnassigned(task)
    ? `Made at ${label}, which has not told yet who gets it`
    : `Made at ${label}, for ${task.assignee?.name || 'someone without a name'}`;
}

/** Whether the vendor chooses the assignee and has not named one. */
export function isUnassigned({ vendor, assignee }: Task): boolean {
  return vendorRules[vendor].assignee === 'none' && assignee === null;
}

/** Whether the create makes one task for each of several people. */
export function isForMany({ vendor, parents }: NewTask): boolean {
  return vendorRules[vendor].parents.tasks === 'each' && parents.length > 1;
}

function lineOf(result: CreateResults['results'][number]): OutcomeLine {
  const { parent } = result;
  return result.ok
    ? { parent, task: result.task, refusal: null }
    : { parent, task: null, refusal: result.error.message };
}

function failedCreate(task: Task): OpenCommand | undefined {
  return task.commands.find(({ kind, state }) => kind === 'create' && state === 'failed');
}
