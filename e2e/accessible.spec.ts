import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import { expect, patientTest, test } from './test';

const menu = (page: Page) => page.getByRole('menu');
const named = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

test.slow();
test.beforeEach(async ({ page, context, request, baseURL }) => {
  await page.emulateMedia(still);
  const value = encodeURIComponent(JSON.stringify({ name: 'Ada Okonkwo', email: null }));
  await context.addCookies([{ name: 'rep', value, url: baseURL ?? '' }]);
  const { items } = await (await context.request.get('/api/views')).json();
  for (const { id } of items)
    await request.delete(`/api/views/${id}`, { headers: { cookie: `rep=${value}` } });
});

test('the board, its filters and its views are clean for assistive technology', async ({ page, context }) => {
  for (const [name, shared] of [
    ['Calls of the morning', false],
    ['مكالمات اليوم', true],
  ] as const)
    await context.request.post('/api/views', {
      data: { id: crypto.randomUUID(), name, filter: 'channel=call&q=an', shared },
    });
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Calls of the morning' })).toBeVisible();
  await expectClean(page, 'board');

  await page.getByRole('link', { name: 'Calls of the morning' }).hover();
  await page.getByRole('button', { name: 'Actions for the view Calls of the morning' }).click();
  await expect(menu(page)).toBeVisible();
  await expectClean(page, 'menu of a view');
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await expect(named(page, 'Rename the view')).toBeVisible();
  await expectClean(page, 'rename a view');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Fold the views' }).click();
  await expectClean(page, 'folded rail');
  await page.getByRole('button', { name: 'Unfold the views' }).click();

  await page.goto('/?q=nothing+is+called+so&channel=call,fax');
  await expect(page.getByText('No task matches these filters.')).toBeVisible();
  await expectClean(page, 'filtered to nothing, with a filter left out');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(named(page, 'Save view')).toBeVisible();
  await named(page, 'Save view').getByRole('button', { name: 'Save view' }).click();
  await expectClean(page, 'save a view, without a name');
  await page.keyboard.press('Escape');

  for (const name of [/^Filter by assignee/, /^Filter by due/, 'More filters', /^Sort:/, /^Colours:/]) {
    await page.getByRole('button', { name }).click();
    await expect(menu(page)).toBeVisible();
    await expectClean(page, `menu ${name}`);
    await page.keyboard.press('Escape');
    await expect(menu(page)).toHaveCount(0);
  }
  await page.getByRole('button', { name: /^Filter by due/ }).click();
  await page.getByRole('menuitem', { name: 'Between two dates…' }).click();
  await expect(page.getByLabel('From')).toBeVisible();
  await expectClean(page, 'due between two dates');
});

patientTest(
  'a task, what can be done to it and the form are clean for assistive technology',
  async ({ page, lemlist, form, title }) => {
    await lemlist.give(page, { title, message: 'Hello', campaign: true });
    const card = page.getByRole('article', { name: title });
    await card.focus();
    await page.keyboard.press('m');
    await expect(menu(page)).toBeVisible();
    await expectClean(page, 'menu of a card');
    await page.keyboard.press('Escape');
    await card.focus();
    await page.keyboard.press('s');
    await page.getByRole('menuitem', { name: 'Pick a date…' }).click();
    await expect(named(page, 'Snooze until').getByRole('grid')).toBeVisible();
    await expectClean(page, 'snooze to a date');
    await page.keyboard.press('Escape');
    await card.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: title });
    await expect(panel.getByRole('heading', { name: 'History' })).toBeVisible();
    await expectClean(page, 'panel');
    await page.keyboard.press('Escape');

    await card.focus();
    await page.keyboard.press('e');
    await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectClean(page, 'completed, with the way back');
    await page.keyboard.press('Shift+U');
    await expect(named(page, 'Recent changes').getByText(title)).toBeVisible();
    await expectClean(page, 'recent changes');
    await page.keyboard.press('Escape');

    await page.goto('/?vendor=saleshandy&channel=call');
    // What was completed today may be read before what is open.
    await page.getByRole('region', { name: 'Pending' }).getByRole('article').first().focus();
    await page.keyboard.press('e');
    await expect(named(page, 'How did the call end?')).toBeVisible();
    await expectClean(page, 'how the call ended');

    await form.open('lemlist');
    await form.create.click();
    await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
    await expectClean(page, 'form with a complaint');
    await form.linkedTo.fill('an');
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await expectClean(page, 'form with people found');
  },
);

test('a selection, its menus and its result are clean for assistive technology', async ({
  page,
  lemlist,
  leadlex,
  title,
}) => {
  await page.goto('/');
  const cards = page.getByRole('region', { name: 'Pending' }).getByRole('article');
  await cards.first().focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('toolbar', { name: /selected$/ });
  await expect(bar.getByRole('button', { name: /^Select all/ })).toBeVisible();
  await expectClean(page, 'selection');
  for (const name of ['Snooze', 'Assign to…', 'Priority', 'Move to…']) {
    await bar.getByRole('button', { name }).click();
    await expect(menu(page)).toBeVisible();
    await expectClean(page, `menu ${name} of a selection`);
    await page.keyboard.press('Escape');
    await expect(menu(page)).toHaveCount(0);
  }

  const id = await leadlex.give(`${title} gone`);
  await lemlist.give(page, { title: `${title} stays` });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(cards).toHaveCount(2);
  await leadlex.takeAway(id);
  await cards.first().focus();
  await page.keyboard.press('Control+a');
  await bar.getByRole('button', { name: 'Complete' }).click();
  const follow = page.getByRole('region', { name: 'Progress of the last change to several tasks' });
  await expect(follow).toContainText('1 not done');
  await expectClean(page, 'result of a change to several');
});
