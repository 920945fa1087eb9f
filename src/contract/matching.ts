import * as z from 'zod/mini';

import { givenDate, givenInstant } from './given-due';
import { stepTask } from './recent';
import { taskStatus } from './task';
import { taskFilter } from './task-filter';
import { channel, priority, vendor } from './vendors';

const base = {
  /** Made by the client; sending the same id again changes nothing more and answers the same. */
  id: z.uuid(),
  /** The tasks of a column under a filter, in the words of the page's address, as they are when it arrives. */
  match: z.strictObject({ status: taskStatus, filter: taskFilter }),
};

/** One thing that is done to all tasks that match, without a list of them. */
export const matchingCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complete'), ...base }),
  z.strictObject({ kind: z.literal('ignore'), ...base }),
  z.strictObject({ kind: z.literal('reopen'), ...base }),
  z.strictObject({
    kind: z.literal('snooze'),
    ...base,
    /** For tasks that hold a day, and for those that hold a time; the others stay as they are. */
    until: z
      .partial(z.strictObject({ date: givenDate, instant: givenInstant }))
      .check(
        z.refine(({ date, instant: at }) => date !== undefined || at !== undefined, 'Give a date or a time.'),
      ),
  }),
  z.strictObject({ kind: z.literal('priority'), ...base, priority }),
  z.strictObject({
    kind: z.literal('assign'),
    ...base,
    /** The id of the person in the team of each connection. */
    assignees: z
      .record(z.uuid(), z.string().check(z.minLength(1)))
      .check(z.refine((ids) => Object.keys(ids).length > 0, 'Choose who does it.')),
  }),
]);
export type MatchingCommand = z.infer<typeof matchingCommand>;

export const mostMatching = 20_000;

/** How many tasks took it, how many not, and the first of those with the reason. */
export const matchingResult = z.object({
  done: z.int(),
  refused: z.int(),
  failures: z.array(z.object({ task: stepTask, message: z.string() })),
});
export type MatchingResult = z.infer<typeof matchingResult>;

/** How many of the tasks that match are alike in what decides about what can be done to them. */
export const taskKinds = z.object({
  items: z.array(
    z.object({
      connectionId: z.uuid(),
      vendor,
      channel,
      boardOnly: z.boolean(),
      dueKind: z.nullable(z.enum(['date', 'instant'])),
      count: z.int(),
    }),
  ),
});
export type TaskKinds = z.infer<typeof taskKinds>;
