import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import { listen, says } from './heard';
import { expect, test } from './test';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find or do' });
const input = (page: Page) => palette(page).getByRole('combobox');
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

test('Ctrl+K completes the card in hand, and the focus goes on to the next card', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title: `${title} two` });
  await lemlist.give(page, { title: `${title} one` });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  const cards = column('Pending').getByRole('article');
  await expect(cards).toHaveCount(2);
  await cards.first().focus();
  await page.keyboard.press('Control+k');
  await expect(input(page)).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toHaveCount(0);
  await expect(cards.first()).toBeFocused();

  await page.keyboard.press('Control+k');
  await expect(option(page, 'Complete')).toContainText('E');
  await page.keyboard.type('compl');
  await expect(option(page, 'Complete')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
  await expect(column('Completed').getByRole('article')).toHaveCount(1);
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toBeFocused();
});

test('a task, a person and a view are found by their names, and the count is spoken', async ({
  page,
  lemlist,
  column,
  title,
}) => {
  const { name } = await lemlist.contact();
  await listen(page);
  await lemlist.give(page, { title });
  await page.goto('/?channel=linkedin');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(title);
  await expect(option(page, new RegExp(title)).first()).toBeVisible();
  await says(page, '1 found');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: title });
  await expect(panel.getByRole('heading', { name: title })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(option(page, `All tasks of ${name}`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('heading', { name: title })).toBeFocused();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  const person = palette(page).getByRole('group', { name: 'People' }).getByRole('option').first();
  await expect(person).toContainText(name);
  await person.click();
  await expect(page).toHaveURL(new RegExp(`\\?name=`));
  await expect(column('Pending').getByRole('article').first()).toContainText(name);

  await page.getByRole('button', { name: 'Find or do' }).click();
  await page.keyboard.type('overd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overdue' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Find or do' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(palette(page).getByRole('group', { name: 'Recent' }).getByRole('option')).toHaveText([
    'Overdue',
  ]);
});

test('every command opens what it names, and leads back', async ({ page, lemlist, title }) => {
  await lemlist.give(page, { title });
  const card = page.getByRole('article', { name: title });
  for (const [words, dialog] of [
    ['new task', 'New task'],
    ['quick add', 'Quick add'],
    ['today', 'Today'],
    ['who you are', 'Who are you?'],
    ['follow-up', 'New task'],
    ['recent changes', 'Recent changes'],
    ['keys', 'Keys'],
    ['practice faults', 'Practice faults'],
    ['edit', 'Edit task'],
  ] as const) {
    await card.focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: dialog }).locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(card).toBeFocused();
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('search tasks');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toBeFocused();
});

