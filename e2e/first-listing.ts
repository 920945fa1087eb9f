import { expect } from 'playwright/test';

type Listing = { items: { lastSyncAt: string | null }[] };

/** Waits until every practice team of a server is on its board, which has then stopped growing. */
export async function firstListing(url: string): Promise<void> {
  const read = async () => {
    const { items }: Listing = await (await fetch(`${url}/api/connections`)).json();
    return items.map(({ lastSyncAt }) => lastSyncAt);
  };
  await expect
    .poll(read, { timeout: 100_000 })
    .toEqual([expect.any(String), expect.any(String), expect.any(String)]);
}
