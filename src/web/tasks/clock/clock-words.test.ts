import { expect, test } from 'vitest';

import type { Clock } from './clock';
import { dateWords, dayWords, momentInWords, timeWords } from './clock-words';

// Half past midnight in Berlin, and still the day before in UTC.
const at = new Date('2026-11-21T23:30:00Z');
const zone = 'Europe/Berlin';
const written = (clock: Omit<Clock, 'zone'>) => [
  dayWords(at, 'day', { zone, ...clock }),
  dayWords(at, 'day-of-year', { zone, ...clock }),
  dayWords(at, 'weekday-day', { zone, ...clock }).replace(',', ''),
  dayWords(at, 'full', { zone, ...clock }).replaceAll(',', ''),
];

test('a date is written in the order that the rep chose', () => {
  expect(written({ dates: 'day-month' })).toEqual([
    '22 Nov',
    '22 Nov 2026',
    'Sun 22 Nov',
    'Sunday 22 November 2026',
  ]);
  expect(written({ dates: 'month-day' })).toEqual([
    'Nov 22',
    'Nov 22, 2026',
    'Sun Nov 22',
    'Sunday November 22 2026',
  ]);
  expect(written({ dates: 'iso' })).toEqual([
    '2026-11-22',
    '2026-11-22',
    'Sun 2026-11-22',
    'Sunday 2026-11-22',
  ]);
});

test('a time is written with 24 or with 12 hours, at midnight and noon too', () => {
  const noon = new Date('2026-11-21T11:05:00Z');
  expect(timeWords(at, { zone, hours: '24' })).toBe('00:30');
  expect(timeWords(at, { zone, hours: '12' })).toMatch(/^12:30\sam$/i);
  expect(timeWords(noon, { zone, hours: '12' })).toMatch(/^12:05\spm$/i);
});

test('a calendar date is the same in every zone', () => {
  for (const away of ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu'])
    expect(dateWords('2026-11-22', 'day', { zone: away, dates: 'day-month' })).toBe('22 Nov');
});

test('a whole moment names the zone where it is not the computer’s own', () => {
  const clock = { zone: 'Asia/Katmandu', dates: 'iso', hours: '24' } as const;
  expect(momentInWords(at, clock)).toBe('Sunday 2026-11-22, 05:15');
  expect(momentInWords(at, { ...clock, elsewhere: true })).toBe('Sunday 2026-11-22, 05:15 (Asia/Kathmandu)');
});
