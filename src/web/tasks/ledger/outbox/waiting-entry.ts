import * as z from 'zod/mini';

import { newCommand } from '#contract/command';
import { task } from '#contract/task';

/** What is asked of the server; each kind is safe to send again under its id. */
const waitingCall = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('command'),
    body: newCommand,
    /** The tasks as the rep saw them. */
    tasks: z.array(task),
    assignee: z.optional(task.shape.assignee),
  }),
  z.object({
    kind: z.literal('undo'),
    /** A command's id, or that of a batch. */
    commandId: z.uuid(),
    /** Only for this one of its tasks. */
    taskId: z.optional(z.uuid()),
    tasks: z.array(task),
    /** What is taken back, as far as the tab knew it. */
    body: z.optional(newCommand),
    /** The other commands of the batch. */
    more: z.optional(z.array(newCommand)),
    /** The command itself may never have arrived. */
    unsure: z.boolean(),
  }),
  z.object({ kind: z.enum(['retry', 'dismiss']), commandId: z.uuid(), taskId: z.optional(z.uuid()) }),
  z.object({
    kind: z.literal('create'),
    // The server checks it; what was typed is kept whatever this version makes of it.
    body: z.looseObject({ id: z.uuid(), title: z.optional(z.string()), text: z.optional(z.string()) }),
  }),
]);
export type WaitingCall = z.infer<typeof waitingCall>;

/** A change as this browser keeps it until the server has answered it. */
export const waitingEntry = z.object({
  /** A command's and a create's own id. */
  id: z.string(),
  /** The tab that sends it; when that is closed another one takes over. */
  owner: z.string(),
  /** When the rep did it, in milliseconds; no two of a tab are the same, and they are sent in this order. */
  at: z.number(),
  call: waitingCall,
  /** It has been sent at least once, so that it may have arrived. */
  attempted: z.boolean(),
  /** Why Outboard did not accept it, told when the rep no longer had it before them. */
  refused: z.nullable(z.string()),
});
export type WaitingEntry = z.infer<typeof waitingEntry>;
