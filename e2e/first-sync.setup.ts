import { expect, test } from 'playwright/test';

type Listing = { items: { lastSyncAt: string | null }[] };

test('every practice team is on the board, which has stopped growing', async ({ request }) => {
  const read = async () => {
    const { items }: Listing = await (await request.get('/api/connections')).json();
    return items.map(({ lastSyncAt }) => lastSyncAt);
  };
  await expect
    .poll(read, { timeout: 100_000 })
    .toEqual([expect.any(String), expect.any(String), expect.any(String)]);
});
