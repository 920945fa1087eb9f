import { isDeepStrictEqual } from 'node:util';

import * as z from 'zod/mini';

import { due, type Due } from '#contract/dates';

const maybeDue = z.nullable(due);

/** Whether a field's value is the one that was sent, as a vendor may keep it. */
export function isSameValue(field: string, one: unknown, other: unknown): boolean {
  if (field === 'due') return isSameDue(maybeDue.parse(one), maybeDue.parse(other));
  if (typeof one === 'string' && typeof other === 'string') return isSameText(one, other);
  return isDeepStrictEqual(one, other);
}

/** assumed: a vendor may trim a text, end its lines otherwise and make one space of several. */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** assumed: a vendor may keep no seconds, or of a time the day alone. */
export function isSameDue(one: Due | null, other: Due | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'instant' && other.kind === 'instant') return minuteOf(one.at) === minuteOf(other.at);
  return dayOf(one) === dayOf(other);
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

function minuteOf(at: string): number {
  return Math.floor(Date.parse(at) / 60_000);
}

function dayOf(when: Due): string {
  return when.kind === 'date' ? when.date : when.at.slice(0, 10);
}
