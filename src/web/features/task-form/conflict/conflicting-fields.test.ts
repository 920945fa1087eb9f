import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { formValuesOfTask } from '../values/form-values';
import { conflictingFields } from './conflicting-fields';

const task = sampleTask({
  id: '0193a000-0000-4000-8000-0000000000aa',
  title: 'Call',
  text: 'Ask',
  priority: 'low',
});
const seen = formValuesOfTask(task, 'Europe/Berlin');

test('only a field that both changed, and to other values, is a conflict', () => {
  const mine = { ...seen, title: 'Call Anna', text: 'Ask her', priority: 'high' as const };
  const theirs = { ...seen, title: 'Ring', priority: 'high' as const, due: { date: '2026-03-01', time: '' } };
  expect(conflictingFields('lemlist', { seen, mine, theirs })).toEqual(['title']);
  expect(conflictingFields('lemlist', { seen, mine: seen, theirs })).toEqual([]);
  expect(conflictingFields('lemlist', { seen, mine, theirs: seen })).toEqual([]);
});

test('a field that the vendor cannot change is none', () => {
  const mine = { ...seen, title: 'Call Anna' };
  const theirs = { ...seen, title: 'Ring' };
  expect(conflictingFields('saleshandy', { seen, mine, theirs })).toEqual([]);
});
