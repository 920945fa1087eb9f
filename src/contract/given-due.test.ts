import { expect, test } from 'vitest';

import { newCommand, taskChange } from './command';
import { due } from './dates';
import { fieldErrors } from './errors';
import { givenDue } from './given-due';
import { matchingCommand } from './matching';
import { newTask } from './new-task';

const id = '0193a000-0000-4000-8000-000000000001';
const words = 'This is more than 100 years away. Check the year.';
const thisYear = new Date().getFullYear();
const [near, far, past] = [thisYear + 99, thisYear + 5000, thisYear - 101].map((year) => `${year}-03-10`);

test.each([far, past])('a due in the year of %s is refused in words, as a day and as a time', (date) => {
  for (const value of [
    { kind: 'date', date },
    { kind: 'instant', at: `${date}T09:00:00Z` },
  ])
    expect(givenDue.safeParse(value).error?.issues).toMatchObject([{ message: words }]);
});

test.each([
  ['lemlist', 'due.at', { kind: 'instant', at: `${far}T09:00:00Z` }],
  ['saleshandy', 'due.date', { kind: 'date', date: far }],
  ['leadlex', 'due.date', { kind: 'date', date: far }],
])('a new task of %s complains at its due', (vendor, path, value) => {
  const { error } = newTask.safeParse({ vendor, due: value });
  expect(fieldErrors(error!)).toContainEqual({ path, message: words });
});

test('a due within a hundred years is taken, and a vendor’s own may be any', () => {
  expect(givenDue.safeParse({ kind: 'date', date: near }).success).toBe(true);
  expect(due.safeParse({ kind: 'date', date: far }).success).toBe(true);
});

test.each([
  [taskChange, { due: { kind: 'date', date: far } }],
  [newCommand, { id, kind: 'snooze', taskIds: [id], until: { kind: 'date', date: far } }],
  [newCommand, { id, kind: 'snooze', taskIds: [id], until: { kind: 'day', date: far, tz: 'UTC' } }],
  [
    matchingCommand,
    { id, kind: 'snooze', match: { status: 'pending', filter: {} }, until: { instant: `${far}T09:00:00Z` } },
  ],
])('wherever a rep gives it: %#', (schema, value) => {
  expect(schema.safeParse(value).error?.issues).toMatchObject([{ message: words }]);
});
