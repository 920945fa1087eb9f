import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import * as z from 'zod/mini';

const dayMs = 24 * 3_600_000;
const wrongYear = 'This year cannot be kept. Check it.';
const unknownZone = 'This time zone is not known. Use a name such as Europe/Berlin.';

/** A calendar date, YYYY-MM-DD, checked to exist. */
export const calendarDate = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Give the date as YYYY-MM-DD.'),
  z.refine((text) => isRealDate(text), 'This date does not exist. Check day and month.'),
  z.refine((text) => !text.startsWith('00'), wrongYear),
);

/** An instant, ISO 8601 with offset; kept in milliseconds UTC. */
export const instant = z
  .pipe(
    z.iso.datetime({ offset: true, error: 'Give date and time, for example 2026-03-10T09:00:00Z.' }),
    z.transform((text: string) => new Date(text).toISOString()),
  )
  .check(z.refine((text) => /^\d{4}-/.test(text), wrongYear));

/** Due is a calendar date or an instant and is never turned from one into the other. */
export const due = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), date: calendarDate }),
  z.strictObject({ kind: z.literal('instant'), at: instant }),
]);
export type Due = z.infer<typeof due>;

/** An IANA time zone name that this machine knows. */
export const timeZone = z.string().check(
  z.maxLength(64, unknownZone),
  z.refine((name) => isTimeZone(name), unknownZone),
);

export const dueBuckets = ['overdue', 'today', 'tomorrow', 'week', 'later', 'none'] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** The calendar date, YYYY-MM-DD, on which `at` falls in the zone. */
export function dateIn(zone: string, at: Date): string {
  const local = new TZDate(at, zone);
  return [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}

/** The instant at which the calendar date begins in the zone, right on clock-change days too. */
export function startOfDate(zone: string, date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(startOfDay(new TZDate(year, month - 1, day, zone)).getTime());
}

/** The calendar date `days` after the given one. */
export function addToDate(date: string, days: number): string {
  // Days of UTC, which all have 24 hours: those of the machine's own zone may not.
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The first calendar date after this week, weeks ending on Sunday. */
export function endOfWeek(today: string): string {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addToDate(today, 7 - weekday);
}

/** Which part of Pending a due belongs to. A date is overdue once its day is over, an instant once it has passed. */
export function dueBucket(value: Due | null, now: Date, zone: string): DueBucket {
  if (value === null) return 'none';
  const today = dateIn(zone, now);
  const date = value.kind === 'date' ? value.date : dateIn(zone, new Date(value.at));
  if (value.kind === 'instant' ? new Date(value.at) < now : date < today) return 'overdue';
  if (date <= today) return 'today';
  if (date === addToDate(today, 1)) return 'tomorrow';
  return date < endOfWeek(today) ? 'week' : 'later';
}

function isRealDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
