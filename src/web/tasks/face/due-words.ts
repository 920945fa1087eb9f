import { dateIn, dueBucket, type Due, type DueBucket } from '#contract/dates';

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
export function dueWords(due: Due | null, now: Date, zone: string): DueWords {
  if (due === null) return { short: '', full: 'No date', bucket: 'none' };
  const bucket = dueBucket(due, now, zone);
  const short =
    due.kind === 'date' ? dateWords(due.date, now, zone) : instantWords(new Date(due.at), now, zone);
  return { short, full: fullWords(due, zone), bucket };
}

/** The moment by itself, for "until …": the time of today, else the day with the time where there is one. */
export function untilWords(due: Due, now: Date, zone: string): string {
  if (due.kind === 'date') return dayWords(new Date(`${due.date}T12:00:00Z`), due.date, now, zone, 'UTC');
  const at = new Date(due.at);
  const date = dateIn(zone, at);
  const clock = inWords(at, zone, time);
  return date === dateIn(zone, now) ? clock : `${dayWords(at, date, now, zone, zone)} ${clock}`;
}

/** The day with its weekday, and the time where there is one: "Mon 30 Nov, 09:00". */
export function dayAndTimeWords(due: Due, zone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;
  if (due.kind === 'date') return inWords(new Date(`${due.date}T12:00:00Z`), 'UTC', day);
  const at = new Date(due.at);
  return `${inWords(at, zone, day)}, ${inWords(at, zone, time)}`;
}

function dayWords(at: Date, date: string, now: Date, zone: string, drawnIn: string): string {
  const days = daysBetween(dateIn(zone, now), date);
  if (days === 0 || days === 1) return days === 0 ? 'today' : 'tomorrow';
  return days > 0 && days < 7 ? inWords(at, drawnIn, weekday) : dayAndMonth(at, now, drawnIn);
}

function dateWords(date: string, now: Date, zone: string): string {
  const days = daysBetween(dateIn(zone, now), date);
  const named = { '-1': 'Yesterday', 0: 'Today', 1: 'Tomorrow' }[days];
  if (named !== undefined) return named;
  if (days < 0 && days > -7) return `${-days} d late`;
  // A calendar date is drawn at its noon in UTC, so that no zone moves it to its neighbour.
  const noon = new Date(`${date}T12:00:00Z`);
  return days > 0 && days < 7 ? inWords(noon, 'UTC', weekday) : dayAndMonth(noon, now, 'UTC');
}

function instantWords(at: Date, now: Date, zone: string): string {
  const ahead = at.getTime() - now.getTime();
  if (ahead < 0) return lateWords(-ahead) ?? dayAndMonth(at, now, zone);
  const days = daysBetween(dateIn(zone, now), dateIn(zone, at));
  if (ahead < hourMs) return ahead < minuteMs ? 'now' : `in ${Math.floor(ahead / minuteMs)} min`;
  if (days === 0) return `in ${Math.floor(ahead / hourMs)} h`;
  return days < 7 ? `${inWords(at, zone, weekday)} ${inWords(at, zone, time)}` : dayAndMonth(at, now, zone);
}

function lateWords(late: number): string | null {
  if (late < hourMs) return `${Math.max(1, Math.floor(late / minuteMs))} min late`;
  if (late < dayMs) return `${Math.floor(late / hourMs)} h late`;
  return late < 7 * dayMs ? `${Math.floor(late / dayMs)} d late` : null;
}

function fullWords(due: Due, zone: string): string {
  if (due.kind === 'date') return inWords(new Date(`${due.date}T12:00:00Z`), 'UTC', { dateStyle: 'full' });
  return inWords(new Date(due.at), zone, { dateStyle: 'full', timeStyle: 'short' });
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

const weekday = { weekday: 'short' } as const;
const time = { hour: '2-digit', minute: '2-digit' } as const;

function dayAndMonth(at: Date, now: Date, zone: string): string {
  const sameYear = dateIn(zone, at).slice(0, 4) === dateIn(zone, now).slice(0, 4);
  return inWords(at, zone, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

// Making a formatter costs far more than using it, and a board draws the same few again and again.
const formatters = new Map<string, Intl.DateTimeFormat>();

function inWords(at: Date, zone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${Object.entries(options).join(' ')}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(undefined, { ...options, timeZone: zone });
  formatters.set(key, known);
  return known.format(at);
}
