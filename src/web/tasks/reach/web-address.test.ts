import { expect, it } from 'vitest';

import { webAddress } from './web-address';

it.each([
  ['https://www.linkedin.com/in/anna', 'https://www.linkedin.com/in/anna'],
  ['linkedin.com/in/anna', 'https://linkedin.com/in/anna'],
  [' http://example.com ', 'http://example.com/'],
  ['javascript:alert(1)', null],
  ['data:text/html,hi', null],
  ['anna-weber', null],
  ['', null],
  [null, null],
])('%s opens %s', (given, address) => {
  expect(webAddress(given)).toBe(address);
});
