import { expect, test } from 'vitest';

import type { Due } from '#contract/dates';

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
