import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { BrowserContext, Locator, Page } from 'playwright/test';

import { Lemlist } from './lemlist';
import { ServerProcess } from './server-process';
import { expect, pressOn, test as base } from './test';

const test = base.extend<{ own: Lemlist }, { outage: ServerProcess }>({
  /** A server of the tests' own that can go away and come back at the same address. */
  outage: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures needed from the pattern
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'outboard offline '));
      const outage = await ServerProcess.start({ dataDir, holdSeconds: 2 });
      await use(outage);
      await outage.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  own: async ({ request, outage }, use) => use(new Lemlist(request, outage.url)),
});

// Each of them waits for a server to start, and for the browser to have stored the page.
test.slow();

const card = (page: Page, column: string, title: string): Locator =>
  page.getByRole('region', { name: column }).getByRole('article', { name: title, exact: true });

async function complete(page: Page, title: string): Promise<void> {
  await card(page, 'Pending', title).hover();
  await pressOn(card(page, 'Pending', title), 'Complete');
  await expect(card(page, 'Completed', title)).toContainText('waiting for the line');
}

/** The browser has stored the page and the board, so that both open without a server. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  const stored = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await stored();
}

async function showBoard(page: Page, outage: ServerProcess, title: string): Promise<void> {
  await page.goto(`${outage.url}/?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('article').first()).toBeVisible();
  await kept(page);
}

async function prepareTask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'New task' }).click();
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByLabel('Send to').selectOption({ label: 'lemlist practice' });
  await form.getByRole('combobox', { name: 'Linked to' }).fill('an');
  await page.getByRole('listbox').getByRole('option').first().click();
  await form.getByLabel('Title').fill(title);
  await form.getByRole('button', { name: 'Cancel' }).click();
}

async function rename(page: Page, title: string, next: string): Promise<void> {
  await card(page, 'Pending', title).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: title }).getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit task' });
  await form.getByLabel('Title').fill(next);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(card(page, 'Pending', next)).toContainText('waiting for the line');
  await page.keyboard.press('Escape');
}

test('without a server the board opens, takes commands, keeps them over a reload and sends each once when it is back', async ({
  page,
  outage,
  own,
  title,
}) => {
  const [one, two, three, made] = [`${title} one`, `${title} two`, `${title} three`, `${title} made`];
  const oneId = await own.give(page, { title: one });
  const twoId = await own.give(page, { title: two });
  const threeId = await own.give(page, { title: three });
  await showBoard(page, outage, title);
  await prepareTask(page, made);

  await outage.stop();
  await page.reload();
  await expect(card(page, 'Pending', one)).toBeVisible();
  await expect(page.getByText('Offline. You see the board as it was')).toBeVisible();
  await complete(page, one);
  await rename(page, two, `${two} again`);
  await complete(page, `${two} again`);
  await complete(page, three);
  await page.getByRole('button', { name: 'New task' }).click();
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByRole('button', { name: 'Create task' }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('5 changes wait here and are sent when the line is back.')).toBeVisible();

  await page.reload();
  await expect(card(page, 'Completed', one)).toContainText('waiting for the line');
  await page.getByRole('button', { name: 'Show them' }).click();
  const list = page.getByRole('dialog', { name: 'Waiting changes' });
  await expect(list.getByRole('listitem')).toHaveCount(5);
  await list.getByRole('button', { name: `Undo: Complete ${three}` }).click();
  await expect(list.getByRole('listitem')).toHaveCount(4);
  await list.getByRole('button', { name: 'Done' }).click();
  await expect(card(page, 'Pending', three)).toBeVisible();

  await outage.restart();
  await expect(page.getByText('Offline.')).toHaveCount(0);
  await expect(page.getByText('waiting for the line')).toHaveCount(0);
  await expect.poll(async () => (await own.find(one))[0]?.status).toBe('completed');
  await expect.poll(async () => (await own.find(`${two} again`))[0]?.status).toBe('completed');
  await expect.poll(async () => (await own.find(made)).length).toBe(1);
  expect(await own.writesAbout(oneId)).toHaveLength(1);
  const writes = await own.writesAbout(twoId);
  expect(writes.map(({ body }) => 'title' in (body as object))).toEqual([true, false]);
  expect(await own.writesAbout(threeId)).toEqual([]);
});

test('what was done without a server is sent when the tab was closed and the board is opened again', async ({
  page,
  context,
  outage,
  own,
  title,
}) => {
  const id = await own.give(page, { title });
  await showBoard(page, outage, title);
  await outage.stop();
  await complete(page, title);
  await page.close();

  await outage.restart();
  const again = await context.newPage();
  await again.goto(`${outage.url}/?q=${encodeURIComponent(title)}`);
  await expect.poll(async () => (await own.find(title))[0]?.status).toBe('completed');
  expect(await own.writesAbout(id)).toHaveLength(1);
});

test('of two tabs without a server each shows what waits in the other, and one takes over what the other leaves', async ({
  page,
  context,
  outage,
  own,
  title,
}) => {
  const [mine, theirs] = [`${title} mine`, `${title} theirs`];
  const ids = [await own.give(page, { title: mine }), await own.give(page, { title: theirs })];
  await showBoard(page, outage, title);
  const other = await open(context, outage, title);
  await outage.stop();
  await complete(page, mine);
  await complete(other, theirs);
  await expect(card(page, 'Completed', theirs)).toContainText('waiting for the line');
  await expect(card(other, 'Completed', mine)).toContainText('waiting for the line');
  await expect(page.getByText('2 changes wait here')).toBeVisible();

  await other.close();
  await outage.restart();
  for (const each of [mine, theirs])
    await expect.poll(async () => (await own.find(each))[0]?.status).toBe('completed');
  await expect(page.getByText('waiting for the line')).toHaveCount(0);
  expect(await Promise.all(ids.map(async (id) => (await own.writesAbout(id)).length))).toEqual([1, 1]);
});

async function open(context: BrowserContext, outage: ServerProcess, title: string): Promise<Page> {
  const other = await context.newPage();
  await showBoard(other, outage, title);
  return other;
}