test('a backlog is spread from it, and the board is sorted and its filters cleared', async ({
  page,
  column,
}) => {
  await page.goto('/?channel=call');
  // How many are overdue is known after the first cards.
  await expect(page.getByRole('button', { name: /Spread them$/ })).toBeVisible();
  const id = (await column('Pending').getByRole('article').first().getAttribute('data-task-id')) ?? '';
  const card = page.locator(`[data-task-id="${id}"]`);
  await card.focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('spread overdue');
  await page.keyboard.press('Enter');
  const plan = page.getByRole('dialog', { name: 'Spread overdue tasks' });
  await expect(plan.getByRole('textbox', { name: 'Tasks a day' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sort urgent');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?channel=call&sort=priority');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('clear filters');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/?sort=priority');
});

test('with cards selected it acts on all of them, and says how many they are', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  for (const word of ['one', 'two', 'three']) await lemlist.give(page, { title: `${title} ${word}` });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  const cards = column('Pending').getByRole('article');
  await expect(cards).toHaveCount(3);
  await cards.first().focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('select');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
  await cards.nth(1).focus();
  await page.keyboard.press('x');
  await page.keyboard.press('Control+k');
  const handy = palette(page).getByRole('group', { name: '2 selected' });
  await expect(handy.getByRole('option', { name: 'Complete' })).toContainText('E');
  await page.keyboard.type('priority…');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'High' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('ignore');
  await page.keyboard.press('Enter');
  await expect(column('Ignored').getByRole('article')).toHaveCount(2);
  await expect(cards).toHaveCount(1);
  await expect(cards.first()).toBeFocused();
});

test('over the focus queue it acts on the task there, and what it finds leads back to the board', async ({
  page,
  lemlist,
  title,
}) => {
  for (const word of ['one', 'two']) await lemlist.give(page, { title: `${title} ${word}`, campaign: true });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.keyboard.press('f');
  const queue = page.getByRole('dialog', { name: /^Focus: /, includeHidden: true });
  const heading = queue.getByRole('heading', { level: 2, includeHidden: true });
  await expect(heading).toBeFocused();
  const first = await heading.innerText();
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('group', { name: `This task: ${first}` })).toBeVisible();
  await expect(option(page, 'Follow-up for the same person')).toContainText('N');
  await expect(option(page, 'New task')).toHaveText('New task');
  await page.keyboard.press('Escape');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('complete');
  await page.keyboard.press('Enter');
  await expect(heading).not.toHaveText(first);
  await expect(heading).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('overdue');
  await page.keyboard.press('Enter');
  await expect(queue).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Overdue' })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\?q=/);
  await expect(queue).toHaveCount(0);
  await page.keyboard.press('f');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(title);
  await expect(option(page, new RegExp(title)).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(queue).toHaveCount(0);
  await expect(page.locator('[data-task-panel]').getByRole('heading', { level: 2 }).first()).toBeFocused();
});

test('without a match or without an answer it says so, and what is loaded is found all the same', async ({
  page,
  lemlist,
  title,
}) => {
  await listen(page);
  await lemlist.give(page, { title });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zzqx');
  const words = 'Nothing fits “zzqx”. Try a name, a word of the task, or what you want to do.';
  await expect(palette(page).getByText(words)).toBeVisible();
  await says(page, words);
  await page.route('**/api/tasks?*q=*', (route) => route.abort());
  await input(page).fill(title);
  await expect(
    palette(page).getByText(
      /^Only the tasks that this page has loaded are searched\. Outboard does not answer\./,
    ),
  ).toBeVisible();
  await option(page, new RegExp(title)).first().click();
  await expect(page.getByRole('complementary', { name: title })).toBeVisible();
  await page.unroute('**/api/tasks?*q=*');
});

test('letter keys can be switched off; the palette and the arrows work on', async ({
  page,
  lemlist,
  title,
}) => {
  await lemlist.give(page, { title });
  const card = page.getByRole('article', { name: title });
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await keys.getByRole('switch', { name: 'Letter keys' }).uncheck();
  await expect(keys).toContainText('Off: letters, / and ? do nothing');
  await page.keyboard.press('Escape');
  await page.reload();
  await card.focus();
  for (const key of ['n', '?', '/', 'Shift+U', 'f', 'i']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(option(page, 'Ignore')).toHaveText('Ignore');
  await page.keyboard.type('letter keys on');
  await page.keyboard.press('Enter');
  await expect(card).toBeFocused();
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
});

test('one key is switched off by itself: it does nothing, is shown nowhere, and every tab follows', async ({
  page,
  context,
  lemlist,
  title,
}) => {
  await lemlist.give(page, { title });
  const other = await context.newPage();
  await other.goto(page.url());
  const card = (on: Page) => on.getByRole('article', { name: title });
  await expect(card(other)).toBeVisible();
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  const ignore = keys.getByRole('switch', { name: 'I: Ignore', exact: true });
  await ignore.press('Space');
  await expect(ignore).not.toBeChecked();
  await expect(keys.getByRole('switch', { name: 'I: Work on all that are selected' })).not.toBeChecked();
  await expect(keys).toContainText('Off by itself: I.');
  await page.keyboard.press('Escape');

  for (const tab of [page, other]) {
    await tab.bringToFront();
    await card(tab).focus();
    await tab.keyboard.press('i');
    await tab.keyboard.press('Control+k');
    await expect(option(tab, 'Ignore')).toHaveText('Ignore');
    await expect(option(tab, 'Complete')).toContainText('E');
    await tab.keyboard.press('Escape');
    await expect(card(tab)).toBeFocused();
  }
  await card(other).getByRole('button', { name: 'Ignore' }).hover();
  await expect(other.getByText('Ignore', { exact: true })).toBeVisible();
  await expect(other.getByText('Ignore (I)')).toHaveCount(0);
  await other.keyboard.press('f');
  await expect(other.getByRole('toolbar').getByRole('button', { name: 'Ignore' })).toHaveText('Ignore');
  await other.keyboard.press('i');
  await other.keyboard.press('?');
  await other.getByRole('switch', { name: 'I: Ignore', exact: true }).press('Enter');
  await other.keyboard.press('Escape');
  await expect(other.getByRole('toolbar').getByRole('button', { name: 'Ignore' })).toHaveText('IgnoreI');
  await page.bringToFront();
  await card(page).getByRole('button', { name: 'Ignore' }).hover();
  await expect(page.getByText('Ignore (I)')).toBeVisible();
  await page.keyboard.press('i');
  await expect(
    page.getByRole('region', { name: 'Ignored' }).getByRole('article', { name: title }),
  ).toBeVisible();
});

test('a menu that was never opened opens by arrow, and a menu of a key starts at its first choice', async ({
  page,
  lemlist,
  title,
}) => {
  await lemlist.give(page, { title });
  const card = page.getByRole('article', { name: title });
  await card.focus();
  await page.keyboard.press('s');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  await page.getByRole('button', { name: /^Colours: / }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemcheckbox', { name: 'As the system' })).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 740 }, hasTouch: true, isMobile: true });

  test('it opens among the views, and acts on the chosen card', async ({ page, lemlist, title }) => {
    await page.emulateMedia(still);
    await lemlist.give(page, { title });
    await page.getByRole('article', { name: title }).tap();
    await page.getByRole('button', { name: 'Views' }).tap();
    await page.getByRole('button', { name: 'Find or do…' }).tap();
    await expect(input(page)).toBeFocused();
    const ignore = option(page, 'Ignore');
    expect((await ignore.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await ignore.tap();
    await expect(palette(page)).toHaveCount(0);
    await expect(page.getByRole('article', { name: title })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Ignored 1/ })).toBeVisible();
  });
});

test('the palette and the keys are clean for assistive technology', async ({ page, lemlist, title }) => {
  await page.emulateMedia(still);
  await lemlist.give(page, { title });
  await page.getByRole('article', { name: title }).focus();
  await page.keyboard.press('Control+k');
  await expect(option(page, 'Complete')).toBeVisible();
  await expectClean(page, 'with a card in hand');
  await page.keyboard.type(title);
  await expect(option(page, new RegExp(title)).first()).toBeVisible();
  await expectClean(page, 'with a task found');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('zzqx');
  await expect(palette(page).getByText(/^Nothing fits/)).toBeVisible();
  await expectClean(page, 'with nothing found');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('switch', { name: 'Letter keys' })).toBeVisible();
  await expectClean(page, 'keys');
});
