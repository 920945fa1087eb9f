import { z } from 'zod';

import { timeZone } from './dates';
import { filterText, readFilter } from './filter/filter-query';
import type { TaskFilter } from './task-filter';

/** A view that every board has. */
export type BuiltInView = { id: string; name: string; filter: TaskFilter };

export const builtInViews = [
  { id: 'my-day', name: 'My day', filter: { assignee: ['me'], due: '..today' } },
  { id: 'all-open', name: 'All open', filter: {} },
  { id: 'overdue', name: 'Overdue', filter: { due: 'overdue' } },
  { id: 'snoozed', name: 'Snoozed', filter: { due: 'snoozed' } },
  { id: 'calls', name: 'Calls', filter: { channel: ['call'] } },
  { id: 'linkedin', name: 'LinkedIn', filter: { channel: ['linkedin'] } },
] as const satisfies readonly BuiltInView[];

const viewName = z
  .string()
  .trim()
  .min(1, 'Give the view a name.')
  .max(60, 'Keep the name under 60 characters.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'This name holds a character that cannot be kept. Type it anew.');

/**
 * The filter as the query string of the page's address; kept in one way of writing. The zone is left out: a view is seen
 * in the zone of whoever looks at it.
 */
const viewFilter = z
  .string()
  .max(4000, 'This filter is too long.')
  .transform((text, check) => {
    const { filter, dropped } = readFilter(text);
    const unkeepable = [...new URLSearchParams(text).values()].some((value) => value.includes('\0'));
    const message = unkeepable
      ? 'This filter holds a character that cannot be kept.'
      : dropped.map(({ param, message: why }) => `${param}: ${why}`)[0];
    if (message !== undefined) check.addIssue({ code: 'custom', message });
    const { tz: _, ...kept } = filter;
    return filterText(kept);
  });

/** A named filter, private until it is shared. */
export const view = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The query string of the page's address, without a question mark. */
  filter: z.string(),
  shared: z.boolean(),
  /** The name of the rep who made it; null when they had not said who they are: it is everyone's then. */
  owner: z.string().nullable(),
  /** The rep who asks may change it. */
  own: z.boolean(),
  /** Its place among its owner's views, from 0. */
  position: z.number().int(),
});
export type View = z.infer<typeof view>;
export const viewList = z.object({ items: z.array(view) });

/** `POST /api/views`; the id is made by the client and makes the call safe to repeat. */
export const newView = z.strictObject({
  id: z.uuid('This is not an id.'),
  name: viewName,
  filter: viewFilter,
  shared: z.boolean().default(false),
  /** The place among one's views, from 0; the last when left out. */
  position: z.number().int().min(0).max(1000).optional(),
});
export type NewView = z.infer<typeof newView>;

export const viewChange = z
  .strictObject({
    name: viewName,
    filter: viewFilter,
    shared: z.boolean(),
    position: z.number().int().min(0).max(1000),
  })
  .partial();
export type ViewChange = z.infer<typeof viewChange>;

export const viewCountsQuery = z.strictObject({ tz: timeZone.default('UTC') });

/** How many open tasks each view shows, built in or saved; null where its filter cannot be followed. */
export const viewCounts = z.object({
  items: z.array(z.object({ id: z.string(), count: z.number().int().nullable() })),
});
export type ViewCounts = z.infer<typeof viewCounts>;
