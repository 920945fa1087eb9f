import type { Locator, Page } from 'playwright/test';

import { violations } from './accessible';
import { listen, says } from './heard';
import { expect, patientTest, test } from './test';

const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const chip = (page: Page, by: string) => page.getByRole('button', { name: new RegExp(`^Filter by ${by}:`) });
const choice = (page: Page, name: string) => page.getByRole('menuitemcheckbox', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const ownViews = (page: Page) => page.getByRole('region', { name: 'Your views' }).getByRole('link');
/** Written on the page; it is spoken as well. */
const told = (page: Page, words: string) => page.getByText(words).and(page.locator(':not([aria-live])'));
const cards = (column: Locator) => column.getByRole('article');

/** The saved views of one test do not stand in the way of the next. */
test.beforeEach(async ({ request }) => {
  const { items } = await (await request.get('/api/views')).json();
  for (const { id } of items) await request.delete(`/api/views/${id}`);
});

async function saveView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save view' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save view' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog).toHaveCount(0);
}

patientTest(
  'a pasted link gives its board, says what it left out, and reload, back and a second tab agree',
  async ({ page, context, column }) => {
    await page.goto('/?channel=call,fax&due=2026-02-30..&priority=high&closed=all');
    await expect(told(page, '“fax” is not a channel.')).toBeVisible();
    await expect(told(page, 'This date does not exist. Check day and month.')).toBeVisible();
    await expect(chip(page, 'channel')).toHaveAccessibleName('Filter by channel: Calls');
    await expect(chip(page, 'priority')).toHaveAccessibleName('Filter by priority: High');
    await chip(page, 'due').click();
    await choice(page, 'By today').click();
    await expect(page).toHaveURL('/?channel=call&priority=high&due=..today&closed=all');
    await expect(told(page, '“fax” is not a channel.')).toHaveCount(0);
    const header = (of: Page) => of.getByRole('region', { name: 'Pending' }).locator('header');
    await expect(cards(column('Pending')).first()).toBeVisible();
    await expect(header(page)).toHaveText(/\d/);
    const seen = (await header(page).textContent()) ?? '';

    await page.reload();
    await expect(header(page)).toHaveText(seen);
    const second = await context.newPage();
    await second.goto(page.url());
    await expect(header(second)).toHaveText(seen);
    await page.goBack();
    await expect(chip(page, 'due')).toHaveAccessibleName('Filter by due: Due any time');
    await expect(chip(second, 'due')).toHaveAccessibleName('Filter by due: Due by today');
  },
);

