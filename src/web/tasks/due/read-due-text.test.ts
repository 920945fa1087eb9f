import { describe, expect, it } from 'vitest';

import { dateStyles, hourStyles } from '../clock/clock';
import { dueStyle, dueText } from './due-text';
import { readDueText } from './read-due-text';

// Friday, half past two in Berlin.
const now = new Date('2026-11-20T13:30:00Z');
const read = (text: string, more: { zone?: string; monthFirst?: boolean; dotted?: boolean } = {}) =>
  readDueText(text, { now, zone: 'Europe/Berlin', monthFirst: false, ...more });

describe('a due in words', () => {
  it.each([
    ['tomorrow 10am', '2026-11-21', '10:00'],
    ['by tomorrow', '2026-11-21', ''],
    ['fri', '2026-11-27', ''],
    ['Mon 14:00', '2026-11-23', '14:00'],
    ['fri 9', '2026-11-27', '09:00'],
    ['in 3 days', '2026-11-23', ''],
    ['in 3 hours', '2026-11-20', '17:30'],
    ['tomorrow morning', '2026-11-21', '09:00'],
    ['24 Dec', '2026-12-24', ''],
    ['24. Dec 10:00', '2026-12-24', '10:00'],
    ['2026-12-01 09:15', '2026-12-01', '09:15'],
    ['1.12.2026', '2026-12-01', ''],
    ['31.12.', '2026-12-31', ''],
    ['1.2.', '2027-02-01', ''],
    ['24. 12. 10:00', '2026-12-24', '10:00'],
    ['thu 31.12. 9', '2026-12-31', '09:00'],
    ['tomorrow 9.10', '2026-11-21', '09:10'],
  ])('%s', (text, date, time) => {
    expect(read(text)).toEqual({ date, time });
  });

  it.each([
    'soonish',
    'tomorrow blah',
    'blah tomorrow',
    '31 feb',
    'feb 31',
    '31.2.',
    '12.31.',
    '9.10',
    'mon to fri',
    'tomorrow at 25:00',
  ])('“%s” is nothing, as a part of it is not understood', (text) => {
    expect(read(text)).toBeNull();
  });

  it('counts from the day of the rep, on either side of midnight', () => {
    expect(read('tomorrow', { zone: 'Pacific/Auckland' })?.date).toBe('2026-11-22');
    expect(read('tomorrow', { zone: 'America/Los_Angeles' })?.date).toBe('2026-11-21');
  });

  it('takes a day and a month without the last dot where the reader’s language writes dots', () => {
    expect(read('31.12', { dotted: true })?.date).toBe('2026-12-31');
    expect(read('24.12.2026 10:00', { dotted: true })).toEqual({ date: '2026-12-24', time: '10:00' });
    expect(read('31.12. 10:00', { dotted: true })).toEqual({ date: '2026-12-31', time: '10:00' });
    expect(read('tomorrow 9.10', { dotted: true })).toEqual({ date: '2026-11-21', time: '09:10' });
  });

  it('puts the month where the reader’s language does', () => {
    expect(read('3/10/2027')?.date).toBe('2027-10-03');
    expect(read('3/10/2027', { monthFirst: true })?.date).toBe('2027-03-10');
  });
});

describe('the text of a due without a choice', () => {
  it('is written and read as the browser writes dates', () => {
    expect(dueStyle({})).toEqual({ dates: 'month-day', hours: '12' });
    expect(dueText({ date: '2026-11-24', time: '09:00' }, {})).toMatch(/^Tue Nov 24 2026, 9:00\sAM$/);
  });

  it('is as the rep chose where there is a choice', () => {
    const text = dueText({ date: '2026-11-24', time: '09:00' }, { dates: 'day-month', hours: '24' });
    expect(text).toBe('Tue 24 Nov 2026, 09:00');
  });
});

describe('the text of a due', () => {
  it.each([
    { date: '2026-11-24', time: '09:00' },
    { date: '2027-02-28', time: '' },
    { date: '2026-11-20', time: '23:59' },
    { date: '2026-11-19', time: '' },
  ])('is read back as the same due, in any way of writing: $date $time', (parts) => {
    for (const dates of [undefined, ...dateStyles])
      for (const hours of [undefined, ...hourStyles]) {
        const text = dueText(parts, { ...(dates && { dates }), ...(hours && { hours }) });
        expect([text, read(text, { monthFirst: dates === 'month-day' })]).toEqual([text, parts]);
      }
  });
});
