import { expect, test } from 'vitest';

import { dueWords } from './due-words';

const zone = 'Europe/Berlin';
const now = new Date('2026-03-10T12:00:00Z');
const short = (at: string) => dueWords({ kind: 'instant', at }, now, { zone }).short;
const shortDate = (date: string) => dueWords({ kind: 'date', date }, now, { zone }).short;

test('a time within a week is told in relation to now', () => {
  expect(short('2026-03-10T12:30:00Z')).toBe('in 30 min');
  expect(short('2026-03-10T14:10:00Z')).toBe('in 2 h');
  expect(short('2026-03-11T08:00:00Z')).toMatch(/^Wed 0?9:00/);
  expect(short('2026-03-13T13:00:00Z')).toMatch(/^Fri (14:00|2:00\sPM)$/);
});

test('a time that has passed says how late it is', () => {
  expect(short('2026-03-10T11:59:50Z')).toBe('1 min late');
  expect(short('2026-03-10T07:00:00Z')).toBe('5 h late');
  expect(short('2026-03-07T12:00:00Z')).toBe('3 d late');
});

test('a date is told as a day and never moves with the zone', () => {
  expect(shortDate('2026-03-10')).toBe('Today');
  expect(shortDate('2026-03-11')).toBe('Tomorrow');
  expect(shortDate('2026-03-09')).toBe('Yesterday');
  expect(shortDate('2026-03-06')).toBe('4 d late');
  expect(dueWords({ kind: 'date', date: '2026-03-14' }, now, { zone: 'Pacific/Kiritimati' }).short).toBe(
    'Sat',
  );
});

test('a day beyond the week is told by its date, with the year when it is another', () => {
  expect(shortDate('2026-04-02')).toMatch(/2/);
  expect(shortDate('2026-04-02')).not.toMatch(/2026/);
  expect(shortDate('2027-04-02')).toMatch(/2027/);
});

test('a task without a date says nothing on the card', () => {
  expect(dueWords(null, now, { zone })).toEqual({ short: '', full: 'No date', bucket: 'none' });
});