patientTest(
  'by mouse: a filter is chosen by its numbers, saved, put in order by drag, deleted and brought back',
  async ({ page, request, column }) => {
    await page.goto('/');
    await chip(page, 'channel').click();
    await expect(choice(page, 'Calls')).toContainText(/\d/);
    const number = (await choice(page, 'Calls').textContent())?.replace(/\D/g, '') ?? '';
    await choice(page, 'Calls').click();
    await page.keyboard.press('Escape');
    await expect(column('Pending').locator('header')).toContainText(number);

    for (const [by, value, name] of [
      ['priority', 'High', 'First'],
      ['priority', 'Low', 'Second'],
      ['due', 'Overdue', 'Third'],
    ] as const) {
      await chip(page, by).click();
      await choice(page, value).click();
      await page.keyboard.press('Escape');
      if (name === 'First') await saveView(page, name);
      else {
        await page.getByRole('button', { name: 'Save view' }).click();
        await page.getByRole('menuitem', { name: 'Save as a new view…' }).click();
        const dialog = page.getByRole('dialog', { name: 'Save view' });
        await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
        await dialog.getByRole('button', { name: 'Save view' }).click();
      }
      await expect(heading(page, name)).toBeVisible();
    }
    await expect(ownViews(page)).toContainText(['First', 'Second', 'Third']);
    const taken = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await link(page, 'Third').dragTo(link(page, 'First'), { targetPosition: { x: 60, y: 3 } });
    await expect(ownViews(page)).toContainText(['Third', 'First', 'Second']);
    // It is drawn before the server has it.
    expect((await taken).ok()).toBe(true);
    await page.reload();
    await expect(ownViews(page)).toContainText(['Third', 'First', 'Second']);

    await link(page, 'First').hover();
    await page.getByRole('button', { name: 'Actions for the view First' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(ownViews(page)).toContainText(['Third', 'Second']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(ownViews(page)).toContainText(['Third', 'First', 'Second']);
    // What is under way when a test ends would arrive in the next one.
    const kept = async () => (await (await request.get('/api/views')).json()).items.length;
    await expect.poll(kept).toBe(3);
  },
);

test('by keys: a filter is chosen, named and saved, and the view moved, without the mouse', async ({
  page,
  request,
}) => {
  await request.post('/api/views', {
    data: { id: crypto.randomUUID(), name: 'Before', filter: 'q=before' },
  });
  await listen(page);
  await page.goto('/');
  await expect(link(page, 'Before')).toBeVisible();
  await chip(page, 'channel').focus();
  await page.keyboard.press('Enter');
  await expect(choice(page, 'Emails')).toBeVisible();
  await page.keyboard.press('c');
  await expect(choice(page, 'Calls')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(chip(page, 'channel')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(chip(page, 'due')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(choice(page, 'Overdue')).toBeVisible();
  await page.keyboard.press('o');
  await expect(choice(page, 'Overdue')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?channel=call&due=overdue');
  await page.getByRole('button', { name: 'Save view' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Late calls');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Late calls')).toBeVisible();
  await expect(ownViews(page)).toContainText(['Before', 'Late calls']);

  await link(page, 'Late calls').focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Actions for the view Late calls' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Rename…' }).waitFor();
  await page.keyboard.press('m');
  await expect(page.getByRole('menuitem', { name: 'Move up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(ownViews(page)).toContainText(['Late calls', 'Before']);
  await says(page, 'Moved “Late calls” to place 1 of 2.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('by thumb: views are opened, saved, renamed and moved', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Views', exact: true }).tap();
    await page.getByRole('dialog').getByRole('link', { name: 'Calls' }).tap();
    await expect(page).toHaveURL('/?channel=call');
    await chip(page, 'priority').tap();
    await choice(page, 'High').tap();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save view' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Save view' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Important calls');
    await dialog.getByRole('button', { name: 'Save view' }).tap();
    await expect(dialog).toHaveCount(0);

    await page.getByRole('button', { name: 'Views', exact: true }).tap();
    await expect(link(page, 'Important calls')).toHaveAttribute('aria-current', 'page');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Actions for the view Important calls' }).tap();
    await page.getByRole('menuitem', { name: 'Rename…' }).tap();
    const renaming = page.getByRole('dialog', { name: 'Rename the view' });
    await renaming.getByRole('textbox', { name: 'Name' }).fill('Calls that count');
    await renaming.getByRole('button', { name: 'Rename' }).tap();
    await expect(link(page, 'Calls that count')).toBeVisible();
  });
});

test('a colleague’s view is theirs: a change of it becomes one’s own copy', async ({
  page,
  request,
  context,
  baseURL,
}) => {
  const be = (name: string) =>
    context.addCookies([
      { name: 'rep', value: encodeURIComponent(JSON.stringify({ name, email: null })), url: baseURL ?? '' },
    ]);
  const shared = { id: crypto.randomUUID(), name: 'Letters', filter: 'channel=email', shared: true };
  const cookie = `rep=${encodeURIComponent(JSON.stringify({ name: 'Ben Colleague', email: null }))}`;
  await request.post('/api/views', { data: shared, headers: { cookie } });
  await be('Ada Colleague');
  await page.goto('/');
  await link(page, 'Letters · Ben Colleague').click();
  await chip(page, 'priority').click();
  await choice(page, 'High').click();
  await page.keyboard.press('Escape');
  await expect(heading(page, 'Letters · changed')).toBeVisible();
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByRole('menuitem', { name: 'Save as your own copy' }).click();
  await expect(page.getByText('Saved as your own copy.').first()).toBeVisible();
  await expect(ownViews(page)).toContainText(['Letters']);
  await expect(link(page, 'Letters · Ben Colleague')).toBeVisible();
  await request.delete(`/api/views/${shared.id}`, { headers: { cookie } });
  // Gone for the colleague without a reload.
  await expect(link(page, 'Letters · Ben Colleague')).toHaveCount(0);
});

test('Pending is put in another order, which a link keeps and live changes follow', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  const [one, two, three] = ['1', '2', '3'].map((number) => `${title} ${number}`) as [string, string, string];
  const low = await lemlist.give(page, { title: one });
  await lemlist.give(page, { title: two });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(cards(column('Pending'))).toHaveCount(2);
  await page.getByRole('button', { name: 'Sort: Due first' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Newest first' }).click();
  await expect(page).toHaveURL(/sort=newest/);
  await expect(cards(column('Pending'))).toContainText([two, one]);
  await page.reload();
  await expect(cards(column('Pending'))).toContainText([two, one]);

  await page.getByRole('button', { name: 'Sort: Newest first' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Urgent first' }).click();
  await expect(page).toHaveURL(/sort=priority/);
  await lemlist.change(low, { priority: '2' });
  await lemlist.sync();
  await expect(cards(column('Pending'))).toContainText([one, two]);
  const here = page.url();
  await lemlist.give(page, { title: three });
  await page.goto(here);
  await expect(cards(column('Pending'))).toContainText([one, two, three]);
});

test('filters by hand are clean for assistive technology, in a menu and in a form', async ({ page }) => {
  await page.goto('/?channel=call&due=2026-03-01..&name=/an/&type=phone&state=held,failed');
  await expect(chip(page, 'contact')).toHaveAccessibleName('Filter by contact: Named like an');
  expect(await violations(page)).toEqual([]);
  await chip(page, 'state').click();
  await expect(choice(page, 'Board only')).toContainText(/\d/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await chip(page, 'contact').click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('/an/');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(chip(page, 'contact')).toBeFocused();
});
