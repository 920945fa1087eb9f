import { expect, test } from 'vitest';

import { isStrayPress } from './stray-press';

test('the second tap of a double tap is not meant for the card that came up in between', () => {
  expect(isStrayPress({ detail: 1, timeStamp: 10_150 }, 10_000)).toBe(true);
  expect(isStrayPress({ detail: 2, timeStamp: 10_900 }, 10_000)).toBe(true);
});

test('a tap after a look at the card is meant for it', () => {
  expect(isStrayPress({ detail: 1, timeStamp: 10_600 }, 10_000)).toBe(false);
  expect(isStrayPress({ detail: 0, timeStamp: 10_600 }, 10_000)).toBe(false);
});

test('a card that the rep chose takes any tap', () => {
  expect(isStrayPress({ detail: 1, timeStamp: 10 }, null)).toBe(false);
  expect(isStrayPress({ detail: 2, timeStamp: 10 }, null)).toBe(false);
});
