import type { Clock, DateStyle, HourStyle } from '../clock/clock';
import { dateWords, timeWords } from '../clock/clock-words';
import type { DueParts } from './due-parts';

/** A due as the field's text, in words that it reads back and in the rep's way of writing: "Tue 24 Nov 2026, 09:00". */
export function dueText({ date, time, unread }: DueParts, written: Omit<Clock, 'zone'>): string {
  if (unread !== undefined) return unread;
  if (Number.isNaN(Date.parse(`${date}T12:00:00Z`))) return '';
  const clock = { zone: 'UTC', ...dueStyle(written) };
  const words = dateWords(date, 'weekday-day-of-year', clock).replaceAll(',', '');
  return time === '' ? words : `${words}, ${timeWords(new Date(`${date}T${time}:00Z`), clock)}`;
}

/**
 * The order of dates and the hours of a due field: as the rep chose, else as the browser has them, of which only those of
 * its English ones can be read back.
 */
export function dueStyle({ dates, hours }: Omit<Clock, 'zone'>): { dates: DateStyle; hours: HourStyle } {
  const { locale, hour12 } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  return {
    dates: dates ?? (/^en(-US)?$/i.test(locale) ? 'month-day' : 'day-month'),
    hours: hours ?? (/^en\b/i.test(locale) && hour12 === true ? '12' : '24'),
  };
}
