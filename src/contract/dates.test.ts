import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  addToDate,
  calendarDate,
  dateIn,
  due,
  dueBucket,
  endOfWeek,
  instant,
  startOfDate,
  timeZone,
} from './dates';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
  'Asia/Kathmandu',
];
const at = (text: string) => ({ kind: 'instant' as const, at: text });
const on = (date: string) => ({ kind: 'date' as const, date });

describe('a due', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '0099-12-31'])(
    'of the date “%s” is refused in words',
    (date) => {
      const [issue] = due.safeParse(on(date)).error?.issues ?? [];
      expect(issue?.path).toEqual(['date']);
      expect(issue?.message).toMatch(/^(Give|This date|This year)/);
    },
  );

  it('on a leap day is taken', () => {
    expect(calendarDate.parse('2028-02-29')).toBe('2028-02-29');
  });

  it('with an offset is kept in UTC, and without a zone is refused', () => {
    expect(instant.parse('2026-03-10T10:00:00+01:00')).toBe('2026-03-10T09:00:00.000Z');
    for (const text of ['2026-03-10T10:00:00', '2026-03-10', 'noon', '9999-12-31T23:59:59-12:00'])
      expect(instant.safeParse(text).success).toBe(false);
  });

  it('is never turned from a date into an instant or back', () => {
    expect(due.parse(on('2026-03-10'))).toEqual(on('2026-03-10'));
    expect(due.safeParse({ kind: 'date', at: '2026-03-10T10:00:00Z' }).success).toBe(false);
  });
});

describe('a time zone', () => {
  it('that this machine does not know is refused with an example', () => {
    expect(timeZone.safeParse('Europe/Berlin').success).toBe(true);
    for (const unknown of ['Mars/Base', 'Mars/'.padEnd(70, 'x')])
      expect(timeZone.safeParse(unknown).error?.issues[0]?.message).toContain('Europe/Berlin');
  });
});

describe('a day', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
    // The clock goes from 24:00 to 1:00, so that the day has no midnight.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', 23],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    // Midnight comes twice.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
  ])('in %s on %s begins at %s and has %d hours', (zone, date, begin, hours) => {
    expect(startOfDate(zone, date).toISOString()).toBe(begin);
    const end = startOfDate(zone, addToDate(date, 1));
    expect((end.getTime() - startOfDate(zone, date).getTime()) / 3_600_000).toBe(hours);
  });

  it('holds the moment it begins at, and not the one before, in every zone', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...zones), dates, (zone, moment) => {
        const date = dateIn(zone, moment);
        const begin = startOfDate(zone, date);
        expect(dateIn(zone, begin)).toBe(date);
        expect(dateIn(zone, new Date(begin.getTime() - 1))).toBe(addToDate(date, -1));
        expect(begin.getTime()).toBeLessThanOrEqual(moment.getTime());
      }),
    );
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC'])(
    'is followed by the next one on a machine in %s, whatever the clock does there',
    (zone) => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        expect(addToDate('2027-03-28', 1)).toBe('2027-03-29');
        expect(addToDate('2027-03-29', -1)).toBe('2027-03-28');
        expect(addToDate('2026-10-25', 1)).toBe('2026-10-26');
        expect(addToDate('2026-11-01', 1)).toBe('2026-11-02');
        expect(addToDate('2026-03-30', -29)).toBe('2026-03-01');
      } finally {
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
      }
    },
  );

  it('ends its week with Sunday', () => {
    expect(endOfWeek('2026-03-09')).toBe('2026-03-16');
    expect(endOfWeek('2026-03-15')).toBe('2026-03-16');
    expect(addToDate('2026-12-31', 1)).toBe('2027-01-01');
    expect(addToDate('2028-03-01', -1)).toBe('2028-02-29');
  });
});

