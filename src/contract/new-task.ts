import { addHours, subYears } from 'date-fns';
import * as z from 'zod/mini';

import { instant, type Due } from './dates';
import { givenDate, givenDue, givenInstant } from './given-due';
import { sentMedia } from './media';
import { orNull } from './or-null';
import { parent, type Parent } from './parent';
import type { MediaItem } from './task';
import { textUpTo, trimmedUpTo } from './text';
import { vendorRules, type Priority, type Vendor } from './vendors';

/** Source: lemlist's Create Task page, images and videos together. */
const mediaLimit = 6;

const shared = {
  /** Made when the form opens; the same id sent twice creates one task. */
  id: z.uuid(),
  connectionId: z.uuid('Choose where to send it.'),
  text: z._default(textUpTo(20_000, 'Keep the message under 20,000 characters.'), ''),
};
const title = trimmedUpTo(500, 'Keep the title under 500 characters.');

const lemlistTask = z
  .strictObject({
    vendor: z.literal('lemlist'),
    ...shared,
    type: z.enum(['email', 'phone', 'linkedin', 'manual'], 'Choose a type.'),
    title: z._default(title, ''),
    priority: z._default(
      z.enum(['none', 'low', 'medium', 'high'], 'lemlist knows none, low, medium and high.'),
      'none',
    ),
    due: z.strictObject(
      { kind: z.literal('instant', 'lemlist needs a time as well as a date.'), at: givenInstant },
      'Say when it is due.',
    ),
    assigneeId: z.string('Choose who does it.').check(z.minLength(1, 'Choose who does it.')),
    parents: z
      .array(
        z.extend(parent, {
          kind: z.enum(
            ['contact', 'company', 'lead'],
            'lemlist links a task to a contact, a company or a lead.',
          ),
        }),
      )
      .check(
        z.minLength(1, 'Link the task to a contact, a company or a lead.'),
        z.maxLength(1, 'lemlist links a task to one record.'),
      ),
    media: z._default(
      z
        .array(sentMedia)
        .check(z.maxLength(mediaLimit, 'lemlist takes at most 6 images and videos. Remove some.')),
      [],
    ),
  })
  .check(
    z.refine((values) => values.media.length === 0 || values.type === 'linkedin', {
      path: ['media'],
      message: 'Only LinkedIn tasks carry images and videos. Change the type or remove the files.',
    }),
  );

const saleshandyTask = z.strictObject({
  vendor: z.literal('saleshandy'),
  ...shared,
  type: z
    .string('Choose a type.')
    .check(
      z.refine(
        (value) => vendorRules.saleshandy.types.some((type) => type.value === value),
        'Choose one of Saleshandy’s types.',
      ),
    ),
  priority: z._default(
    z.enum(['none', 'low', 'medium', 'high', 'urgent'], 'Choose a priority of the list.'),
    'none',
  ),
  /** Today at Saleshandy when it is left out. */
  due: orNull(
    z.strictObject({
      kind: z.literal('date', 'Saleshandy takes a date without a time.'),
      date: givenDate,
    }),
  ),
  parents: z
    .array(z.extend(parent, { kind: z.literal('prospect', 'Saleshandy links a task to a prospect.') }))
    .check(
      z.minLength(1, 'Choose at least one prospect.'),
      z.maxLength(100, 'Choose at most 100 prospects at once.'),
    ),
});

/** A record by its id, or by its name alone (`id` empty), which LeadLex then looks up. */
const leadlexParent = z.extend(parent, {
  kind: z.enum(
    ['contact', 'deal', 'event', 'company'],
    'LeadLex links a task to a contact, a deal, an event or a company.',
  ),
  id: z.string(),
});

const leadlexTask = z.strictObject({
  vendor: z.literal('leadlex'),
  ...shared,
  type: z._default(trimmedUpTo(60, 'Keep the type under 60 characters.'), ''),
  title: title.check(z.minLength(1, 'LeadLex needs a title.')),
  priority: z._default(z.enum(['low', 'medium', 'high'], 'LeadLex knows low, medium and high.'), 'medium'),
  due: orNull(givenDue),
  assigneeId: orNull(z.string().check(z.minLength(1, 'Choose who does it.'))),
  progress: z._default(z.boolean(), false),
  parents: z.array(leadlexParent).check(
    z.minLength(1, 'Link the task to a contact, a deal, an event or a company.'),
    z.maxLength(4, 'Link at most one contact, deal, event and company.'),
    z.refine(
      (all) => new Set(all.map((one) => one.kind)).size === all.length,
      'Link at most one record of each kind.',
    ),
    z.refine(
      (all) => all.every((one) => one.id !== '' || one.kind === 'contact' || one.kind === 'company'),
      'Only a contact or a company can be given by name. Choose the record from the list.',
    ),
  ),
  /** Kept by LeadLex only within this window; outside it would silently take the present time. */
  createdDate: orNull(
    instant.check(
      z.refine(
        (at) => isRecent(new Date(at)),
        'LeadLex keeps a date within the last 5 years and the next 24 hours.',
      ),
    ),
  ),
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
