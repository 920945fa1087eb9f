import * as z from 'zod/mini';

import { calendarDate } from './dates';
import { channel } from './vendors';

/** How long open tasks have been overdue, in days of the zone: up to the number named, from the one named before. */
export const overdueAges = ['1', '3', '7', '30', 'older'] as const;
export type OverdueAge = (typeof overdueAges)[number];

/** How many days `stats` looks back, today included. */
export const statsDays = 30;

/**
 * `GET /api/stats`: what was done and what is still to do, of the tasks whose people, tools and words match the filter. Its
 * `due`, `closed` and `sort` play no part. Done is what was completed, here or at the vendor; what was ignored is neither.
 */
export const stats = z.object({
  /** By channel, those with nothing left out: completed today, and open with a due of today or before. */
  channels: z.array(z.object({ channel, done: z.int(), open: z.int() })),
  /** The open ones that are overdue, each age once. */
  overdue: z.array(z.object({ age: z.enum(overdueAges), count: z.int() })),
  /** Completed on each of the last days, oldest first, the last one today. */
  days: z.array(z.object({ date: calendarDate, done: z.int() })),
});
export type Stats = z.infer<typeof stats>;
