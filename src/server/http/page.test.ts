import { tmpdir } from 'node:os';

import { expect, test } from 'vitest';

import { pageRoutes } from './page';

test('an address without a page is told in words, with a way to the board', async () => {
  const answer = await pageRoutes(tmpdir()).request('/nowhere');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toMatch(/There is nothing at this address[^]+href="\/"/);
});
