import { expect, test } from 'vitest';

import type { NewTask } from '#contract/new-task';
import { sampleTask } from '#testing/sample-task';

import { changedAgainst, lateChanges } from './late-changes';

const due = { kind: 'instant' as const, at: '2026-03-10T08:00:00.000Z' };
const task = sampleTask({
  id: '0193a000-0000-4000-8000-0000000000aa',
  title: 'Call Anna',
  due,
  assignee: { id: 'usr_1', name: 'Ada' },
});
const sent: NewTask = {
  vendor: 'lemlist',
  id: '0193a000-0000-4000-8000-0000000000bb',
  connectionId: task.connectionId,
  type: 'phone',
  title: 'Call Anna',
  text: '',
  due,
  priority: 'none',
  assigneeId: 'usr_1',
  parents: [{ kind: 'contact', id: 'ctc_1', name: 'Anna' }],
  media: [],
};

test('a task that was created as it was typed needs no change', () => {
  expect(lateChanges(task, sent)).toEqual({});
});

test('what was typed after a lost answer is changed in the task that is there already', () => {
  expect(lateChanges(task, { ...sent, title: 'Call Anna on Monday', priority: 'high' })).toEqual({
    title: 'Call Anna on Monday',
    priority: 'high',
  });
});

test('an edit tells what the rep saw in the fields it changes', () => {
  expect(changedAgainst(task, { title: 'Other', assigneeId: 'usr_2' })).toEqual({
    title: 'Call Anna',
    assigneeId: 'usr_1',
  });
});
