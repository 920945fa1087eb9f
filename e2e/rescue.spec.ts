import type { Page } from 'playwright/test';

import { violations } from './accessible';
import type { Lemlist } from './lemlist';
import { expect, patientTest, test } from './test';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Spread overdue tasks' });
const opener = (page: Page, count: number) =>
  page.getByRole('button', { name: `${count} overdue in this view Spread them`, exact: true });
const pending = (page: Page) => page.getByRole('region', { name: 'Pending' });
const days = (page: Page) => dialog(page).getByRole('list', { name: 'Days' }).getByRole('listitem');

const dayMs = 24 * 3_600_000;

/** Gives the vendor so many tasks that were due on the days before, at 9:15 UTC, and opens the board on them. */
async function giveOverdue(page: Page, lemlist: Lemlist, title: string, count: number): Promise<void> {
  const [user] = await lemlist.users();
  const { id: recordId } = await lemlist.contact();
  for (let late = 1; late <= count; late += 1) {
    const dueDate = `${new Date(Date.now() - late * dayMs).toISOString().slice(0, 10)}T09:15:00.000Z`;
    const data = { type: 'phone', title: `${title} no${late}`, assignedTo: user?.userId, dueDate, recordId };
    expect((await page.request.post('/sandbox/control/lemlist/tasks', { data })).ok()).toBe(true);
  }
  await lemlist.sync();
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(opener(page, count)).toBeVisible();
}

/** The same, and the dialog that spreads them, with its plan. */
async function planFor(page: Page, lemlist: Lemlist, title: string, count: number): Promise<void> {
  await giveOverdue(page, lemlist, title, count);
  await opener(page, count).click();
  await expect(days(page)).toHaveCount(1);
}

patientTest(
  'overdue tasks are spread over working days in one step, and one undo brings all of them back',
  async ({ page, lemlist, title }) => {
    await planFor(page, lemlist, title, 5);
    await expect(dialog(page).getByRole('textbox', { name: 'Tasks a day' })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('2');
    await expect(days(page)).toHaveCount(3);
    await expect(days(page).first()).not.toContainText(/Sat|Sun/);
    await page.keyboard.press('Enter');

    await expect(dialog(page)).toHaveCount(0);
    await expect(pending(page).getByRole('heading', { name: /Overdue/ })).toHaveCount(0);
    await expect(page.getByText('Snoozed 5 tasks.').first()).toBeVisible();
    await page.keyboard.press('u');
    await expect(pending(page).getByRole('heading', { name: /Overdue 5/ })).toBeVisible();
    await expect(opener(page, 5)).toBeVisible();
  },
);

test('what was spread reaches the vendor on the day chosen, at the time of day it had', async ({
  page,
  lemlist,
  title,
}) => {
  await planFor(page, lemlist, title, 1);
  for (const day of ['Monday', 'Tuesday', 'Thursday', 'Friday'])
    await dialog(page).getByRole('checkbox', { name: day }).uncheck();
  await expect(days(page).first()).toContainText('Wed');
  await dialog(page).getByRole('button', { name: 'Spread 1 task' }).click();
  await expect(dialog(page)).toHaveCount(0);
  const due = async () => new Date((await lemlist.find(`${title} no1`))[0]?.dueDate ?? 0);
  await expect.poll(async () => (await due()).getTime()).toBeGreaterThan(Date.now());
  expect((await due()).getUTCDay()).toBe(3);
  // In Berlin the clock may have changed in between.
  expect((await due()).toISOString()).toMatch(/T(08|09|10):15:00\.000Z$/);
});

test('a number that is none and a week without days are told at their place, and nothing is moved', async ({
  page,
  lemlist,
  title,
}) => {
  await planFor(page, lemlist, title, 1);
  const number = dialog(page).getByRole('textbox', { name: 'Tasks a day' });
  await number.fill('0');
  await expect(dialog(page).getByText('Give a number from 1 to 1,000.')).toBeVisible();
  await number.fill('5');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await dialog(page).getByRole('checkbox', { name: day }).uncheck();
  await expect(dialog(page).getByText('Choose at least one day.')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Spread 1 task' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(opener(page, 1)).toBeFocused();
});

test('a task that cannot be moved is listed with its reason, the others are moved', async ({
  page,
  lemlist,
  title,
}) => {
  await planFor(page, lemlist, title, 2);
  // Closed by somebody else while the dialog stands open.
  const card = page.getByRole('article', { name: `${title} no1`, includeHidden: true });
  const taskIds = [await card.getAttribute('data-task-id')];
  const closed = await page.request.post('/api/commands', {
    data: { id: crypto.randomUUID(), kind: 'complete', taskIds },
  });
  expect(closed.ok()).toBe(true);
  await dialog(page).getByRole('button', { name: 'Spread 2 tasks' }).click();
  await expect(dialog(page)).toContainText('1 task moved. 1 task stayed where it was');
  const refused = dialog(page).getByRole('list', { name: 'Not moved' }).getByRole('listitem');
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText(`${title} no1`);
  await dialog(page).getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog(page)).toHaveCount(0);
});
