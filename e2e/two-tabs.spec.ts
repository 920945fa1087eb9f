import type { BrowserContext, Page } from 'playwright/test';

import { expect, patientTest, test } from './test';

const columnOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, column: string, title: string) =>
  columnOf(page, column).getByRole('article', { name: title, exact: true });

/** A second tab of the same browser, at the same address. */
async function secondTab(context: BrowserContext, page: Page): Promise<Page> {
  const second = await context.newPage();
  await second.goto(page.url());
  return second;
}

async function press(page: Page, title: string, action: 'Complete' | 'Ignore'): Promise<void> {
  const card = cardIn(page, 'Pending', title);
  await card.hover();
  await card.getByRole('button', { name: action }).click();
}

patientTest(
  'what is done in one tab appears in the other, and so does its undo',
  async ({ context, page, lemlist, title }) => {
    const id = await lemlist.give(page, { title });
    const second = await secondTab(context, page);
    await press(second, title, 'Complete');
    await expect(cardIn(page, 'Completed', title)).toContainText('held');
    await second.getByRole('button', { name: 'Undo' }).first().click();
    for (const tab of [page, second]) {
      await expect(cardIn(tab, 'Pending', title)).toBeVisible();
      await expect(cardIn(tab, 'Completed', title)).toHaveCount(0);
      await expect(cardIn(tab, 'Pending', title)).not.toContainText(/held|sending|failed/);
    }
    expect(await lemlist.writesAbout(id)).toEqual([]);
  },
);

test('one card completed in both tabs at the same moment is completed once, and both tabs show it', async ({
  context,
  page,
  lemlist,
  title,
}) => {
  const id = await lemlist.give(page, { title });
  const second = await secondTab(context, page);
  const tabs = [page, second];
  const buttons = [];
  for (const tab of tabs) {
    const card = cardIn(tab, 'Pending', title);
    await card.hover();
    buttons.push(await card.getByRole('button', { name: 'Complete' }).elementHandle());
  }
  await Promise.all(buttons.map((button) => button?.evaluate((node) => (node as HTMLElement).click())));

  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('completed');
  for (const tab of tabs) {
    await expect(cardIn(tab, 'Completed', title)).toHaveCount(1);
    await expect(cardIn(tab, 'Completed', title)).not.toContainText(/held|waiting|sending|failed|not taken/);
    await expect(cardIn(tab, 'Pending', title)).toHaveCount(0);
  }
  expect(await lemlist.writesAbout(id)).toHaveLength(1);
});
