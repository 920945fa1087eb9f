import type { VendorRules } from '#contract/vendors';

import type { Clock } from '../clock/clock';
import type { DueParts } from './due-parts';
import { dueStyle } from './due-text';
import type { readDueText } from './read-due-text';

let reader: typeof readDueText | null = null;

/** Fetches what reads dates in words, which no first paint needs. */
export async function loadDueReader(): Promise<void> {
  reader ??= (await import('./read-due-text')).readDueText;
}

type Around = { rule: VendorRules['due']; before: DueParts; clock: Clock };

/** What the typed text means; where a time is needed and none is typed, the one before stays, or nine o'clock. */
export function readTypedDue(text: string, { rule, before, clock }: Around): DueParts {
  if (text.trim() === '') return { date: '', time: '' };
  const { language } = navigator;
  const meant = reader?.(text, {
    now: new Date(),
    zone: clock.zone,
    monthFirst: dueStyle(clock).dates === 'month-day',
    dotted: writesDots(language),
  });
  if (meant === undefined || meant === null) return { date: '', time: '', unread: text };
  const needsTime = !rule.kinds.includes('date');
  return needsTime && meant.time === '' ? { ...meant, time: before.time || '09:00' } : meant;
}

/** Whether a day and a month are written "31.12." in the language. */
function writesDots(language: string): boolean {
  return /^\d+\./.test(new Date(0).toLocaleDateString(language, { day: 'numeric', month: 'numeric' }));
}
