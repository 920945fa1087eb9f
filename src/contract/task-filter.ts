import * as z from 'zod/mini';

import { calendarDate, timeZone } from './dates';
import { splitList } from './filter/filter-list';
import { taskStatus } from './task';
import { filledText, textUpTo, trimmedUpTo } from './text';
import { channels, priorities, vendors } from './vendors';

const list = <T extends z.ZodMiniType<unknown, string>>(item: T) =>
  z.pipe(
    z.pipe(textUpTo(4000, 'This list is too long.'), z.transform(splitList)),
    z.array(item).check(z.minLength(1, 'Name at least one value.')),
  );

const word = textUpTo(120, 'This value is too long.');

/** One of some words; another word is named in the complaint. */
const oneOf = <const Words extends readonly string[]>(words: Words, what: string) =>
  z.enum(words, { error: ({ input }) => `“${String(input).slice(0, 60)}” is not ${what}.` });

/** A plain value is compared as a whole, `/…/` is a regular expression, both without regard to case. */
const valueOrRegex = filledText(
  'Give a value or a /regular expression/.',
  200,
  'Keep it under 200 characters.',
);

const dueRange = z.string().check(
  z.regex(
    /^(today|tomorrow|overdue|week|none|snoozed|(today|\d{4}-\d{2}-\d{2})?\.\.(today|\d{4}-\d{2}-\d{2})?)$/,
    'Use today, tomorrow, overdue, week, none, snoozed, ..today or a range such as 2026-03-01..2026-03-31.',
  ),
  z.refine(
    (text) => (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).every((date) => calendarDate.safeParse(date).success),
    'This date does not exist. Check day and month.',
  ),
  z.refine(
    (text) => (text.match(/\d{4}(?=-)/g) ?? []).every((year) => year >= '1900' && year <= '9998'),
    'Use years between 1900 and 9998.',
  ),
  z.refine(
    (text) => !/^(\d{4}-\d{2}-\d{2})\.\.\d/.test(text) || text.slice(0, 10) <= text.slice(12),
    'The range ends before it begins. Swap the dates.',
  ),
);

export const syncStates = ['held', 'waiting', 'failed', 'checking', 'elsewhere', 'board-only'] as const;
export type SyncState = (typeof syncStates)[number];

export const taskSorts = ['due', 'priority', 'newest', 'person'] as const;
export type TaskSort = (typeof taskSorts)[number];

/**
 * What narrows the board: the page's URL and `GET /api/tasks` carry the same words. A leading `-` excludes a value. A
 * comma within a value is written `\,`.
 */
export const taskFilter = z.partial(
  z.strictObject({
    q: trimmedUpTo(200, 'Search for something shorter.'),
    connection: list(z.uuid('This is not a connection.')),
    vendor: list(oneOf(vendors, 'a tool')),
    channel: list(oneOf(channels, 'a channel')),
    type: list(word),
    /** Ids of members, `me` and `none`. */
    assignee: list(word),
    priority: list(oneOf(priorities, 'a priority')),
    /** `snoozed`: what a rep put off to a time that is still to come. */
    due: dueRange,
    /** Ids of campaigns, `any` and `none`. */
    campaign: list(word),
    campaignState: list(word),
    name: valueOrRegex,
    email: valueOrRegex,
    phone: valueOrRegex,
    linkedin: valueOrRegex,
    /** What is not simply saved; `waiting` is also what is being sent. */
    state: list(oneOf(syncStates, 'a state of a task')),
    /** How far back the closed columns reach. */
    closed: oneOf(['today', '7d', '30d', 'all'], 'a time to look back'),
    /** The order of Pending; the closed columns begin with what was closed last. `due` when left out. */
    sort: oneOf(taskSorts, 'an order'),
    tz: timeZone,
  }),
);
export type TaskFilter = z.infer<typeof taskFilter>;

export const taskQuery = z.extend(taskFilter, {
  status: taskStatus,
  limit: z._default(
    z.coerce.number('Give a number.').check(z.int(), z.minimum(1), z.maximum(200, 'At most 200 at once.')),
    50,
  ),
  cursor: z.optional(z.string().check(z.maxLength(600))),
});
export type TaskQuery = z.infer<typeof taskQuery>;

export const kindsQuery = z.extend(taskFilter, { status: taskStatus });
export type KindsQuery = z.infer<typeof kindsQuery>;

/** The fields whose values can be counted. */
export const facetFields = [
  'assignee',
  'vendor',
  'channel',
  'type',
  'priority',
  'due',
  'campaign',
  'campaignState',
  'state',
] as const;
export type FacetField = (typeof facetFields)[number];

export const facetQuery = z.extend(taskFilter, {
  field: oneOf(facetFields, 'a field whose values are counted'),
});
export type FacetQuery = z.infer<typeof facetQuery>;

/**
 * How many tasks each value of a field stands for under the rest of the filter, most first: open tasks, and for `state`
 * all that the board shows.
 */
export const facets = z.object({ items: z.array(z.object({ value: z.string(), count: z.int() })) });
export type Facets = z.infer<typeof facets>;

/** `GET /api/tasks/:id/person`: the zone says when today began. */
export const personQuery = z.strictObject({ tz: z._default(timeZone, 'UTC') });

export const changesQuery = z.extend(taskFilter, {
  since: z.optional(z.string().check(z.regex(/^\d{1,19}$/, 'Use the revision of an earlier answer.'))),
});
export type ChangesQuery = z.infer<typeof changesQuery>;
