import type { Page } from 'playwright/test';

import { Finger, middleOf } from './finger';
import { listen, says } from './heard';
import { expect, patientTest, test } from './test';

test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, title: string) => page.getByRole('article', { name: title, exact: true });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'Columns' }).getByRole('button', { name });
const notice = (page: Page, words: string | RegExp) => region(page, 'Notifications').getByText(words);
const lifted = (page: Page) => page.locator('[data-dragging]');

/** Lifts the card by a long press, and answers where. */
async function lift(page: Page, finger: Finger, title: string) {
  const from = await middleOf(card(page, title));
  await finger.down(from);
  await expect(lifted(page)).toBeVisible();
  return from;
}

patientTest(
  'a long press lifts a card, the finger carries it to the tab of another column, and one undo brings it back',
  async ({ page, lemlist, title }) => {
    await listen(page);
    await lemlist.give(page, { title });
    const finger = await Finger.on(page);
    const from = await lift(page, finger, title);
    await finger.move(from, await middleOf(tab(page, /^Ignored/)));
    await says(page, 'Over Ignored.');
    await finger.up();
    await expect(lifted(page)).toHaveCount(0);
    await expect(notice(page, `Moved “${title}” to Ignored.`)).toBeVisible();
    await expect(card(page, title)).toHaveCount(0);
    await page.keyboard.press('u');
    await expect(card(page, title)).toBeVisible();
    expect((await lemlist.find(title))[0]?.status).toBe('pending');
  },
);

test('let go over a later day it sleeps until then, and over somebody it is theirs', async ({
  page,
  lemlist,
  title,
}) => {
  await listen(page);
  await lemlist.give(page, { title });
  const finger = await Finger.on(page);
  const [before] = await lemlist.find(title);
  const carryTo = async (place: string, words: string) => {
    const from = await lift(page, finger, title);
    const there = page.locator('[data-place]', { hasText: place });
    await finger.move(from, await middleOf(there));
    await says(page, words);
    await finger.up();
  };
  await carryTo('Next week', 'Over Next week.');
  await says(page, /^Snoozed/);
  await expect.poll(async () => (await lemlist.find(title))[0]?.dueDate).not.toBe(before?.dueDate);
  const other = (await lemlist.users()).find(({ userId }) => userId !== before?.userId);
  await carryTo('Others…', 'Over somebody else.');
  await page
    .getByRole('dialog', { name: 'Assign to' })
    .getByRole('button', { name: other?.name ?? '' })
    .tap();
  await expect.poll(async () => (await lemlist.find(title))[0]?.userId).toBe(other?.userId);
});

test('a finger that moves at once scrolls and lifts nothing; a tap chooses the card, and a second opens it', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/?vendor=lemlist');
  const cards = region(page, 'Pending').getByRole('article');
  await expect(cards.first()).toBeVisible();
  const scroller = page.locator('[data-column-scroller=pending]');
  await expect(tab(page, /^Pending/)).toHaveText(/\d/);
  const total = await tab(page, /^Pending/).textContent();
  const finger = await Finger.on(page);
  const from = await middleOf(cards.nth(3));
  // On a busy machine, too, it moves before a long press is one.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await finger.down(from);
  await finger.move(from, { x: from.x, y: from.y - 200 });
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
  // It rests there longer than a long press takes, and goes on.
  await page.clock.runFor(600);
  await expect(lifted(page)).toHaveCount(0);
  await page.clock.resume();
  await finger.move({ x: from.x, y: from.y - 200 }, { x: from.x, y: from.y - 300 });
  await finger.up();
  await expect(lifted(page)).toHaveCount(0);
  await expect(tab(page, /^Pending/)).toHaveText(total ?? '');
  await expect(notice(page, /^(Moved|Snoozed|Changed)/)).toHaveCount(0);
  const inSight = page.getByRole('article').filter({ visible: true }).nth(5);
  await inSight.tap();
  await expect(page.getByRole('toolbar', { name: /^Actions for/ })).toBeVisible();
  await page.locator('article[aria-current=true]').tap();
  await expect(page.locator('[data-task-panel]')).toBeVisible();
});

test('let go where it came from, or with a second finger, it is back and nothing is sent', async ({
  page,
  lemlist,
  title,
}) => {
  await listen(page);
  const id = await lemlist.give(page, { title });
  const finger = await Finger.on(page);
  const from = await lift(page, finger, title);
  await finger.move(from, { x: from.x, y: from.y + 90 });
  await finger.up();
  await expect(lifted(page)).toHaveCount(0);
  await says(page, `“${title}” is back in its place.`);
  await expect(card(page, title)).toBeVisible();
  await expect(page.getByRole('toolbar', { name: /^Actions for/ })).toHaveCount(0);
  expect(await lemlist.writesAbout(id)).toEqual([]);
});
