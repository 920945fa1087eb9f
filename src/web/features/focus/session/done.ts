import type { CommandKind } from '#contract/command';

import type { UndoStep } from '../../../tasks/ledger/ledger';

export const doneKinds = ['complete', 'ignore', 'snooze'] as const;
type DoneKind = (typeof doneKinds)[number];

/** What was done with each task of the queue, by the task's id. */
export type Done = Readonly<Record<string, DoneKind>>;

/** Lays steps (newest first) over what was done before them: of several on one task the last counts, reopened counts as not done. */
export function doneWith(before: Done, steps: readonly UndoStep[], since: number): Done {
  const done = new Map(Object.entries(before));
  for (const { kind, tasks, at } of steps.toReversed()) {
    if (at < since) continue;
    for (const { id } of tasks) {
      if (isDone(kind)) done.set(id, kind);
      else if (kind === 'reopen') done.delete(id);
    }
  }
  return Object.fromEntries(done);
}

export function idsOf(done: Done, kind: DoneKind): string[] {
  return Object.keys(done).filter((id) => done[id] === kind);
}

function isDone(kind: CommandKind): kind is DoneKind {
  return doneKinds.some((one) => one === kind);
}
