import { z } from 'zod';

import { calendarDate, timeZone } from './dates';
import { taskStatus } from './task';
import { channels, priorities, vendor } from './vendors';

const list = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .max(4000, 'This list is too long.')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).min(1, 'Name at least one value.'));

const word = z.string().max(120, 'This value is too long.');

/** A plain value is compared as a whole, `/…/` is a regular expression, both without regard to case. */
const valueOrRegex = z
  .string()
  .trim()
  .min(1, 'Give a value or a /regular expression/.')
  .max(200, 'Keep it under 200 characters.');

const dueRange = z
  .string()
  .regex(
    /^(today|tomorrow|overdue|week|none|(today|\d{4}-\d{2}-\d{2})?\.\.(today|\d{4}-\d{2}-\d{2})?)$/,
    'Use today, tomorrow, overdue, week, none, ..today or a range such as 2026-03-01..2026-03-31.',
  )
  .refine(
    (text) => (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every((date) => calendarDate.safeParse(date).success),
    'This date does not exist. Check day and month.',
  )
  .refine(
    (text) => (text.match(/\d{4}(?=-)/g) ?? []).every((year) => year >= '1900' && year <= '9998'),
    'Use years between 1900 and 9998.',
  );

/** What narrows the board: the page's URL and `GET /api/tasks` carry the same words. A leading `-` excludes a value. */
export const taskFilter = z
  .strictObject({
    q: z.string().trim().max(200, 'Search for something shorter.'),
    connection: list(z.uuid('This is not a connection.')),
    vendor: list(vendor),
    channel: list(z.enum(channels)),
    type: list(word),
    assignee: list(word),
    priority: list(z.enum(priorities)),
    due: dueRange,
    campaign: list(word),
    campaignState: list(word),
    name: valueOrRegex,
    email: valueOrRegex,
    phone: valueOrRegex,
    linkedin: valueOrRegex,
    state: list(z.enum(['held', 'waiting', 'failed', 'checking', 'elsewhere'])),
    /** How far back the closed columns reach. */
    closed: z.enum(['today', '7d', '30d', 'all']),
    tz: timeZone,
  })
  .partial();
export type TaskFilter = z.infer<typeof taskFilter>;

export const taskQuery = taskFilter.extend({
  status: taskStatus,
  limit: z.coerce.number('Give a number.').int().min(1).max(200, 'At most 200 at once.').default(50),
  cursor: z.string().max(300).optional(),
});
export type TaskQuery = z.infer<typeof taskQuery>;

/** `GET /api/tasks/:id/person`: the zone says when today began. */
export const personQuery = z.strictObject({ tz: timeZone.default('UTC') });

export const changesQuery = taskFilter.extend({
  since: z
    .string()
    .regex(/^\d{1,19}$/, 'Use the revision of an earlier answer.')
    .optional(),
});
export type ChangesQuery = z.infer<typeof changesQuery>;
