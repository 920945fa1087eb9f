import { TZDate } from '@date-fns/tz';

import { addToDate, dateIn } from '#contract/dates';
import type { Due } from '#contract/dates';

/**
 * What the due field says: a date (YYYY-MM-DD) and a time of day (HH:MM); either may be empty. `unread` is text that
 * means no date, kept so that nothing typed is lost.
 */
export type DueParts = { date: string; time: string; unread?: string | undefined };

/** The due that date and time say: both make an instant in the zone, a date alone stays a date. */
export function dueFromParts({ date, time }: DueParts, zone: string): Due | null {
  if (date === '') return null;
  if (time === '') return { kind: 'date', date };
  const at = instantIn(zone, date, time);
  return at === null ? null : { kind: 'instant', at };
}

/** Date and time that show a due in the zone. Seconds are not shown. */
export function dueToParts(due: Due | null, zone: string): DueParts {
  if (due === null) return { date: '', time: '' };
  if (due.kind === 'date') return { date: due.date, time: '' };
  const at = new Date(due.at);
  return { date: dateIn(zone, at), time: timeIn(zone, at) };
}

/** Where a new task starts: tomorrow at nine in the zone. */
export function tomorrowMorning(now: Date, zone: string): DueParts {
  return { date: addToDate(dateIn(zone, now), 1), time: '09:00' };
}

/** The instant that a `datetime-local` input (YYYY-MM-DDTHH:MM) says in the zone; null when it is empty. */
export function instantFromInput(input: string, zone: string): string | null {
  const [date = '', time = ''] = input.split('T');
  return date === '' || time === '' ? null : instantIn(zone, date, time);
}

/** An instant as a `datetime-local` input shows it in the zone. */
export function instantToInput(at: string, zone: string): string {
  const { date, time } = dueToParts({ kind: 'instant', at }, zone);
  return `${date}T${time}`;
}

function instantIn(zone: string, date: string, time: string): string | null {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime());
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function timeIn(zone: string, at: Date): string {
  const local = new TZDate(at, zone);
  return [local.getHours(), local.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
