import type { Page } from 'playwright/test';

import { expectClean, still } from './accessible';
import type { Lemlist } from './lemlist';
import { expect, patientTest as test, test as base } from './test';

const queue = (page: Page) => page.getByRole('dialog', { name: /^Focus: / });
const heading = (page: Page) => queue(page).getByRole('heading', { level: 2 });
const button = (page: Page, name: string) =>
  queue(page).getByRole('toolbar').getByRole('button', { name, exact: true });

/** Gives the vendor so many tasks that one search finds, and opens the board on them. */
async function give(page: Page, lemlist: Lemlist, title: string, count: number): Promise<void> {
  for (let made = 1; made <= count; made += 1)
    await lemlist.give(page, { title: `${title} no${made}`, message: 'Hello', campaign: true });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('article')).toHaveCount(count);
}

test('a view is worked through by keys from the card in hand, and the focus comes back to the board', async ({
  page,
  lemlist,
  title,
}) => {
  await give(page, lemlist, title, 3);
  const second = page.getByRole('article').nth(1);
  const name = (await second.getAttribute('data-task-id'))!;
  await second.focus();
  await page.keyboard.press('f');
  await expect(queue(page)).toContainText('2 of 3');
  await expect(page).toHaveURL(new RegExp(`focus=${name}`));
  await expect(heading(page)).toBeFocused();

  await page.keyboard.press('e');
  await expect(queue(page)).toContainText('3 of 3');
  await page.keyboard.press('Control+z');
  await expect(page).toHaveURL(new RegExp(`focus=${name}`));
  await expect(queue(page)).toContainText('2 of 3');

  await page.reload();
  await expect(queue(page)).toContainText('2 of 3');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(queue(page)).toContainText('3 of 3');
  await page.keyboard.press('i');
  await expect(queue(page)).toContainText('1 ignored; 2 left.');
  await page.keyboard.press('k');
  await expect(queue(page)).toContainText('3 of 3');
  await page.keyboard.press('Escape');
  await expect(queue(page)).toHaveCount(0);
  await expect(page.locator(`[data-task-id="${name}"]`)).toBeFocused();
});

base(
  'the button of the top bar begins it, and what is done there reaches the vendor',
  async ({ page, lemlist, title }) => {
    await give(page, lemlist, title, 2);
    await page.getByRole('button', { name: 'Focus' }).click();
    const done = await heading(page).innerText();
    await button(page, 'Complete').click();
    await expect(heading(page)).not.toHaveText(done);
    await button(page, 'Snooze').click();
    await page.getByRole('menuitem', { name: 'Next week' }).click();
    await expect(queue(page)).toContainText('1 completed, 1 snoozed; nothing left.');
    await expect.poll(async () => (await lemlist.find(done))[0]?.status).toBe('completed');
    await queue(page).getByRole('button', { name: 'Back to the board' }).last().click();
    await expect(page.getByRole('button', { name: 'Focus' })).toBeFocused();
  },
);

base(
  'a follow-up opens the form for the same person, filled in, and leads back to the task',
  async ({ page, lemlist, form, title }) => {
    await give(page, lemlist, title, 1);
    await page.keyboard.press('f');
    await expect(heading(page)).toBeFocused();
    await page.keyboard.press('n');
    await expect(form.field('Title')).toHaveValue(`Follow up: ${title} no1`);
    await form.create.click();
    await expect(form.dialog).toHaveCount(0);
    await expect(heading(page)).toBeFocused();
    await expect.poll(async () => (await lemlist.find(`Follow up: ${title} no1`)).length).toBe(1);
  },
);

for (const width of [390, 320]) {
  test.describe(`on a phone of ${width} pixels`, () => {
    test.use({ viewport: { width, height: 700 }, hasTouch: true, isMobile: true });

    test('one thumb works through it', async ({ page, lemlist, title }) => {
      await page.emulateMedia(still);
      await give(page, lemlist, title, 2);
      await page.getByRole('button', { name: 'Focus' }).tap();
      const first = await heading(page).innerText();
      for (const name of ['Back', 'Ignore', 'Snooze', 'Complete', 'Next', 'Follow-up', 'Copy message']) {
        const box = (await button(page, name).boundingBox())!;
        expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
        expect(box.y, name).toBeGreaterThan(350);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await button(page, 'Complete').tap();
      await expect(heading(page)).not.toHaveText(first);
      await page.getByRole('button', { name: 'Undo' }).tap();
      await expect(heading(page)).toHaveText(first);
      await button(page, 'Next').tap();
      await button(page, 'Next').tap();
      await expect(queue(page)).toContainText('Nothing done; 2 left.');
    });
  });
}

test('the focus queue is clean for assistive technology', async ({ page, lemlist, title }) => {
  await page.emulateMedia(still);
  await give(page, lemlist, title, 2);
  await page.keyboard.press('f');
  await expect(heading(page)).toBeFocused();
  await expectClean(page, 'a task');
  await page.keyboard.press('e');
  await expect(queue(page)).toContainText('2 of 2');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expectClean(page, 'the next, with the way back');
  await page.keyboard.press('j');
  await expect(queue(page)).toContainText('1 left.');
  await expectClean(page, 'the end');
});
