import { dateIn, dueBucket, type Due, type DueBucket } from '#contract/dates';

import type { Clock } from '../clock/clock';
import { dateWords, dayWords, momentInWords, timeWords, type DateShape } from '../clock/clock-words';

export type DueWords = {
  /** For the card: relative within a week ("in 2 h", "Tue 14:00", "3 d late"), the date beyond. */
  short: string;
  /** For the hover: the whole date, and the time where there is one. */
  full: string;
  bucket: DueBucket;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What a due says at a moment, in the reader's zone and date format. */
export function dueWords(due: Due | null, now: Date, clock: Clock): DueWords {
  if (due === null) return { short: '', full: 'No date', bucket: 'none' };
  const bucket = dueBucket(due, now, clock.zone);
  if (due.kind === 'date')
    return { short: nearDate(due.date, now, clock), full: dateWords(due.date, 'full', clock), bucket };
  const at = new Date(due.at);
  return { short: nearMoment(at, now, clock), full: momentInWords(at, clock), bucket };
}

/** The moment by itself, for "until …": the time of today, else the day with the time where there is one. */
export function untilWords(due: Due, now: Date, clock: Clock): string {
  if (due.kind === 'date') return comingDay(due.date, now, clock);
  const at = new Date(due.at);
  const date = dateIn(clock.zone, at);
  const time = timeWords(at, clock);
  return date === dateIn(clock.zone, now) ? time : `${comingDay(date, now, clock)} ${time}`;
}

/** The same in as few letters as a card has room for: "14:30", "Mon 09:00", "Tomorrow". */
export function wakingWords(due: Due, now: Date, clock: Clock): string {
  const isToday = due.kind === 'instant' && dateIn(clock.zone, new Date(due.at)) === dateIn(clock.zone, now);
  return isToday ? timeWords(new Date(due.at), clock) : dueWords(due, now, clock).short;
}

/** The day with its weekday, and the time where there is one: "Mon 30 Nov, 09:00". */
export function dayAndTimeWords(due: Due, clock: Clock): string {
  if (due.kind === 'date') return dateWords(due.date, 'weekday-day', clock);
  const at = new Date(due.at);
  return `${dayWords(at, 'weekday-day', clock)}, ${timeWords(at, clock)}`;
}

function comingDay(date: string, now: Date, clock: Clock): string {
  const days = daysUntil(date, now, clock);
  if (days === 0 || days === 1) return days === 0 ? 'today' : 'tomorrow';
  return dateWords(date, days > 0 && days < 7 ? 'weekday' : farShape(date, now, clock), clock);
}

function nearDate(date: string, now: Date, clock: Clock): string {
  const days = daysUntil(date, now, clock);
  const named = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
  if (named !== undefined) return named;
  if (days < 0 && days > -7) return `${-days} d late`;
  return dateWords(date, days > 0 && days < 7 ? 'weekday' : farShape(date, now, clock), clock);
}

function nearMoment(at: Date, now: Date, clock: Clock): string {
  const ahead = at.getTime() - now.getTime();
  const date = dateIn(clock.zone, at);
  const far = () => dateWords(date, farShape(date, now, clock), clock);
  if (ahead < 0) return lateWords(-ahead) ?? far();
  const days = daysUntil(date, now, clock);
  if (ahead < hourMs) return ahead < minuteMs ? 'now' : `in ${Math.floor(ahead / minuteMs)} min`;
  if (days === 0) return `in ${Math.floor(ahead / hourMs)} h`;
  return days < 7 ? `${dateWords(date, 'weekday', clock)} ${timeWords(at, clock)}` : far();
}

function lateWords(late: number): string | null {
  if (late < hourMs) return `${Math.max(1, Math.floor(late / minuteMs))} min late`;
  if (late < dayMs) return `${Math.floor(late / hourMs)} h late`;
  return late < 7 * dayMs ? `${Math.floor(late / dayMs)} d late` : null;
}

function daysUntil(date: string, now: Date, { zone }: Clock): number {
  return Math.round((Date.parse(date) - Date.parse(dateIn(zone, now))) / dayMs);
}

function farShape(date: string, now: Date, { zone }: Clock): DateShape {
  return date.slice(0, 4) === dateIn(zone, now).slice(0, 4) ? 'day' : 'day-of-year';
}
