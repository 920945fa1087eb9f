import { test } from 'playwright/test';

import { firstListing } from './first-listing';

test('every practice team is on the board, which has stopped growing', async ({ baseURL }) => {
  await firstListing(baseURL ?? '');
});
