import * as z from 'zod/mini';

import { commandKind, commandState, lateUndo, takenBack } from './command';
import { due } from './dates';
import { task } from './task';

/** What is told of a task in the list of what a rep did. */
export const stepTask = z.pick(task, {
  id: true,
  vendor: true,
  vendorType: true,
  title: true,
  person: true,
  parents: true,
  outbound: true,
  status: true,
  boardOnly: true,
});
export type StepTask = z.infer<typeof stepTask>;

/** One thing that a rep did, to one task or in one go to many. */
export const recentStep = z.object({
  /** The batch's id, else the command's; `DELETE /api/commands/:id` takes it back. */
  id: z.uuid(),
  kind: commandKind,
  createdAt: z.string(),
  /** The end of its longest hold. */
  holdUntil: z.string(),
  /** Of a snooze: until when, where it is the same for all. */
  snoozedTo: z.nullable(due),
  /** Of an edit that only gives the tasks to somebody: to whom, where it is the same for all. */
  givenTo: z.optional(z.string()),
  /** How many tasks it was for, by what became of it there. */
  states: z.partialRecord(commandState, z.int()),
  /** Not more than `mostStepTasks` of them. */
  tasks: z.array(
    z.object({
      task: stepTask,
      state: commandState,
      /** Why the vendor did not take it. */
      failure: z.nullable(z.string()),
      /** It failed since the vendor's list shows that it was not done, whatever a rep said. */
      denied: z.boolean(),
      settledAt: z.nullable(z.string()),
      /** Of a cancelled one, who took it back where it was somebody else. */
      undoneBy: z.nullable(takenBack),
      lateUndo: z.nullable(lateUndo),
      /** It is no longer on the board. */
      gone: z.boolean(),
    }),
  ),
});
export type RecentStep = z.infer<typeof recentStep>;

export const mostStepTasks = 50;

/** What the asking rep did, newest first. */
export const recentSteps = z.object({ items: z.array(recentStep) });
export type RecentSteps = z.infer<typeof recentSteps>;
