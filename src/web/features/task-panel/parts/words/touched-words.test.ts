import { expect, test } from 'vitest';

import type { Vendor } from '#contract/vendors';
import { sampleTask } from '#testing/sample-task';

import { touchedWords } from './touched-words';

const now = new Date('2026-03-10T12:00:00Z');
const done = (vendor: Vendor, closedAt = '2026-03-10T08:00:00Z') =>
  sampleTask({ id: closedAt, vendor, status: 'completed', closedAt });
const words = (...tasks: Parameters<typeof touchedWords>[0]) => touchedWords(tasks, now, 'Europe/Berlin');

test('what was completed today is counted over all tools', () => {
  expect(words(done('leadlex'))).toBe('Touched today: 1, with LeadLex');
  expect(words(done('leadlex'), done('lemlist'), done('lemlist'))).toBe(
    'Touched today: 3 across lemlist and LeadLex',
  );
  expect(words(done('leadlex'), done('lemlist'), done('saleshandy'))).toBe(
    'Touched today: 3 across lemlist, Saleshandy and LeadLex',
  );
});

test('yesterday, what is open and what was ignored do not count', () => {
  const ignored = sampleTask({ id: 'i', status: 'ignored', closedAt: '2026-03-10T08:00:00Z' });
  expect(words(done('lemlist', '2026-03-09T22:30:00Z'), sampleTask({ id: 'o' }), ignored)).toBeNull();
  expect(words(done('lemlist', '2026-03-09T23:30:00Z'))).toBe('Touched today: 1, with lemlist');
});
