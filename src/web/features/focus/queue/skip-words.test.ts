import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { skipWords } from './skip-words';

const call = sampleTask({ id: 'a', title: 'Call Anna Weber' });

test('what is passed over is told with what became of it', () => {
  expect(skipWords(call, { ...call, status: 'completed' })).toBe(
    'Skipped: “Call Anna Weber” is completed already.',
  );
  expect(skipWords(call, { ...call, status: 'completed', closedElsewhere: true })).toBe(
    'Skipped: “Call Anna Weber” was closed at lemlist.',
  );
  expect(skipWords(call, null)).toBe('Skipped: “Call Anna Weber” is not in this view any more.');
  expect(skipWords(null, null)).toBe('Skipped: a task is not in this view any more.');
});
