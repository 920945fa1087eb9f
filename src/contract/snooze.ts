import { TZDate } from '@date-fns/tz';
import * as z from 'zod/mini';

import { dateIn, startOfDate, timeZone, type Due } from './dates';
import { givenDate, givenDue } from './given-due';

/**
 * Until when tasks sleep: a due, or a day on which each keeps what it has, so that a date stays a date and an instant keeps
 * its time of day in the zone.
 */
export const snoozeUntil = z.discriminatedUnion('kind', [
  ...givenDue.def.options,
  z.strictObject({ kind: z.literal('day'), date: givenDate, tz: timeZone }),
]);
export type SnoozeUntil = z.infer<typeof snoozeUntil>;

/** What a task that is due at `before` is due at after the snooze; one without a due gets a date. */
export function snoozedDue(until: SnoozeUntil, before: Due | null): Due {
  if (until.kind !== 'day') return until;
  if (before === null || before.kind === 'date') return { kind: 'date', date: until.date };
  return { kind: 'instant', at: sameTimeOn(until.date, until.tz, new Date(before.at)).toISOString() };
}

/** Where the clock leaves that time out, the one it goes to instead; never one of another day. */
function sameTimeOn(date: string, zone: string, at: Date): Date {
  const time = new TZDate(at, zone);
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const moved = new TZDate(
    year,
    month - 1,
    day,
    time.getHours(),
    time.getMinutes(),
    time.getSeconds(),
    time.getMilliseconds(),
    zone,
  );
  return dateIn(zone, moved) === date ? new Date(moved.getTime()) : startOfDate(zone, date);
}
