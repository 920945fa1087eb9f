import type { Clock } from '../clock/clock';
import { dayWords, momentInWords, timeWords } from '../clock/clock-words';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago a moment was ("3 min ago", "Tue 14:00"), and its whole date, in the reader's zone and format. */
export function momentWords(at: Date, now: Date, clock: Clock): { short: string; full: string } {
  const full = momentInWords(at, clock);
  const ago = now.getTime() - at.getTime();
  if (ago < minuteMs) return { short: 'just now', full };
  if (ago < hourMs) return { short: `${Math.floor(ago / minuteMs)} min ago`, full };
  if (ago < dayMs) return { short: `${Math.floor(ago / hourMs)} h ago`, full };
  const day = dayWords(at, ago < 7 * dayMs ? 'weekday' : 'day-of-year', clock);
  return { short: `${day} ${timeWords(at, clock)}`, full };
}
