import { z } from 'zod';

import { due } from './dates';
import { fieldError } from './errors';
import { priority } from './vendors';

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
});
export type VendorFailure = z.infer<typeof vendorFailure>;

export const mediaUrl = z.url({
  protocol: /^https$/,
  error: 'Give a public link that starts with https://.',
});

/** The fields of a task that a rep can change; an absent one stays as it is. */
export const taskChange = z
  .strictObject({
    assigneeId: z.string().min(1, 'Choose who does it.'),
    due: due.nullable(),
    title: z.string().max(500, 'Keep the title under 500 characters.'),
    text: z.string().max(20_000, 'Keep the message under 20,000 characters.'),
    priority,
    media: z
      .array(z.strictObject({ kind: z.enum(['image', 'video']), url: mediaUrl }))
      .max(6, 'At most 6 files.'),
  })
  .partial();
export type TaskChange = z.infer<typeof taskChange>;

const commandBase = {
  /** Made by the client; sending the same id again changes nothing and answers the same. */
  id: z.uuid(),
  taskIds: z.array(z.uuid()).min(1, 'Choose at least one task.').max(1000, 'At most 1,000 tasks at once.'),
};

/** One thing a rep does to one or more tasks. */
export const newCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('complete'), ...commandBase }),
  z.strictObject({ kind: z.literal('ignore'), ...commandBase }),
  z.strictObject({ kind: z.literal('snooze'), ...commandBase, until: due }),
  z.strictObject({
    kind: z.literal('edit'),
    ...commandBase,
    changes: taskChange.refine((changes) => Object.keys(changes).length > 0, 'Change at least one field.'),
    /** The values that the rep saw in the fields changed; where another one stands by now, the edit is a conflict. */
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
]);
export type NewCommand = z.infer<typeof newCommand>;
