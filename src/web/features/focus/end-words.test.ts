import { expect, test } from 'vitest';

import { endWords } from './end-words';

test('the end tells what was done and what is left', () => {
  const done = { a: 'complete', b: 'complete', c: 'ignore', d: 'snooze' } as const;
  expect(endWords(done, 3)).toBe('2 completed, 1 ignored, 1 snoozed; 3 left');
  expect(endWords({ a: 'snooze' }, 0)).toBe('1 snoozed; nothing left');
  expect(endWords({}, 12)).toBe('Nothing done; 12 left');
});
