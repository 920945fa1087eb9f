import type { Page } from 'playwright/test';

import { middleOf } from './finger';
import { listen, says } from './heard';
import type { Lemlist } from './lemlist';
import { expect, patientTest, test } from './test';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cards = (page: Page, column: string) => region(page, column).getByRole('article');
const notice = (page: Page, words: string | RegExp) => region(page, 'Notifications').getByText(words);
const lifted = (page: Page) => page.locator('[data-dragging]');
const place = (page: Page, words: string) => page.locator('[data-place]', { hasText: words });

/** So many tasks at the vendor that one search finds, and the board that shows them alone, all of them selected. */
async function selected(page: Page, lemlist: Lemlist, title: string, count: number): Promise<string[]> {
  await listen(page);
  const titles = Array.from({ length: count }, (_, index) => `${title} ${index + 1}`);
  for (const each of titles) await lemlist.give(page, { title: each });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(cards(page, 'Pending')).toHaveCount(count);
  await selectAll(page, count);
  return titles;
}

async function selectAll(page: Page, count: number): Promise<void> {
  await cards(page, 'Pending').first().focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('toolbar', { name: `${count} selected` })).toBeVisible();
}

/** Takes the first card of Pending into the hand. */
async function lift(page: Page): Promise<void> {
  const { x, y } = await middleOf(cards(page, 'Pending').first());
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 12, { steps: 3 });
  await expect(lifted(page)).toBeVisible();
}

async function over(page: Page, locator: ReturnType<Page['locator']>): Promise<void> {
  const { x, y } = await middleOf(locator);
  await page.mouse.move(x, y, { steps: 6 });
}

patientTest(
  'many cards go to Completed in one drag, and one undo brings all of them back',
  async ({ page, lemlist, title }) => {
    const titles = await selected(page, lemlist, title, 3);
    await lift(page);
    await says(page, 'Lifted 3 tasks.');
    await over(page, region(page, 'Completed'));
    await says(page, 'Over Completed.');
    await page.mouse.up();
    await expect(cards(page, 'Completed')).toHaveCount(3);
    await expect(notice(page, 'Moved 3 tasks to Completed.')).toBeVisible();
    await page.keyboard.press('u');
    await expect(cards(page, 'Pending')).toHaveCount(3);
    const found = await Promise.all(titles.map((one) => lemlist.find(one)));
    expect(found.map(([task]) => task?.status)).toEqual(['pending', 'pending', 'pending']);
  },
);

test('many cards sleep until a day, then are somebody else’s, each in one drag', async ({
  page,
  lemlist,
  title,
}) => {
  const titles = await selected(page, lemlist, title, 2);
  const [before] = await lemlist.find(titles[0] ?? '');
  const other = (await lemlist.users()).find(({ userId }) => userId !== before?.userId);
  await lift(page);
  await over(page, place(page, 'Next week'));
  await page.mouse.up();
  await says(page, /^Snoozed 2 tasks until/);
  await expect.poll(async () => (await lemlist.find(titles[1] ?? ''))[0]?.dueDate).not.toBe(before?.dueDate);
  await selectAll(page, 2);
  await lift(page);
  await over(page, place(page, 'Others…'));
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Assign to' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(other?.name ?? '');
  await expect(dialog.getByRole('list', { name: 'People' }).getByRole('button')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const owners = async () =>
    (await Promise.all(titles.map((one) => lemlist.find(one)))).map(([task]) => task?.userId);
  await expect.poll(owners).toEqual([other?.userId, other?.userId]);
});

test('Esc and a drop outside put the cards back, and nothing is sent', async ({ page, lemlist, title }) => {
  const titles = await selected(page, lemlist, title, 2);
  await lift(page);
  await over(page, region(page, 'Ignored'));
  await page.keyboard.press('Escape');
  await expect(lifted(page)).toHaveCount(0);
  await says(page, '2 tasks are back in their places.');
  await expect(page.getByRole('toolbar', { name: '2 selected' })).toBeVisible();
  await page.mouse.up();
  await lift(page);
  await over(page, page.getByRole('searchbox', { name: 'Search tasks' }));
  await page.mouse.up();
  await expect(lifted(page)).toHaveCount(0);
  await expect(cards(page, 'Pending')).toHaveCount(2);
  await expect(notice(page, /^Moved/)).toHaveCount(0);
  const [task] = await lemlist.find(titles[0] ?? '');
  expect(task?.status).toBe('pending');
});

test('a card in the air stays as it is while it changes at the vendor, and the drop is done', async ({
  page,
  lemlist,
  title,
}) => {
  await listen(page);
  const id = await lemlist.give(page, { title });
  await lift(page);
  await lemlist.change(id, { title: `${title} anew` });
  await lemlist.sync();
  // News comes in when the card is let go, not under it.
  await over(page, region(page, 'Completed'));
  await expect(cards(page, 'Pending').first()).toHaveAccessibleName(title);
  await page.mouse.up();
  await expect(cards(page, 'Completed')).toHaveCount(1);
  await says(page, new RegExp(`^Moved “${title}” to Completed\\.`));
  await expect.poll(async () => (await lemlist.find(`${title} anew`))[0]?.status).toBe('completed');
});

patientTest(
  'held at the edge of a long column it scrolls to its end, and the card is still in the hand',
  async ({ page }) => {
    await page.setViewportSize({ width: 1100, height: 560 });
    await page.goto('/?vendor=lemlist&channel=linkedin');
    await expect(cards(page, 'Pending').first()).toBeVisible();
    const scroller = page.locator('[data-column-scroller=pending]');
    const id = (await cards(page, 'Pending').first().getAttribute('data-task-id')) ?? '';
    await lift(page);
    await expect(place(page, 'Next week')).toBeVisible();
    const box = await scroller.boundingBox();
    const edge = { x: (box?.x ?? 0) + 200, y: (box?.y ?? 0) + (box?.height ?? 0) - 6 };
    const isAtEnd = async () => {
      // The browser goes on telling where the pointer is; this one must be told.
      await page.mouse.move(edge.x + 1, edge.y);
      await page.mouse.move(edge.x, edge.y);
      return scroller.evaluate((one) => one.scrollHeight - one.clientHeight - one.scrollTop < 4);
    };
    await expect.poll(isAtEnd, { timeout: 90_000 }).toBe(true);
    await expect(page.locator(`[data-task-id="${id}"]`)).toHaveAttribute('data-lifted', 'true');
    await over(page, region(page, 'Ignored'));
    await page.mouse.up();
    await expect(region(page, 'Ignored').locator(`[data-task-id="${id}"]`)).toBeVisible();
    await page.keyboard.press('u');
    await expect(region(page, 'Ignored').locator(`[data-task-id="${id}"]`)).toHaveCount(0);
  },
);
