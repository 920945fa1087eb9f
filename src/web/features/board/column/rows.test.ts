import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { bucketRows, cardsBefore, further, heir, neighbour, plainRows } from './rows';

const tasks = (...ids: string[]) => ids.map((id) => sampleTask({ id }));
const rows = bucketRows(
  [
    { bucket: 'overdue', tasks: tasks('a', 'b', 'c') },
    { bucket: 'today', tasks: tasks('d', 'e') },
  ],
  { overdue: 40, today: 1 },
  2,
);
const step = (from: string, direction: Parameters<typeof neighbour>[2]) =>
  neighbour(rows, from, direction)?.id;

test('each part has its true number, never less than what is shown', () => {
  expect(rows.map((row) => (row.kind === 'heading' ? row.count : row.tasks.map(({ id }) => id)))).toEqual([
    40,
    ['a', 'b'],
    ['c'],
    2,
    ['d', 'e'],
  ]);
});

test('a card knows its place among all cards of the column, headings not counted', () => {
  expect(cardsBefore(rows)).toEqual([0, 0, 2, 3, 3]);
});

test('arrows keep the lane across rows and headings as far as they can', () => {
  expect([step('a', 'right'), step('b', 'down'), step('c', 'down'), step('e', 'up')]).toEqual([
    'b',
    'c',
    'd',
    'c',
  ]);
});

test('a step out of the column leads nowhere here', () => {
  expect([step('a', 'up'), step('a', 'left'), step('b', 'right'), step('e', 'down')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('the focus of a card that leaves goes to the next one, from the last one back', () => {
  expect([heir(rows, 'c')?.id, heir(rows, 'e')?.id]).toEqual(['d', 'd']);
  expect(heir(plainRows(tasks('x'), 1), 'x')).toBeNull();
});

test('a long step keeps the lane and stops at the first and the last card', () => {
  expect([further(rows, 'b', 1)?.id, further(rows, 'b', 2)?.id]).toEqual(['c', 'e']);
  expect([further(rows, 'c', Infinity)?.id, further(rows, 'e', -9)?.id]).toEqual(['e', 'a']);
  expect(further(rows, 'elsewhere', 1)).toBeNull();
});
