import type { Clock } from '../clock/clock';
import { dateWords, timeWords } from '../clock/clock-words';
import type { DueParts } from './due-parts';

/** A due as the field's text, in words that it reads back: "Tue 24 Nov 2026, 09:00". */
export function dueText({ date, time, unread }: DueParts, { dates, hours }: Omit<Clock, 'zone'>): string {
  if (unread !== undefined) return unread;
  if (Number.isNaN(Date.parse(`${date}T12:00:00Z`))) return '';
  // The words alone are of the rep's choice here: what is typed is read in English.
  const clock = { zone: 'UTC', dates: dates ?? 'day-month', hours: hours ?? '24' } as const;
  const words = dateWords(date, 'weekday-day-of-year', clock).replaceAll(',', '');
  return time === '' ? words : `${words}, ${timeWords(new Date(`${date}T${time}:00Z`), clock)}`;
}
