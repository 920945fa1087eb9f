import type { Browser, Page } from 'playwright/test';

import { Lemlist } from './lemlist';
import { expect, pressOn, test } from './test';

const cardIn = (page: Page, column: string, title: string) =>
  page.getByRole('region', { name: column, exact: true }).getByRole('article', { name: title, exact: true });

/** Another rep, in a browser of their own, before the same board. */
async function anotherRep(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(page.url());
  return other;
}

/** Keeps a rep's commands on their way until told to let them go. */
async function holdCommands(page: Page): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/commands', async (route) => {
    await gate;
    await route.continue();
  });
  return () => letGo();
}

async function press(page: Page, title: string, action: 'Complete' | 'Ignore'): Promise<void> {
  const card = cardIn(page, 'Pending', title);
  await card.hover();
  await card.getByRole('button', { name: action }).click();
}

test('of two reps who move the same card, the later one is told what the other one did', async ({
  browser,
  page,
  request,
  serve,
  title,
}) => {
  // The later one is to be told while the card is still held.
  const { url } = await serve({ holdSeconds: 15 });
  const lemlist = new Lemlist(request, url);
  const id = await lemlist.give(page, { title });
  const other = await anotherRep(browser, page);
  const letGo = await holdCommands(other);
  await press(other, title, 'Ignore');
  await expect(cardIn(other, 'Ignored', title)).toBeVisible();
  const answered = page.waitForResponse('**/api/commands');
  await press(page, title, 'Complete');
  expect((await answered).ok()).toBe(true);
  letGo();

  await expect(other.getByRole('region', { name: 'Notifications' })).toContainText(
    `“${title}”: A rep is completing it (held)`,
  );
  for (const rep of [page, other]) {
    await expect(cardIn(rep, 'Completed', title)).toBeVisible();
    await expect(cardIn(rep, 'Ignored', title)).toHaveCount(0);
  }
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('completed');
  expect(await lemlist.writesAbout(id)).toHaveLength(1);
  await other.context().close();
});

/** Opens the form on a task and writes another message into it. */
async function writeMessage(page: Page, title: string, message: string): Promise<void> {
  const card = cardIn(page, 'Pending', title);
  await card.hover();
  await pressOn(card, 'Open');
  await page.getByRole('complementary').getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog', { name: 'Edit task' }).getByLabel('Message').fill(message);
}

test('of two reps who change the same field, the later one sees both values and nothing is overwritten unseen', async ({
  browser,
  page,
  lemlist,
  title,
}) => {
  const id = await lemlist.give(page, { title, message: 'As it was' });
  const other = await anotherRep(browser, page);
  await writeMessage(other, title, 'What the later one wrote');
  await writeMessage(page, title, 'What the first one wrote');
  const answered = page.waitForResponse('**/api/commands');
  await page.getByRole('button', { name: 'Save changes' }).click();
  expect((await answered).ok()).toBe(true);
  const refused = other.waitForResponse((response) => response.status() === 409);
  await other.getByRole('button', { name: 'Save changes' }).click();
  await refused;

  const both = other.getByRole('group', { name: 'Two values for Message' });
  // Where the answer takes long, the form is closed by then, and what was typed is kept for when it is opened again.
  const again = other.getByRole('complementary').getByRole('button', { name: 'Edit', exact: true });
  await expect(both.or(again).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(both).toContainText('What the first one wrote');
  await expect(both).toContainText('What the later one wrote');
  const query = `status=pending&limit=1&q=${encodeURIComponent(title)}`;
  const task = async () => (await (await page.request.get(`/api/tasks?${query}`)).json()).items[0];
  expect(await task()).toMatchObject({ text: 'What the first one wrote' });

  await both.getByRole('button', { name: 'Keep mine' }).click();
  await other.getByRole('button', { name: 'Save changes' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await task()).text).toBe('What the later one wrote');
  await expect.poll(async () => (await task()).commands).toEqual([]);
  expect(JSON.stringify(await lemlist.writesAbout(id))).toContain('What the later one wrote');
  await other.context().close();
});
