import { addHours, subYears } from 'date-fns';
import { z } from 'zod';

import { instant, type Due } from './dates';
import { givenDate, givenDue, givenInstant } from './given-due';
import { sentMedia } from './media';
import { parent, type Parent } from './parent';
import type { MediaItem } from './task';
import { vendorRules, type Priority, type Vendor } from './vendors';

/** Source: lemlist's Create Task page, images and videos together. */
const mediaLimit = 6;

const shared = {
  /** Made when the form opens; the same id sent twice creates one task. */
  id: z.uuid(),
  connectionId: z.uuid('Choose where to send it.'),
  text: z.string().max(20_000, 'Keep the message under 20,000 characters.').default(''),
};
const title = z.string().trim().max(500, 'Keep the title under 500 characters.');

const lemlistTask = z
  .strictObject({
    vendor: z.literal('lemlist'),
    ...shared,
    type: z.enum(['email', 'phone', 'linkedin', 'manual'], 'Choose a type.'),
    title: title.default(''),
    priority: z
      .enum(['none', 'low', 'medium', 'high'], 'lemlist knows none, low, medium and high.')
      .default('none'),
    due: z.strictObject(
      { kind: z.literal('instant', 'lemlist needs a time as well as a date.'), at: givenInstant },
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
      .array(sentMedia)
      .max(mediaLimit, 'lemlist takes at most 6 images and videos. Remove some.')
      .default([]),
  })
  .refine((values) => values.media.length === 0 || values.type === 'linkedin', {
    path: ['media'],
    message: 'Only LinkedIn tasks carry images and videos. Change the type or remove the files.',
  });

const saleshandyTask = z.strictObject({
  vendor: z.literal('saleshandy'),
  ...shared,
  type: z
    .string('Choose a type.')
    .refine(
      (value) => vendorRules.saleshandy.types.some((type) => type.value === value),
      'Choose one of Saleshandy’s types.',
    ),
  priority: z
    .enum(['none', 'low', 'medium', 'high', 'urgent'], 'Choose a priority of the list.')
    .default('none'),
  /** Today at Saleshandy when it is left out. */
  due: z
    .strictObject({
      kind: z.literal('date', 'Saleshandy takes a date without a time.'),
      date: givenDate,
    })
    .nullable()
    .default(null),
  parents: z
    .array(parent.extend({ kind: z.literal('prospect', 'Saleshandy links a task to a prospect.') }))
    .min(1, 'Choose at least one prospect.')
    .max(100, 'Choose at most 100 prospects at once.'),
});

/** A record by its id, or by its name alone (`id` empty), which LeadLex then looks up. */
const leadlexParent = parent.extend({
  kind: z.enum(
    ['contact', 'deal', 'event', 'company'],
    'LeadLex links a task to a contact, a deal, an event or a company.',
  ),
  id: z.string(),
});

const leadlexTask = z.strictObject({
  vendor: z.literal('leadlex'),
  ...shared,
  type: z.string().trim().max(60, 'Keep the type under 60 characters.').default(''),
  title: title.min(1, 'LeadLex needs a title.'),
  priority: z.enum(['low', 'medium', 'high'], 'LeadLex knows low, medium and high.').default('medium'),
  due: givenDue.nullable().default(null),
  assigneeId: z.string().min(1).nullable().default(null),
  progress: z.boolean().default(false),
  parents: z
    .array(leadlexParent)
    .min(1, 'Link the task to a contact, a deal, an event or a company.')
    .max(4, 'Link at most one contact, deal, event and company.')
    .refine(
      (all) => new Set(all.map((one) => one.kind)).size === all.length,
      'Link at most one record of each kind.',
    )
    .refine(
      (all) => all.every((one) => one.id !== '' || one.kind === 'contact' || one.kind === 'company'),
      'Only a contact or a company can be given by name. Choose the record from the list.',
    ),
  /** Kept by LeadLex only within this window; outside it would silently take the present time. */
  createdDate: instant
    .refine(
      (at) => isRecent(new Date(at)),
      'LeadLex keeps a date within the last 5 years and the next 24 hours.',
    )
    .nullable()
    .default(null),
});

function isRecent(at: Date): boolean {
  const now = new Date();
  return at >= subYears(now, 5) && at <= addHours(now, 24);
}

/** A task to be created: one schema per vendor, the same in the form and on the server; paths name the field to blame. */
export const newTask = z.discriminatedUnion('vendor', [lemlistTask, saleshandyTask, leadlexTask]);
export type NewTask = z.infer<typeof newTask>;
export type NewTaskInput = z.input<typeof newTask>;
export type NewTaskOf<V extends NewTask['vendor']> = Extract<NewTask, { vendor: V }>;

/** A task to be created as every vendor's adapter gets it: what a vendor does not know is empty. */
export type TaskDraft = {
  vendor: Vendor;
  type: string;
  title: string;
  text: string;
  priority: Priority;
  due: Due | null;
  assigneeId: string | null;
  parents: readonly Parent[];
  media: readonly MediaItem[];
  progress: boolean;
  createdDate: string | null;
};

const emptyDraft = { title: '', assigneeId: null, media: [], progress: false, createdDate: null };

/** The same for every vendor, whatever its own form leaves out. */
export function taskDraft(input: NewTask): TaskDraft {
  return { ...emptyDraft, ...input };
}