describe('the part of Pending', () => {
  it.each([
    ['Europe/Berlin', '2026-03-10T22:59:30Z', at('2026-03-10T22:59:29Z'), 'overdue'],
    ['Europe/Berlin', '2026-03-10T22:59:30Z', at('2026-03-10T22:59:59Z'), 'today'],
    ['Europe/Berlin', '2026-03-10T22:59:30Z', at('2026-03-10T23:00:00Z'), 'tomorrow'],
    ['Europe/Berlin', '2026-03-10T22:59:59Z', on('2026-03-10'), 'today'],
    ['Europe/Berlin', '2026-03-10T23:00:00Z', on('2026-03-10'), 'overdue'],
    ['Pacific/Honolulu', '2026-03-10T23:00:00Z', on('2026-03-10'), 'today'],
    ['Pacific/Kiritimati', '2026-03-10T10:00:00Z', on('2026-03-10'), 'overdue'],
    ['UTC', '2026-03-10T12:00:00Z', on('2026-03-11'), 'tomorrow'],
    ['UTC', '2026-03-10T12:00:00Z', on('2026-03-12'), 'week'],
    ['UTC', '2026-03-10T12:00:00Z', on('2026-03-15'), 'week'],
    ['UTC', '2026-03-10T12:00:00Z', on('2026-03-16'), 'later'],
    ['UTC', '2026-03-15T12:00:00Z', on('2026-03-16'), 'tomorrow'],
    ['UTC', '2026-03-15T12:00:00Z', on('2026-03-17'), 'later'],
    ['UTC', '2026-12-31T12:00:00Z', on('2027-01-01'), 'tomorrow'],
    // The night in which the clock goes forward, and the one in which it goes back.
    ['Europe/Berlin', '2026-03-28T23:30:00Z', at('2026-03-29T21:59:59Z'), 'today'],
    ['Europe/Berlin', '2026-03-28T23:30:00Z', at('2026-03-29T22:00:00Z'), 'tomorrow'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', at('2026-10-25T22:59:59Z'), 'today'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', at('2026-10-25T23:00:00Z'), 'tomorrow'],
    ['UTC', '2026-03-10T12:00:00Z', null, 'none'],
  ] as const)('in %s at %s for %j is “%s”', (zone, now, value, bucket) => {
    expect(dueBucket(value, new Date(now), zone)).toBe(bucket);
  });
});

/** Of each zone an ordinary day, and where there are such days those on which the clocks go forward and back. */
const edges = [
  ['Europe/Berlin', ['2026-02-10', '2026-03-29', '2026-10-25', '2027-01-01']],
  ['America/Los_Angeles', ['2026-02-10', '2026-03-08', '2026-11-01', '2027-01-01']],
  ['America/St_Johns', ['2026-02-10', '2026-03-08', '2026-11-01', '2028-02-29']],
  ['Asia/Kathmandu', ['2026-02-10', '2027-01-01', '2028-02-29']],
  ['Pacific/Kiritimati', ['2026-02-10', '2027-01-01', '2028-02-29']],
] as const;

describe.each(edges.flatMap(([zone, dates]) => dates.map((date) => [zone, date] as const)))(
  'at midnight in %s before %s',
  (zone, date) => {
    const midnight = startOfDate(zone, date);
    const lastSecond = new Date(midnight.getTime() - 1000);
    const parts = (value: Parameters<typeof dueBucket>[0]) => [
      dueBucket(value, lastSecond, zone),
      dueBucket(value, midnight, zone),
    ];
    const moment = (time: number) => at(new Date(time).toISOString());

    it('a date is tomorrow until 23:59:59 and today from 0:00 on', () => {
      expect(parts(on(date))).toEqual(['tomorrow', 'today']);
      expect(parts(on(addToDate(date, -1)))).toEqual(['today', 'overdue']);
      expect(parts(on(addToDate(date, 1)))[1]).toBe('tomorrow');
    });

    it('an instant of the new day is tomorrow until 23:59:59 and today from 0:00 on', () => {
      const lastOfDay = startOfDate(zone, addToDate(date, 1)).getTime() - 1;
      expect(parts(moment(midnight.getTime()))).toEqual(['tomorrow', 'today']);
      expect(parts(moment(lastOfDay))).toEqual(['tomorrow', 'today']);
      expect(parts(moment(lastOfDay + 1))[1]).toBe('tomorrow');
      expect(parts(moment(lastSecond.getTime()))).toEqual(['today', 'overdue']);
    });
  },
);
