import { dateIn } from '#contract/dates';

import type { Clock, DateStyle } from './clock';
import { zoneName } from './zone-name';

/** How much of a date is written: "Fri", "4 Dec", "4 Dec 2026", "Fri 4 Dec", "Fri 4 Dec 2026", "Friday 4 December 2026". */
export type DateShape = 'weekday' | 'day' | 'day-of-year' | 'weekday-day' | 'weekday-day-of-year' | 'full';

const shapes: Record<DateShape, Intl.DateTimeFormatOptions> = {
  weekday: { weekday: 'short' },
  day: { day: 'numeric', month: 'short' },
  'day-of-year': { day: 'numeric', month: 'short', year: 'numeric' },
  'weekday-day': { weekday: 'short', day: 'numeric', month: 'short' },
  'weekday-day-of-year': { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  full: { dateStyle: 'full' },
};
const weekdays: Partial<Record<DateShape, Intl.DateTimeFormatOptions>> = {
  'weekday-day': shapes.weekday,
  'weekday-day-of-year': shapes.weekday,
  full: { weekday: 'long' },
};
const languages: Partial<Record<DateStyle, string>> = { 'day-month': 'en-GB', 'month-day': 'en-US' };

const browserHour12 = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hour12;

/** The date of a moment in the clock's zone. */
export function dayWords(at: Date, shape: DateShape, clock: Clock): string {
  const { zone, dates } = clock;
  if (dates !== 'iso' || shape === 'weekday')
    return written(at, zone, shapes[shape], dates && languages[dates]);
  const weekday = weekdays[shape];
  const date = dateIn(zone, at);
  return weekday ? `${written(at, zone, weekday)} ${date}` : date;
}

/** A calendar date, YYYY-MM-DD; drawn at its noon in UTC, so that no zone moves it to its neighbour. */
export function dateWords(date: string, shape: DateShape, clock: Clock): string {
  return dayWords(new Date(`${date}T12:00:00Z`), shape, { ...clock, zone: 'UTC' });
}

/** The time of day of a moment in the clock's zone. */
export function timeWords(at: Date, { zone, hours }: Clock): string {
  const shape = { hour: '2-digit', minute: '2-digit' } as const;
  if (hours === '12') return written(at, zone, { ...shape, hour: 'numeric', hour12: true });
  if (hours === undefined && browserHour12) return written(at, zone, { ...shape, hour: 'numeric' });
  return written(at, zone, hours === '24' ? { ...shape, hourCycle: 'h23' } : shape);
}

/** The whole of a moment; a zone that is not the computer's own is named. */
export function momentInWords(at: Date, clock: Clock): string {
  const words = `${dayWords(at, 'full', clock)}, ${timeWords(at, clock)}`;
  return clock.elsewhere ? `${words} (${zoneName(clock.zone)})` : words;
}

// Making a formatter costs far more than using it, and a board draws the same few again and again.
const formatters = new Map<string, Intl.DateTimeFormat>();

function written(at: Date, zone: string, options: Intl.DateTimeFormatOptions, language?: string): string {
  const key = `${language} ${zone} ${Object.entries(options).join(' ')}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  formatters.set(key, known);
  return known.format(at);
}
