import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { spokenWords, stepWords, undoneWords } from './undo-words';

const call = sampleTask({ id: 'a', title: 'Call Anna Weber' });

test('a move is told with the time that is left to take it back', () => {
  expect(spokenWords('complete', [call], 8)).toBe(
    'Moved “Call Anna Weber” to Completed. Undo within 8 seconds.',
  );
  expect(spokenWords('ignore', [call], 1)).toBe('Moved “Call Anna Weber” to Ignored. Undo within 1 second.');
});

test('a completion that may send says so', () => {
  expect(stepWords('complete', [{ ...call, outbound: true }])).toBe(
    'Moved “Call Anna Weber” to Completed. lemlist may send a message.',
  );
});

test('a task without a title goes by its type, several by their number', () => {
  expect(stepWords('snooze', [{ ...call, title: ' ' }])).toBe('Snoozed “Phone call”.');
  expect(undoneWords('ignore', [call, call])).toBe('Undone: 2 tasks are as they were before.');
});

test('a snooze says until when', () => {
  const until = { kind: 'date', date: '2040-03-12' } as const;
  expect(stepWords('snooze', [call], until)).toMatch(/^Snoozed “Call Anna Weber” until .*2040\.$/);
});
