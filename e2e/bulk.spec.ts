import type { Page } from 'playwright/test';

import type { Lemlist } from './lemlist';
import { expect, patientTest as test, test as base } from './test';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cards = (page: Page, column: string) => region(page, column).getByRole('article');
const bar = (page: Page) => page.getByRole('toolbar', { name: /selected$/ });
const notice = (page: Page, words: string | RegExp) => region(page, 'Notifications').getByText(words);
const statuses = async (lemlist: Lemlist, titles: readonly string[]) =>
  (await Promise.all(titles.map((one) => lemlist.find(one)))).map(([task]) => task?.status);

/** Three tasks at the vendor that one search finds, and the board that shows them alone. */
async function three(page: Page, lemlist: Lemlist, title: string): Promise<string[]> {
  const titles = ['one', 'two', 'three'].map((word) => `${title} ${word}`);
  for (const each of titles) await lemlist.give(page, { title: each });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(cards(page, 'Pending')).toHaveCount(3);
  return titles;
}

test('selected by mouse, completed in one go, undone as one, and the vendor never hears of it', async ({
  page,
  lemlist,
  title,
}) => {
  const titles = await three(page, lemlist, title);
  await cards(page, 'Pending').first().hover();
  await cards(page, 'Pending').first().getByRole('checkbox', { name: 'Select' }).click();
  await expect(bar(page)).toHaveAccessibleName('1 selected');
  await cards(page, 'Pending')
    .last()
    .click({ modifiers: ['Shift'] });
  await expect(bar(page)).toHaveAccessibleName('3 selected');
  await expect(cards(page, 'Pending').getByRole('checkbox', { checked: true })).toHaveCount(3);
  await bar(page).getByRole('button', { name: 'Complete' }).click();
  await expect(cards(page, 'Completed')).toHaveCount(3);
  await expect(notice(page, 'Moved 3 tasks to Completed.')).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(notice(page, 'Undone: completed 3 tasks.')).toBeVisible();
  await expect(cards(page, 'Pending')).toHaveCount(3);
  expect(await statuses(lemlist, titles)).toEqual(['pending', 'pending', 'pending']);
});

base(
  'by keys alone: a range, everything, nothing, and what is selected is ignored at the vendor',
  async ({ page, lemlist, title }) => {
    const titles = await three(page, lemlist, title);
    await cards(page, 'Pending').first().focus();
    await page.keyboard.press('x');
    await expect(bar(page)).toHaveAccessibleName('1 selected');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(bar(page)).not.toHaveAccessibleName('1 selected');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toHaveCount(0);
    await page.keyboard.press('Control+a');
    await expect(bar(page)).toHaveAccessibleName('3 selected');
    await page.keyboard.press('i');
    await expect(cards(page, 'Ignored')).toHaveCount(3);
    await expect.poll(() => statuses(lemlist, titles)).toEqual(['ignored', 'ignored', 'ignored']);
  },
);

base(
  'it says before for how many not and why, and afterwards which the vendor refused',
  async ({ page, lemlist, leadlex, title }) => {
    const id = await leadlex.give(`${title} gone`);
    await lemlist.give(page, { title: `${title} one` });
    await lemlist.give(page, { title: `${title} two` });
    await page.goto(`/?q=${encodeURIComponent(title)}`);
    await expect(cards(page, 'Pending')).toHaveCount(3);
    await cards(page, 'Pending').first().focus();
    await page.keyboard.press('Control+a');
    await bar(page).getByRole('button', { name: 'Assign to…' }).click();
    await expect(page.getByRole('menuitem').filter({ hasText: '2 of 3' }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await leadlex.takeAway(id);
    await bar(page).getByRole('button', { name: 'Complete' }).click();
    const follow = region(page, 'Progress of the last change to several tasks');
    await expect(follow).toContainText('2 of 3 sent, 1 not done.');
    await expect(follow.getByRole('listitem')).toContainText(`${title} gone`);
    await expect(follow.getByRole('button', { name: 'Try that one again' })).toBeVisible();
    expect(await leadlex.writesAbout(id)).toHaveLength(1);
    await follow.getByRole('button', { name: 'Try that one again' }).click();
    await expect.poll(async () => (await leadlex.writesAbout(id)).length).toBe(2);
    await expect(follow).toContainText('2 of 3 sent, 1 not done.');
    await expect(notice(page, /has not failed/)).toHaveCount(0);
  },
);

test('one selected card lifted takes all of them to the column it is let go on', async ({
  page,
  lemlist,
  title,
}) => {
  await three(page, lemlist, title);
  await cards(page, 'Pending').first().focus();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toHaveAccessibleName('3 selected');
  await cards(page, 'Pending').first().dragTo(region(page, 'Ignored'));
  await expect(cards(page, 'Ignored')).toHaveCount(3);
  await expect(notice(page, 'Moved 3 tasks to Ignored.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(cards(page, 'Pending')).toHaveCount(3);
});

test('everything that matches, also what is not loaded, goes in one step and comes back in one', async ({
  page,
}) => {
  await page.goto('/?vendor=lemlist');
  await expect(cards(page, 'Pending').first()).toBeVisible();
  const header = region(page, 'Pending').getByRole('heading', { name: 'Pending' }).locator('xpath=..');
  await expect(header).toHaveText(/\d/);
  const before = await header.textContent();
  await cards(page, 'Pending').first().focus();
  await page.keyboard.press('Control+a');
  await bar(page)
    .getByRole('button', { name: /^Select all \d+ that match$/ })
    .click();
  await expect(bar(page)).toHaveAccessibleName(/^All \d+ selected$/);
  await bar(page).getByRole('button', { name: 'Ignore' }).click();
  await expect(notice(page, /^Moved \d+ tasks to Ignored\.$/)).toBeVisible();
  await expect(header).not.toHaveText(before ?? '');
  await page.keyboard.press('u');
  await expect(notice(page, /^Undone: ignored \d+ tasks\.$/)).toBeVisible();
  await expect(header).toHaveText(before ?? '');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test('the first is selected from the menu, the others by a tap', async ({ page, lemlist, title }) => {
    await three(page, lemlist, title);
    await cards(page, 'Pending').first().tap();
    await page.getByRole('toolbar').getByRole('button', { name: 'More' }).tap();
    await page.getByRole('menuitem', { name: 'Select', exact: false }).first().tap();
    await expect(bar(page)).toHaveAccessibleName('1 selected');
    await cards(page, 'Pending').nth(1).tap();
    await cards(page, 'Pending').nth(2).tap();
    await expect(bar(page)).toHaveAccessibleName('3 selected');
    await cards(page, 'Pending').nth(2).tap();
    await expect(bar(page)).toHaveAccessibleName('2 selected');
    await bar(page).getByRole('button', { name: 'Complete' }).tap();
    await expect(cards(page, 'Pending')).toHaveCount(1);
    await expect(notice(page, 'Moved 2 tasks to Completed.')).toBeVisible();
  });
});
