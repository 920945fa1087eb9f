import type { CommandResult } from '#contract/command-result';

import type { Context } from '../context';
import type { Refusal } from '../refusal';
import { readTasks } from './read/read-tasks';

/** What happened to one task of a call, before the task itself is read again. */
export type Outcome = { taskId: string; refusal: Refusal | null };

export function refused(taskId: string, refusal: Refusal): Outcome {
  return { taskId, refusal };
}

/** More rows than this say more than anyone reads; screens get them with the changes. */
const mostRows = 1000;

/**
 * The answer to a call: every task as it stands now; of very many only what was refused. Throws the first refusal when none
 * went through.
 */
export async function commandResults(ctx: Context, outcomes: readonly Outcome[]): Promise<CommandResult[]> {
  const first = outcomes[0]?.refusal;
  if (first && outcomes.every((outcome) => outcome.refusal !== null)) throw first;
  const many = outcomes.length > mostRows;
  const done = many
    ? []
    : outcomes.filter((outcome) => outcome.refusal === null).map((outcome) => outcome.taskId);
  const tasks = new Map((await readTasks(ctx, done)).map((task) => [task.id, task]));
  const told = many ? outcomes.filter(({ refusal }) => refusal !== null).slice(0, mostRows) : outcomes;
  return told.flatMap(({ taskId, refusal }): CommandResult[] => {
    if (refusal !== null) {
      const { code, message, errors } = refusal;
      return [{ ok: false, taskId, error: { code, message, errors } }];
    }
    const task = tasks.get(taskId);
    return task === undefined ? [] : [{ ok: true, taskId, task }];
  });
}
