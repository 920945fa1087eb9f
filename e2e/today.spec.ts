import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import { expect, patientTest as test, test as base } from './test';

const strip = (page: Page) => page.getByRole('region', { name: 'Today', exact: true });
const opener = (page: Page) => strip(page).getByRole('button', { name: /^Today/ });
const charts = (page: Page) => page.getByRole('dialog', { name: 'Today' });

/** How many the strip says are done, and of how many. */
async function told(page: Page): Promise<[done: number, planned: number]> {
  await expect(opener(page)).toContainText(/[\d,]+ of [\d,]+ done|nothing planned/);
  const [, done = '0', planned = '0'] =
    /([\d,]+) of ([\d,]+) done/.exec(await opener(page).innerText()) ?? [];
  return [Number(done.replaceAll(',', '')), Number(planned.replaceAll(',', ''))];
}

test('the strip counts a task as soon as it is completed, and no longer when that is undone', async ({
  page,
  lemlist,
  title,
}) => {
  await lemlist.give(page, { title });
  const [done, planned] = await told(page);
  await page.getByRole('article', { name: title }).focus();
  await page.keyboard.press('e');
  await expect.poll(() => told(page)).toEqual([done + 1, planned + 1]);
  await page.keyboard.press('u');
  await expect.poll(() => told(page)).toEqual([done, planned]);
});

test('the strip counts for the people and accounts of the board, whatever else it is narrowed to', async ({
  page,
}) => {
  await page.goto('/');
  const all = await told(page);
  await page.goto('/?q=nothing+is+called+so&channel=call');
  await expect.poll(() => told(page)).toEqual(all);
  await page.goto('/?assignee=nobody-at-all');
  await expect(opener(page)).toContainText('nothing planned');
});

test('the charts are clean for assistive technology, and their figures are a table', async ({ page }) => {
  await page.emulateMedia(still);
  await page.goto('/');
  const [done, planned] = await told(page);
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await expect(charts(page).locator('svg.recharts-surface').last()).toBeVisible();
  for (const name of ['Done against planned', 'Overdue by age', 'Done per day'])
    await expect(charts(page).getByRole('table', { name })).toBeAttached();
  await expectClean(page, 'charts');

  await charts(page).getByRole('switch', { name: 'Table' }).check();
  await expect(charts(page).locator('svg.recharts-surface')).toHaveCount(0);
  const cells = charts(page).getByRole('table', { name: 'Done against planned' }).locator('td');
  const sums = async () => {
    const figures = (await cells.allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
    return [0, 1].map((column) =>
      figures.filter((_, index) => index % 2 === column).reduce((all, one) => all + one, 0),
    );
  };
  await expect.poll(sums).toEqual([done, planned]);
  await expectClean(page, 'figures');

  await page.keyboard.press('Escape');
  await expect(charts(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  // The content security policy would have refused one.
  await expect(page.locator('style')).toHaveCount(0);
});

base('on a phone the strip is the total alone, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto('/');
  await told(page);
  await expect(strip(page).getByText('Spread them')).toBeHidden();
  await expect(strip(page).locator('svg').filter({ visible: true })).toHaveCount(1);
  await opener(page).click();
  await expect(charts(page).getByRole('heading', { name: 'Done per day' })).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
