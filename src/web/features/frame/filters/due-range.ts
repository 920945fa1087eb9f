import type { Clock } from '../../../tasks/clock/clock';
import { dateWords } from '../../../tasks/clock/clock-words';

/** The two ends of a due range as they stand in the filter, empty where it is open; null for what is no range. */
export function dueRange(due: string | undefined): { from: string; to: string } | null {
  const [from, to] = due?.split('..') ?? [];
  return from === undefined || to === undefined ? null : { from, to };
}

/** A due range in words: “Due from 1 Mar 2026 to 9 Mar 2026”. */
export function dueRangeWords({ from, to }: { from: string; to: string }, clock: Clock): string {
  const words = (end: string) => (end === 'today' ? 'today' : dateWords(end, 'day-of-year', clock));
  if (from === '' && to === '') return 'With a due';
  if (from === '') return `Due by ${words(to)}`;
  if (to === '') return from === 'today' ? 'Due today or later' : `Due from ${words(from)}`;
  return from === to ? `Due ${words(from)}` : `Due from ${words(from)} to ${words(to)}`;
}
