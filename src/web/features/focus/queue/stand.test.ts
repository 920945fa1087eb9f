import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { openPlace, standAt } from './stand';

const due = (hour: number) => ({ kind: 'instant', at: `2040-03-10T0${hour}:00:00.000Z` }) as const;
const [first, second, third] = [1, 2, 3].map((hour) => sampleTask({ id: `at ${hour}`, due: due(hour) })) as [
  ReturnType<typeof sampleTask>,
  ReturnType<typeof sampleTask>,
  ReturnType<typeof sampleTask>,
];
const all = { tasks: [first, second, third], end: null, sort: undefined };

test('the queue begins at its first task and stays at the one that is wanted', () => {
  expect(standAt('', all, null)).toEqual({ kind: 'at', task: first, before: 0 });
  expect(standAt(second.id, all, null)).toEqual({ kind: 'at', task: second, before: 1 });
});

test('a task that has left gives way to the one after it, not to the first', () => {
  const without = { tasks: [first, third], end: null, sort: undefined };
  expect(standAt(second.id, without, openPlace(second, undefined))).toMatchObject({ task: third, before: 1 });
  const closed = { ...second, status: 'completed' as const, closedAt: '2026-03-10T09:00:00.000Z' };
  expect(standAt(second.id, without, openPlace(closed, undefined))).toMatchObject({ task: third });
});

test('after the last task comes the end', () => {
  expect(
    standAt(third.id, { tasks: [first, second], end: null, sort: undefined }, openPlace(third, undefined)),
  ).toEqual({ kind: 'end' });
  expect(standAt('end', all, null)).toEqual({ kind: 'end' });
  expect(standAt('', { tasks: [], end: null, sort: undefined }, null)).toEqual({ kind: 'end' });
});

test('what may stand below the part that is read is read first', () => {
  const upper = { tasks: [first, second], end: openPlace(second, undefined), sort: undefined };
  expect(standAt(third.id, upper, openPlace(third, undefined))).toEqual({ kind: 'below' });
  expect(standAt(second.id, { ...upper, tasks: [first] }, openPlace(second, undefined))).toEqual({
    kind: 'below',
  });
  expect(standAt('', { ...upper, tasks: [] }, null)).toEqual({ kind: 'below' });
});

test('in another order the one that follows is the one of that order', () => {
  const [low, high, middle] = [
    { ...first, priority: 'low' as const },
    { ...second, priority: 'high' as const },
    { ...third, priority: 'medium' as const },
  ];
  const sorted = { tasks: [high, low], end: null, sort: 'priority' as const };
  expect(standAt(middle.id, sorted, openPlace(middle, 'priority'))).toMatchObject({ task: low, before: 1 });
});
