import type { Page } from 'playwright/test';

import { listen, says } from './heard';
import { Lemlist } from './lemlist';
import { Saleshandy } from './saleshandy';
import { expect, test } from './test';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, column: string, title: string) =>
  region(page, column).getByRole('article', { name: title, exact: true });
const notice = (page: Page, words: string) => region(page, 'Notifications').getByText(words, { exact: true });

/** Focuses a card of Pending and presses a key on it. */
async function press(page: Page, title: string, key: string): Promise<void> {
  await cardIn(page, 'Pending', title).focus();
  await page.keyboard.press(key);
}

test('three steps go back one by one and by name, after a reload and in another tab too, and the vendor hears of none', async ({
  context,
  page,
  request,
  title,
  serve,
}) => {
  test.slow();
  const server = await serve({ holdSeconds: 600 });
  const vendor = new Lemlist(request, server.url);
  const names = ['one', 'two', 'three'].map((word) => `${title} ${word}`);
  const [one = '', two = '', three = ''] = names;
  const ids: string[] = [];
  for (const name of names) ids.push(await vendor.give(page, { title: name }));
  await page.goto(`${server.url}/?q=${encodeURIComponent(title)}`);
  await expect(cardIn(page, 'Pending', one)).toBeVisible();
  await press(page, one, 'e');
  await expect(cardIn(page, 'Completed', one)).toContainText('held');
  await press(page, two, 'i');
  await expect(cardIn(page, 'Ignored', two)).toContainText('held');
  await press(page, three, 'e');
  await expect(cardIn(page, 'Completed', three)).toContainText('held');

  await page.reload();
  await expect(notice(page, `Moved “${three}” to Completed.`)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(notice(page, `Undone: completed “${three}”.`)).toBeVisible();
  await expect(cardIn(page, 'Pending', three)).toBeVisible();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(notice(other, `Moved “${two}” to Ignored.`)).toBeVisible();
  await other.keyboard.press('Control+z');
  await expect(notice(other, `Undone: ignored “${two}”.`)).toBeVisible();
  await expect(notice(page, `Moved “${one}” to Completed.`)).toBeVisible();

  await page.keyboard.press('Shift+U');
  const list = page.getByRole('dialog', { name: 'Recent changes' });
  const rows = list.getByRole('list', { name: 'Recent changes' }).locator(':scope > li');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText(`Completed “${three}”`);
  await expect(rows.nth(0)).toContainText('Undone.');
  await expect(rows.nth(2)).toContainText(/Can be undone, \d+ s left\./);
  await list.getByRole('button', { name: `Undo: completed “${one}”` }).click();
  await expect(rows.nth(2)).toContainText('Undone.');
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('Escape');
  for (const name of names) await expect(cardIn(page, 'Pending', name)).not.toContainText('held');
  await page.keyboard.press('Control+z');
  await expect(notice(page, 'Nothing to undo.')).toBeVisible();
  for (const id of ids) expect(await vendor.writesAbout(id)).toEqual([]);
});

test('what was done to many in one go is one step: one notice, one key, one row', async ({
  page,
  request,
  serve,
  form,
  title,
  column,
}) => {
  test.slow();
  const server = await serve({ holdSeconds: 0 });
  const saleshandy = new Saleshandy(request, server.url);
  const prospects = await saleshandy.prospects(3);
  await listen(page);
  await form.open('Saleshandy', server.url);
  await form.field('Type').selectOption({ label: 'Custom task' });
  for (const { email } of prospects) await form.link(email);
  await form.field('Message').fill(title);
  await form.dialog.getByRole('button', { name: 'Create 3 tasks' }).click();
  await says(page, 'Created 3 tasks.');
  await expect.poll(async () => (await saleshandy.find(title)).length).toBe(3);
  // They have left; what comes now stays, so that the busiest machine takes it back in time.
  await server.stop();
  await server.restart({ holdSeconds: 600 });
  await page.goto(`${server.url}/?q=${encodeURIComponent(title)}`);
  const cards = column('Pending').getByRole('article');
  await expect(cards).toHaveCount(3);
  const taskIds = await cards.evaluateAll((all) => all.map((card) => card.getAttribute('data-task-id')));

  // As many selected cards do.
  const data = { id: crypto.randomUUID(), kind: 'ignore', taskIds };
  expect((await request.post(`${server.url}/api/commands`, { data })).ok()).toBe(true);
  await expect(notice(page, 'Moved 3 tasks to Ignored.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(notice(page, 'Undone: ignored 3 tasks.')).toBeVisible();
  await expect(cards).toHaveCount(3);
  await page.getByRole('button', { name: 'Recent changes' }).first().click();
  const rows = page.getByRole('dialog').getByRole('list', { name: 'Recent changes' }).locator(':scope > li');
  await expect(rows.nth(0)).toContainText('Ignored 3 tasks');
  await expect(rows.nth(0)).toContainText('Undone.');
  await expect(rows.nth(1)).toContainText('Created 3 tasks');
  await expect(rows.nth(1)).toContainText('Saleshandy has it.');
  expect(await saleshandy.writesAbout('skip')).toEqual([]);
});

test('after the delivery the key offers to reopen where the vendor can, and a copy where it cannot', async ({
  page,
  lemlist,
  leadlex,
  title,
}) => {
  await lemlist.give(page, { title });
  await press(page, title, 'e');
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('completed');
  await expect(cardIn(page, 'Completed', title)).not.toContainText(/held|sending/);
  await page.keyboard.press('Control+z');
  const late = `Too late to undo: completed “${title}”.`;
  await expect(notice(page, `${late} lemlist has it and has no way back.`)).toBeVisible();
  await region(page, 'Notifications').getByRole('button', { name: 'Copy as new' }).click();
  const copy = page.getByRole('dialog', { name: 'New task' });
  await expect(copy.getByLabel('Title')).toHaveValue(title);
  await page.keyboard.press('Escape');

  const other = `${title} at LeadLex`;
  await leadlex.give(other);
  await leadlex.sync();
  await page.goto(`/?q=${encodeURIComponent(other)}`);
  await press(page, other, 'e');
  const atLeadlex = async () => (await leadlex.find(other))[0]?.status;
  await expect.poll(atLeadlex).toBe('completed');
  await expect(cardIn(page, 'Completed', other)).not.toContainText(/held|sending/);
  await page.keyboard.press('Control+z');
  await expect(
    notice(page, `Too late to undo: completed “${other}”. LeadLex has it and can reopen it.`),
  ).toBeVisible();
  await region(page, 'Notifications').getByRole('button', { name: 'Reopen' }).last().click();
  await expect(cardIn(page, 'Pending', other)).toBeVisible();
  await expect.poll(atLeadlex).toBe('open');
});
