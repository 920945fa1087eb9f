import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import { expect, test } from './test';

const quick = (page: Page) => page.getByRole('dialog', { name: 'Quick add' });
const line = (page: Page) => quick(page).getByRole('textbox', { name: 'Task', exact: true });
const understood = (page: Page) => quick(page).getByRole('list', { name: 'Understood' });

async function open(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('q');
  await expect(line(page)).toBeFocused();
}

test('a line of text becomes a task at the tool that it names, and the focus returns to the board', async ({
  page,
  lemlist,
  title,
}) => {
  const { name } = await lemlist.contact();
  await open(page);
  await page.keyboard.type(`${title.toLowerCase()} with ${name} tomorrow 10am !high @lemlist`);
  await expect(understood(page)).toContainText('Phone call');
  await expect(understood(page)).toContainText(name);
  await expect(understood(page)).toContainText('10:00');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveValue('');
  await expect(line(page)).toBeFocused();
  const written = `${title} with ${name}`;
  await expect.poll(async () => (await lemlist.find(written)).length).toBe(1);
  const [task] = await lemlist.find(written);
  expect(task).toMatchObject({ type: 'phone', priority: 2 });
  await page.keyboard.press('Escape');
  await expect(quick(page)).toHaveCount(0);
});

test('where the tool is not clear it is asked in place, and the next line goes to the same', async ({
  page,
  leadlex,
  title,
}) => {
  const [contact] = await leadlex.contacts('an');
  await open(page);
  await page.keyboard.type(title.toLowerCase());
  await quick(page).getByRole('button', { name: 'LeadLex practice' }).click();
  await expect(quick(page)).toContainText('LeadLex knows nobody called');
  await quick(page).getByRole('textbox', { name: 'Search for the person' }).fill(contact!.name);
  await quick(page).getByRole('button', { name: contact!.name }).first().click();
  await quick(page).getByRole('button', { name: 'Create task' }).click();
  await expect(line(page)).toHaveValue('');
  await expect.poll(async () => (await leadlex.find(title)).length).toBe(1);
  await line(page).fill('ring somebody else');
  await expect(understood(page).getByRole('img', { name: 'LeadLex' })).toBeVisible();
});

test('more in the form takes along what was understood, and nothing typed is lost on the way', async ({
  page,
  lemlist,
  form,
  title,
}) => {
  const { name } = await lemlist.contact();
  await open(page);
  await page.keyboard.type(`${title.toLowerCase()} with ${name} !low @lemlist`);
  await expect(understood(page)).toContainText(name);
  await page.reload();
  await page.getByRole('button', { name: 'Quick add' }).click();
  const first = quick(page).getByRole('textbox', { name: 'Task 1' });
  await expect(first).toHaveValue(/!low @lemlist$/);
  await expect(understood(page)).toContainText(name);
  await quick(page).getByRole('button', { name: 'More in the form' }).first().click();
  await expect(form.field('Title')).toHaveValue(`${title} with ${name}`);
  await expect(form.field('Priority')).toHaveValue('low');
  await form.create.click();
  await expect(form.dialog).toHaveCount(0);
  await expect.poll(async () => (await lemlist.find(`${title} with ${name}`)).length).toBe(1);
  await page.keyboard.press('q');
  await expect(line(page)).toHaveValue('');
});

test('an answer that is lost makes no second task when the line is sent again', async ({
  page,
  lemlist,
  title,
}) => {
  const { name } = await lemlist.contact();
  await open(page);
  await page.keyboard.type(`${title.toLowerCase()} with ${name} @lemlist`);
  await expect(understood(page)).toContainText(name);
  let lost = 0;
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() !== 'POST' || lost >= 3) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.fulfill({ status: 503, contentType: 'text/plain', body: 'lost' });
  });
  await page.keyboard.press('Enter');
  await expect(quick(page).getByRole('alert')).toContainText('sent again it is not made twice');
  await quick(page).getByRole('button', { name: 'Try again' }).click();
  await expect(line(page)).toHaveValue('');
  const written = `${title} with ${name}`;
  await expect.poll(async () => (await lemlist.find(written)).length).toBe(1);
  await lemlist.sync();
  expect(await lemlist.find(written)).toHaveLength(1);
});

test('quick add is clean for assistive technology, and fits a phone', async ({ page }) => {
  await page.emulateMedia(still);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.getByRole('button', { name: 'New task' }).click();
  await page.getByRole('button', { name: /^Quick add/ }).click();
  await line(page).fill('call Nobody Known tomorrow !high @lemlist');
  await expect(quick(page)).toContainText('lemlist knows nobody');
  await expectClean(page, 'quick add with a question');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('what is typed before it is there does nothing to the card behind it', async ({
  page,
  lemlist,
  title,
}) => {
  let arrive = () => {};
  const there = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/quick-add-window-*.js', async (route) => {
    await there;
    await route.continue();
  });
  await lemlist.give(page, { title });
  const card = page.getByRole('region', { name: 'Pending' }).getByRole('article', { name: title });
  await card.focus();
  await page.keyboard.type('qei');
  arrive();
  await expect(line(page)).toBeFocused();
  await expect(line(page)).toHaveValue('ei');
  await page.keyboard.press('Escape');
  await expect(quick(page)).toHaveCount(0);
  await expect(card).toBeFocused();
  await expect(card).not.toContainText('held');
});
