import * as z from 'zod/mini';

import { calendarDate, due, instant } from './dates';

/** No vendor's document bounds a due; what a rep types further away than this is a slip. One that a vendor tells is taken as it is. */
const mostYears = 100;
const yearMs = 365.2425 * 24 * 3_600_000;
const tooFar = `This is more than ${mostYears} years away. Check the year.`;

/** A calendar date that a rep gives. */
export const givenDate = calendarDate.check(z.refine(isNear, tooFar));

/** An instant that a rep gives. */
export const givenInstant = instant.check(z.refine(isNear, tooFar));

const [onDate, atInstant] = due.def.options;

/** A due that a rep gives. */
export const givenDue = z.discriminatedUnion('kind', [
  z.extend(onDate, { date: givenDate }),
  z.extend(atInstant, { at: givenInstant }),
]);

function isNear(text: string): boolean {
  return Math.abs(Date.parse(text) - Date.now()) <= mostYears * yearMs;
}
