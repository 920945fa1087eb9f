import type { Clock } from '../../tasks/clock/clock';
import { dateWords } from '../../tasks/clock/clock-words';
import type { SpreadDay } from './spread';

/** "250 tasks over 10 days, the last on Fri 4 Dec". */
export function planWords(days: readonly SpreadDay[], clock: Clock): string {
  const count = days.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const last = days.at(-1);
  if (last === undefined) return '';
  const day = dateWords(last.date, 'weekday-day', clock);
  const when = days.length === 1 ? `on ${day}` : `over ${days.length} days, the last on ${day}`;
  return `${countWords(count)} ${when}`;
}

export function countWords(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'task' : 'tasks'}`;
}

/** The short and the long name of a day of the week, 1 being Monday. */
export function weekdayNames(weekday: number): { short: string; long: string } {
  const date = `2024-01-0${weekday}`;
  return { short: inWords(date, { weekday: 'short' }), long: inWords(date, { weekday: 'long' }) };
}

function inWords(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
