import * as z from 'zod/mini';

import { timeZone } from './dates';
import { filterText, readFilter } from './filter/filter-query';
import type { TaskFilter } from './task-filter';
import { givenName, textUpTo } from './text';

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

const viewName = givenName('Give the view a name.', 60);

/**
 * The filter as the query string of the page's address; kept in one way of writing. The zone is left out: a view is seen
 * in the zone of whoever looks at it.
 */
const viewFilter = z.pipe(
  textUpTo(4000, 'This filter is too long.'),
  z.transform((text: string, { issues }) => {
    const { filter, dropped } = readFilter(text);
    const unkeepable = [...new URLSearchParams(text).values()].some((value) => value.includes('\0'));
    const message = unkeepable
      ? 'This filter holds a character that cannot be kept.'
      : dropped.map(({ param, message: why }) => `${param}: ${why}`)[0];
    if (message !== undefined) issues.push({ code: 'custom', message, input: text });
    const { tz: _, ...kept } = filter;
    return filterText(kept);
  }),
);

/** A named filter, private until it is shared. */
export const view = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The query string of the page's address, without a question mark. */
  filter: z.string(),
  shared: z.boolean(),
  /** The name of the rep who made it; null when they had not said who they are: it is everyone's then. */
  owner: z.nullable(z.string()),
  /** The rep who asks may change it. */
  own: z.boolean(),
  /** Its place among its owner's views, from 0. */
  position: z.int(),
});
export type View = z.infer<typeof view>;
export const viewList = z.object({ items: z.array(view) });

const place = z.int().check(z.minimum(0), z.maximum(1000));

/** `POST /api/views`; the id is made by the client and makes the call safe to repeat. */
export const newView = z.strictObject({
  id: z.uuid('This is not an id.'),
  name: viewName,
  filter: viewFilter,
  shared: z._default(z.boolean(), false),
  /** The place among one's views, from 0; the last when left out. */
  position: z.optional(place),
});
export type NewView = z.infer<typeof newView>;

export const viewChange = z.partial(
  z.strictObject({ name: viewName, filter: viewFilter, shared: z.boolean(), position: place }),
);
export type ViewChange = z.infer<typeof viewChange>;

export const viewCountsQuery = z.strictObject({ tz: z._default(timeZone, 'UTC') });

/** How many open tasks each view shows, built in or saved; null where its filter cannot be followed. */
export const viewCounts = z.object({
  items: z.array(z.object({ id: z.string(), count: z.nullable(z.int()) })),
});
export type ViewCounts = z.infer<typeof viewCounts>;
