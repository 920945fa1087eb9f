import { TZDate } from '@date-fns/tz';

import { addToDate, dateIn, endOfWeek, type Due } from '#contract/dates';
import { takesDate } from '#contract/takes-date';

export const snoozeKinds = ['later-today', 'tomorrow', 'working-days', 'next-week'] as const;
export type SnoozeKind = (typeof snoozeKinds)[number];

export const snoozeNames: Record<SnoozeKind, string> = {
  'later-today': 'Later today',
  tomorrow: 'Tomorrow',
  'working-days': 'In 2 working days',
  'next-week': 'Next week',
};

const morningHour = 9;
const halfHourMs = 30 * 60_000;
const laterMs = 3 * 60 * 60_000;

/** The due that is moved, and the kinds of due that the vendor can hold. */
type Moved = { due: Due | null; kinds: readonly Due['kind'][] };

/**
 * Until when a task sleeps: a date stays a date, everything else becomes a time (09:00 on a later day, some three hours
 * on today), and where the vendor knows one kind alone it is that one. `null` where there is no such moment: today's
 * last hours, or a date that cannot be later on its own day.
 */
export function snoozeUntil(kind: SnoozeKind, moved: Moved, now: Date, zone: string): Due | null {
  const dated = takesDate(moved);
  const today = dateIn(zone, now);
  if (kind === 'later-today') {
    const at = halfHourAfter(now.getTime() + laterMs, zone);
    if (dated || dateIn(zone, at) !== today) return null;
    return { kind: 'instant', at: at.toISOString() };
  }
  const date = dayOf(kind, today);
  if (dated) return { kind: 'date', date };
  return morningOf(date, zone);
}

/** The next full or half hour as the clocks of the zone show it; some are a quarter of an hour apart from UTC. */
function halfHourAfter(time: number, zone: string): Date {
  const aheadMs = -new TZDate(time, zone).getTimezoneOffset() * 60_000;
  return new Date(Math.ceil((time + aheadMs) / halfHourMs) * halfHourMs - aheadMs);
}

function morningOf(date: string, zone: string): Due {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const morning = new TZDate(year, month - 1, day, morningHour, zone);
  return { kind: 'instant', at: new Date(morning.getTime()).toISOString() };
}

function dayOf(kind: Exclude<SnoozeKind, 'later-today'>, today: string): string {
  const tomorrow = addToDate(today, 1);
  if (kind === 'tomorrow') return tomorrow;
  if (kind === 'working-days') return workingDaysAfter(today, 2);
  const monday = endOfWeek(today);
  // Who says "next week" on a Sunday does not mean tomorrow.
  return monday === tomorrow ? addToDate(monday, 7) : monday;
}

/** Monday to Friday; what is a holiday where is not known here. */
function workingDaysAfter(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; left -= isWeekend(day) ? 0 : 1) day = addToDate(day, 1);
  return day;
}

function isWeekend(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).getUTCDay() % 6 === 0;
}

/** The same moment for another task, as a date or as a time, whichever that one can hold. */
export function untilAs(until: Due, moved: Moved, zone: string): Due {
  if (takesDate(moved) === (until.kind === 'date')) return until;
  if (until.kind === 'instant') return { kind: 'date', date: dateIn(zone, new Date(until.at)) };
  return morningOf(until.date, zone);
}
