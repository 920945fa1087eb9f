import { randomUUID } from 'node:crypto';

import { test as base, expect, type Locator } from 'playwright/test';

import { Lemlist } from './lemlist';

type Fixtures = {
  vendor: Lemlist;
  /** A title that no other task has. */
  title: string;
  column(name: 'Pending' | 'Completed' | 'Ignored'): Locator;
};

/** A journey on the suite's own server. A page that logs an error fails its test. */
export const test = base.extend<Fixtures>({
  vendor: async ({ request }, use) => {
    const vendor = new Lemlist(request);
    await use(vendor);
    await vendor.misbehave();
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from the pattern
  title: async ({}, use) => use(`Call ${randomUUID().slice(0, 8)}`),
  column: async ({ page }, use) => use((name) => page.getByRole('region', { name, exact: true })),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

export { expect };
