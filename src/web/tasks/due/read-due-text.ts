import { TZDate } from '@date-fns/tz';
import { casual, GB } from 'chrono-node/en';

import { dateIn } from '#contract/dates';

import type { DueParts } from './due-parts';

type Around = {
  now: Date;
  zone: string;
  /** Whether 3/10 is the tenth of March. */
  monthFirst: boolean;
  /** Whether the reader's language writes the last of December as 31.12; with a dot at its end it is read in any. */
  dotted?: boolean;
};

/**
 * The date, and the time where one is said, that words such as "tomorrow 10am", "fri" or "in 3 days" mean in the zone;
 * null when any part of the text is not understood. Past days are only meant by words that say so.
 */
export function readDueText(
  text: string,
  { now, zone, monthFirst, dotted = false }: Around,
): DueParts | null {
  const words = text
    .trim()
    .replace(/^(due|by|on|at)\s+/i, '')
    .replace(dotBeforeMonth, '');
  const named = withMonthName(words, dotted);
  const reader = monthFirst ? casual : GB;
  const reference = clockIn(zone, now);
  for (const attempt of [words, withFullHour(words), named, withFullHour(named)]) {
    const [found, more] = reader.parse(attempt, reference, { forwardDate: true });
    if (found === undefined || more !== undefined || found.text.trim() !== attempt || found.end) continue;
    const { start } = found;
    const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute') => String(start.get(name) ?? 0);
    const date = [
      part('year').padStart(4, '0'),
      part('month').padStart(2, '0'),
      part('day').padStart(2, '0'),
    ];
    // No calendar that a task keeps goes so far.
    if ((start.get('year') ?? 0) > 9999) continue;
    // "feb 31" is no February of 2031.
    if (/^[a-z]+\.?\s\d{1,2}$/i.test(attempt) && start.isCertain('year')) continue;
    const time = `${part('hour').padStart(2, '0')}:${part('minute').padStart(2, '0')}`;
    return { date: date.join('-'), time: start.isCertain('hour') ? time : partOfDay(attempt, time) };
  }
  return null;
}

/** Of "24. Dec". */
const dotBeforeMonth = /(?<=\b\d{1,2})\.(?=\s(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i;

/** The library counts in the machine's zone: a moment whose clock there shows what the zone's clock shows. */
function clockIn(zone: string, now: Date): Date {
  const [year = 0, month = 1, day = 1] = dateIn(zone, now).split('-').map(Number);
  const local = new TZDate(now, zone);
  return new Date(year, month - 1, day, local.getHours(), local.getMinutes());
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "31.12." is a day and a month; the library reads dots with a year alone. */
function withMonthName(words: string, dotted: boolean): string {
  const [lastDot, end] = [dotted ? String.raw`\.?` : String.raw`\.`, String.raw`(?=$|[\s,])`];
  const dayAndMonth = new RegExp(String.raw`(?<![\d.:])(\d{1,2})\.\s?(\d{1,2})${lastDot}${end}`);
  return words.replace(dayAndMonth, (all, day: string, month: string) => {
    const name = months[Number(month) - 1];
    return name === undefined ? all : `${day} ${name}`;
  });
}

/** "fri 9" means nine o'clock. */
function withFullHour(words: string): string {
  return words.replace(/\s(\d{1,2})$/, ' at $1:00');
}

/** The library's morning begins at six. */
function partOfDay(words: string, time: string): string {
  if (/\bmorning\b/i.test(words)) return '09:00';
  return /\b(afternoon|evening|tonight|night|noon|midnight|midday)\b/i.test(words) ? time : '';
}
