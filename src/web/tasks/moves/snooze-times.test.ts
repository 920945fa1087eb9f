import { expect, test } from 'vitest';

import { addToDate, startOfDate, type Due } from '#contract/dates';

import { snoozeUntil, type SnoozeKind } from './snooze-times';

const zone = 'Europe/Berlin';
const instant = { kind: 'instant', at: '2026-03-10T08:00:00.000Z' } as const;
const until = (
  kind: SnoozeKind,
  now: string,
  due: Due | null = instant,
  kinds: readonly Due['kind'][] = ['date', 'instant'],
) => snoozeUntil(kind, { due, kinds }, new Date(now), zone);

test('later today is some three hours on, at a round half hour', () => {
  expect(until('later-today', '2026-03-10T09:10:00Z')).toEqual({
    kind: 'instant',
    at: '2026-03-10T12:30:00.000Z',
  });
});

test('there is no later today when the day is nearly over', () => {
  expect(until('later-today', '2026-03-10T21:30:00Z')).toBeNull();
});

test('tomorrow is nine in the morning, on the day the clocks change too', () => {
  expect(until('tomorrow', '2026-03-10T09:00:00Z')).toEqual({
    kind: 'instant',
    at: '2026-03-11T08:00:00.000Z',
  });
  expect(until('tomorrow', '2026-03-28T22:30:00Z')).toEqual({
    kind: 'instant',
    at: '2026-03-29T07:00:00.000Z',
  });
});

test('next week is Monday, on a Sunday the one after tomorrow’s', () => {
  expect(until('next-week', '2026-03-10T09:00:00Z')).toMatchObject({ at: '2026-03-16T08:00:00.000Z' });
  expect(until('next-week', '2026-03-14T09:00:00Z')).toMatchObject({ at: '2026-03-16T08:00:00.000Z' });
  expect(until('next-week', '2026-03-15T09:00:00Z')).toMatchObject({ at: '2026-03-23T08:00:00.000Z' });
});

test('two working days step over the weekend', () => {
  const day = (now: string) => until('working-days', now, null, ['date']);
  expect(day('2026-03-09T09:00:00Z')).toEqual({ kind: 'date', date: '2026-03-11' });
  expect(day('2026-03-12T09:00:00Z')).toEqual({ kind: 'date', date: '2026-03-16' });
  expect(day('2026-03-13T09:00:00Z')).toEqual({ kind: 'date', date: '2026-03-17' });
  expect(day('2026-03-15T09:00:00Z')).toEqual({ kind: 'date', date: '2026-03-17' });
});

test('a task with a date and no time keeps a date', () => {
  const due = { kind: 'date', date: '2026-03-10' } as const;
  expect(until('tomorrow', '2026-03-10T09:00:00Z', due)).toEqual({ kind: 'date', date: '2026-03-11' });
  expect(until('later-today', '2026-03-10T09:00:00Z', due)).toBeNull();
});

test('where the vendor knows days alone a snooze is a day, whatever the task had before', () => {
  expect(until('tomorrow', '2026-03-10T09:00:00Z', null, ['date'])).toEqual({
    kind: 'date',
    date: '2026-03-11',
  });
  expect(until('next-week', '2026-03-10T09:00:00Z', instant, ['date'])).toEqual({
    kind: 'date',
    date: '2026-03-16',
  });
  expect(until('later-today', '2026-03-10T09:00:00Z', null, ['date'])).toBeNull();
});

test('where the vendor knows times alone a snooze is a time', () => {
  const due = { kind: 'date', date: '2026-03-10' } as const;
  expect(until('tomorrow', '2026-03-10T09:00:00Z', due, ['instant'])).toEqual({
    kind: 'instant',
    at: '2026-03-11T08:00:00.000Z',
  });
});

test.each([
  ['Asia/Kathmandu', '2026-03-10T09:10:00Z', '2026-03-10T12:15:00.000Z'],
  ['America/St_Johns', '2026-03-10T12:10:00Z', '2026-03-10T15:30:00.000Z'],
  ['Pacific/Kiritimati', '2026-03-10T00:00:00Z', '2026-03-10T03:00:00.000Z'],
])('later today is a full or half hour on the clocks of %s', (where, now, at) => {
  const moved = { due: instant, kinds: ['date', 'instant'] as const };
  expect(snoozeUntil('later-today', moved, new Date(now), where)).toEqual({ kind: 'instant', at });
});

test.each([
  ['Europe/Berlin', '2026-03-28', '2026-03-29T07:00:00.000Z'],
  ['Europe/Berlin', '2026-10-24', '2026-10-25T08:00:00.000Z'],
  ['America/Los_Angeles', '2026-03-07', '2026-03-08T16:00:00.000Z'],
  ['America/Los_Angeles', '2026-10-31', '2026-11-01T17:00:00.000Z'],
  ['America/St_Johns', '2026-03-07', '2026-03-08T11:30:00.000Z'],
  ['Asia/Kathmandu', '2026-03-28', '2026-03-29T03:15:00.000Z'],
  ['Pacific/Kiritimati', '2026-12-31', '2026-12-31T19:00:00.000Z'],
])('in %s tomorrow is the next day at nine, one second before midnight of %s too', (where, date, at) => {
  const moved = { due: instant, kinds: ['instant'] as const };
  const midnight = startOfDate(where, addToDate(date, 1)).getTime();
  const until = (now: number) => snoozeUntil('tomorrow', moved, new Date(now), where);
  expect(until(midnight - 1000)).toEqual({ kind: 'instant', at });
  expect(until(midnight)).not.toEqual({ kind: 'instant', at });
});
