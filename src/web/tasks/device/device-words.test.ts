import { expect, test } from 'vitest';

import { deviceWords } from './device-words';

test('a search without a server says where it looks, and what it cannot decide', () => {
  expect(deviceWords(312, [], true)).toBe(
    'Searching the 312 cards on this device; Outboard does not answer.',
  );
  expect(deviceWords(1, ['linkedin', 'assignee'], false)).toBe(
    'Filtering the one card on this device; Outboard does not answer. The filter by LinkedIn and assignee cannot be followed here until it does.',
  );
});
