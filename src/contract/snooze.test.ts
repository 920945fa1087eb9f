import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addToDate, dateIn } from './dates';
import { snoozedDue, snoozeUntil } from './snooze';

const at = (text: string) => ({ kind: 'instant' as const, at: text });
const on = (date: string) => ({ kind: 'date' as const, date });
const day = (date: string, tz: string) => ({ kind: 'day' as const, date, tz });
const clockIn = (tz: string, text: string) =>
  new Date(text).toLocaleTimeString('en-GB', { timeZone: tz, hour: '2-digit', minute: '2-digit' });

describe('a snooze to a day', () => {
  it('leaves a date a date and an instant its time of day, also across a change of the clock', () => {
    expect(snoozedDue(day('2026-03-30', 'Europe/Berlin'), on('2026-03-10'))).toEqual(on('2026-03-30'));
    expect(snoozedDue(day('2026-03-30', 'Europe/Berlin'), null)).toEqual(on('2026-03-30'));
    expect(snoozedDue(day('2026-03-30', 'Europe/Berlin'), at('2026-03-10T08:30:00.000Z'))).toEqual(
      at('2026-03-30T07:30:00.000Z'),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-10T01:30:00.000Z', '03:30'],
    ['America/Santiago', '2026-09-06', '2026-08-01T04:30:00.000Z', '01:30'],
    ['Europe/Berlin', '2026-10-25', '2026-10-01T00:30:00.000Z', '02:30'],
  ])('in %s on %s stays on that day when the clock changes', (tz, date, before, clock) => {
    const due = snoozedDue(day(date, tz), at(before));
    const moved = due.kind === 'instant' ? due.at : '';
    expect([dateIn(tz, new Date(moved)), clockIn(tz, moved)]).toEqual([date, clock]);
  });

  it('is on the day asked for in every zone, whatever the time', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/Santiago',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    ];
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addToDate('2024-01-01', days));
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, dates, (tz, moment, date) => {
        const due = snoozedDue(day(date, tz), at(moment.toISOString()));
        expect(due.kind === 'instant' && dateIn(tz, new Date(due.at))).toBe(date);
      }),
    );
  });

  it('needs a date that exists and a zone; a due is what it was', () => {
    expect(snoozeUntil.safeParse(day('2026-02-30', 'UTC')).success).toBe(false);
    expect(snoozeUntil.safeParse(day('2026-03-01', 'Mars/Base')).success).toBe(false);
    expect(snoozeUntil.safeParse({ kind: 'day', date: '2026-03-01' }).success).toBe(false);
    expect(snoozedDue(on('2026-03-01'), at('2026-01-01T09:00:00.000Z'))).toEqual(on('2026-03-01'));
  });
});
