import { expect, it } from 'vitest';

import { momentWords } from './moment-words';

const now = new Date('2026-03-10T10:00:00Z');

it.each([
  ['2026-03-10T09:59:30Z', 'just now'],
  ['2026-03-10T09:57:00Z', '3 min ago'],
  ['2026-03-10T06:00:00Z', '4 h ago'],
  ['2026-03-10T10:00:20Z', 'just now'],
])('%s was %s', (at, words) => {
  expect(momentWords(new Date(at), now, { zone: 'Europe/Berlin' }).short).toBe(words);
});

it('names the day in the zone of the reader', () => {
  expect(momentWords(new Date('2026-03-07T23:30:00Z'), now, { zone: 'Europe/Berlin' }).short).toMatch(
    /^Sun 0?0:30|^Sun 12:30/,
  );
  expect(momentWords(new Date('2026-01-07T12:00:00Z'), now, { zone: 'Europe/Berlin' }).full).toContain(
    '2026',
  );
});
