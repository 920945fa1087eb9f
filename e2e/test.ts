import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test as base, expect, type Locator } from 'playwright/test';

import { firstListing } from './first-listing';
import { Leadlex } from './leadlex';
import { Lemlist } from './lemlist';
import { NewTaskForm } from './new-task-form';
import { Saleshandy } from './saleshandy';
import { ServerProcess, type ServerSettings } from './server-process';

type Fixtures = {
  lemlist: Lemlist;
  saleshandy: Saleshandy;
  leadlex: Leadlex;
  form: NewTaskForm;
  /** A title that no other task has. */
  title: string;
  /** A folder of the test's own, gone after it. */
  folder: string;
  /** Starts a server of the test's own on its folder; it is ended with the test if not before. */
  serve(settings: Omit<ServerSettings, 'dataDir'>): Promise<ServerProcess>;
  column(name: 'Pending' | 'Completed' | 'Ignored'): Locator;
};

type OfWorker = {
  /** A server that holds each change for ten minutes. */
  patient: ServerProcess;
};

/** The browser's own words for a server that does not answer, a killed one for instance: the network's news, no error of the page. */
const unreachable = /^(Failed to load resource|An unknown error occurred when fetching the script)/;

/** A journey on the suite's own server. A page that logs an error fails its test. */
export const test = base.extend<Fixtures, OfWorker>({
  lemlist: ({ request }, use) => behaving(new Lemlist(request), use),
  saleshandy: ({ request }, use) => behaving(new Saleshandy(request), use),
  leadlex: ({ request }, use) => behaving(new Leadlex(request), use),
  form: async ({ page }, use) => use(new NewTaskForm(page)),
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from the pattern
  title: async ({}, use) => use(`Call ${someLetters()}`),
  // eslint-disable-next-line no-empty-pattern -- as above
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'outboard e2e '));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  serve: async ({ folder }, use) => {
    const started: ServerProcess[] = [];
    await use(async (settings) => {
      const server = await ServerProcess.start({ dataDir: folder, ...settings });
      started.push(server);
      return server;
    });
    await Promise.all(started.map((server) => server.stop()));
  },
  patient: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'outboard patient '));
      const server = await ServerProcess.start({ dataDir, holdSeconds: 600 });
      await firstListing(server.url);
      await use(server);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  column: async ({ page }, use) => use((name) => page.getByRole('region', { name, exact: true })),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !unreachable.test(message.text())) errors.push(message.text());
    });
    await use(page);
    expect(errors).toEqual([]);
  },
});

/**
 * A journey that takes back what it did: on a server that holds each change for ten minutes, so that the busiest machine is in
 * time. The vendors hear of nothing that is done there, and what the journey leaves is taken back, so that no later one is told of it.
 */
export const patientTest = test.extend<{ takenBack: void }>({
  baseURL: async ({ patient }, use) => use(patient.url),
  takenBack: [
    async ({ request }, use) => {
      await use();
      const { items } = await (await request.get('/api/commands')).json();
      for (const { id, states } of items) if (states.held) await request.delete(`/api/commands/${id}`);
    },
    { auto: true },
  ],
});

/** No figures among them, which quick add could read as a time or as so many days. */
function someLetters(): string {
  return randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
}

/** Leaves no fault behind for the next test. */
async function behaving<Vendor extends { misbehave(): Promise<void> }>(
  vendor: Vendor,
  use: (vendor: Vendor) => Promise<void>,
): Promise<void> {
  await use(vendor);
  await vendor.misbehave();
}

/** Presses a button of a card, which draws its buttons where the pointer is. */
export async function pressOn(card: Locator, name: string): Promise<void> {
  await card.hover();
  await card.getByRole('button', { name }).click();
}

export { expect };
