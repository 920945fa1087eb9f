import * as z from 'zod/mini';

import { fieldError, type FieldError } from './errors';
import { givenDue } from './given-due';
import { sentMedia } from './media';
import { parentMatch } from './parent';
import { snoozeUntil } from './snooze';
import { filledText, textUpTo } from './text';
import { priority, vendorRules, type Vendor } from './vendors';

const commandKinds = ['create', 'edit', 'complete', 'ignore', 'reopen', 'snooze'] as const;
export const commandKind = z.enum(commandKinds);
export type CommandKind = z.infer<typeof commandKind>;

const commandStates = ['held', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'] as const;
export const commandState = z.enum(commandStates);
export type CommandState = z.infer<typeof commandState>;

/** The five ways in which a vendor can fail; what to do next is decided by the kind alone. */
export const failureKinds = ['auth', 'limited', 'down', 'refused', 'unreadable'] as const;
export const vendorFailure = z.object({
  kind: z.enum(failureKinds),
  message: z.string(),
  fields: z.array(fieldError),
  /** Records that the vendor could not tell apart by the name given; the rep chooses one. */
  candidates: z.optional(z.array(parentMatch)),
  /** Not sent, since someone else changed the same `fields` meanwhile; the rep chooses between both values. */
  conflict: z.optional(z.literal(true)),
  /** A rep said that it was done when the answer was lost, and the vendor's list shows otherwise. */
  denied: z.optional(z.literal(true)),
});
export type VendorFailure = z.infer<typeof vendorFailure>;

/** The fields of a task that a rep can change; an absent one stays as it is. */
export const taskChange = z.partial(
  z.strictObject({
    /** Null: nobody. */
    assigneeId: z.nullable(z.string().check(z.minLength(1, 'Choose who does it.'))),
    due: z.nullable(givenDue),
    title: textUpTo(500, 'Keep the title under 500 characters.'),
    text: textUpTo(20_000, 'Keep the message under 20,000 characters.'),
    priority,
    type: filledText('Say what kind of task it is.', 60, 'Keep the type under 60 characters.'),
    progress: z.boolean(),
    media: z.array(sentMedia).check(z.maxLength(6, 'At most 6 images and videos. Remove some.')),
  }),
);
export type TaskChange = z.infer<typeof taskChange>;

/** Complaints about what a change empties although the vendor cannot. */
export function emptiedFields(of: Vendor, changes: TaskChange): FieldError[] {
  const { label, clear } = vendorRules[of];
  const needs = {
    assigneeId: `${label} needs somebody for the task. Choose who does it.`,
    due: `${label} needs a due. Choose a day.`,
  };
  return (['assigneeId', 'due'] as const)
    .filter((field) => changes[field] === null && !clear.includes(field))
    .map((field) => ({ path: field, message: needs[field] }));
}

const commandBase = {
  /** Made by the client; sending the same id again changes nothing and answers the same. */
  id: z.uuid(),
  taskIds: z
    .array(z.uuid())
    .check(z.minLength(1, 'Choose at least one task.'), z.maxLength(1000, 'At most 1,000 tasks at once.')),
  /** Made by the client: commands that bear the same were given in one go, and are listed and undone as one. */
  batch: z.optional(z.uuid()),
};

/** One thing a rep does to one or more tasks. */
export const newCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('complete'),
    ...commandBase,
    /** What a call ended in, a word of the vendor's list. */
    outcome: z.optional(textUpTo(60, 'Choose an outcome of the list.')),
  }),
  z.strictObject({ kind: z.literal('reopen'), ...commandBase }),
  z.strictObject({ kind: z.literal('ignore'), ...commandBase }),
  z.strictObject({ kind: z.literal('snooze'), ...commandBase, until: snoozeUntil }),
  z.strictObject({
    kind: z.literal('edit'),
    ...commandBase,
    changes: taskChange.check(
      z.refine((changes) => Object.keys(changes).length > 0, 'Change at least one field.'),
    ),
    /** The values that the rep saw in the fields changed; where another one stands by now, the edit is a conflict. */
    seen: z.optional(z.record(z.string(), z.unknown())),
  }),
]);
export type NewCommand = z.infer<typeof newCommand>;

/**
 * What a rep says became of a command whose answer was lost: `done`, it is there; `again`, it is not, send it; `off`, a
 * new task that is there under other words leaves the board. For all of its tasks, or for one.
 */
export const commandDecision = z.strictObject({
  as: z.enum(['done', 'again', 'off'], 'Say done, again or off.'),
  task: z.optional(z.uuid()),
});
export type CommandDecision = z.infer<typeof commandDecision>;

/** Another rep who took a command back; `who` is null when that rep has not said who they are. */
export const takenBack = z.object({ who: z.nullable(z.string()) });

/** Someone asked for a command back when it had left already; `who` is null when that rep has not said who they are. */
export const lateUndo = z.object({ who: z.nullable(z.string()), at: z.string() });
export type LateUndo = z.infer<typeof lateUndo>;

/** What the vendor refused before a rep sent it once more; `who` is null when that rep has not said who they are. */
export const earlierRefusal = z.object({
  message: z.string(),
  at: z.string(),
  who: z.nullable(z.string()),
  againAt: z.string(),
});
export type EarlierRefusal = z.infer<typeof earlierRefusal>;

/** Undo and retry of a command, and undo of a batch: for all of its tasks, or for one. */
export const commandScope = z.strictObject({ task: z.optional(z.uuid()) });
