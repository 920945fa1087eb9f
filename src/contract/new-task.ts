import { z } from 'zod';

import { mediaUrl } from './command';
import { instant } from './dates';
import { parent } from './task';

/** Source: lemlist's Create Task page, images and videos together. */
const mediaLimit = 6;

const lemlistTask = z
  .strictObject({
    vendor: z.literal('lemlist'),
    /** Made when the form opens; the same id sent twice creates one task. */
    id: z.uuid(),
    connectionId: z.uuid('Choose where to send it.'),
    type: z.enum(['email', 'phone', 'linkedin', 'manual'], 'Choose a type.'),
    title: z.string().max(500, 'Keep the title under 500 characters.').default(''),
    text: z.string().max(20_000, 'Keep the message under 20,000 characters.').default(''),
    priority: z
      .enum(['none', 'low', 'medium', 'high'], 'lemlist knows none, low, medium and high.')
      .default('none'),
    due: z.strictObject(
      { kind: z.literal('instant', 'lemlist needs a time as well as a date.'), at: instant },
      'Say when it is due.',
    ),
    assigneeId: z.string('Choose who does it.').min(1, 'Choose who does it.'),
    parents: z
      .array(
        parent.extend({
          kind: z.enum(
            ['contact', 'company', 'lead'],
            'lemlist links a task to a contact, a company or a lead.',
          ),
        }),
      )
      .min(1, 'Link the task to a contact, a company or a lead.')
      .max(1, 'lemlist links a task to one record.'),
    media: z
      .array(z.strictObject({ kind: z.enum(['image', 'video']), url: mediaUrl }))
      .max(mediaLimit, 'lemlist takes at most 6 images and videos. Remove some.')
      .default([]),
  })
  .refine((values) => values.media.length === 0 || values.type === 'linkedin', {
    path: ['media'],
    message: 'Only LinkedIn tasks carry images and videos. Change the type or remove the files.',
  });

/** A task to be created: one schema per vendor, the same in the form and on the server; paths name the field to blame. */
export const newTask = z.discriminatedUnion('vendor', [lemlistTask]);
export type NewTask = z.infer<typeof newTask>;
export type NewTaskInput = z.input<typeof newTask>;
