import { listen, says } from './heard';
import { expect, patientTest, test } from './test';

patientTest(
  'a card is moved and brought back without the mouse, and the move is spoken',
  async ({ page, lemlist, title, column }) => {
    await listen(page);
    await lemlist.give(page, { title });
    const card = column('Pending').getByRole('article', { name: title });
    const moved = column('Completed').getByRole('article', { name: title });
    await card.focus();
    await page.keyboard.press('e');
    await expect(moved).toBeVisible();
    await page.keyboard.press('Control+z');
    await says(page, `Undone: completed “${title}”.`);
    await expect(card).toBeVisible();
    await card.focus();
    await page.keyboard.press('e');
    await says(page, new RegExp(`^Moved “${title}” to Completed\\. Undo within \\d+ seconds\\.$`));
  },
);

test('every key is listed under ?', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Complete');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('n begins a task, / searches, arrows move between cards and columns', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title });
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.goto('/');
  const cards = column('Pending').getByRole('article');
  await cards.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(cards.first()).not.toBeFocused();
  await expect(column('Pending').locator('article:focus')).toHaveCount(1);
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
});

test('a letter typed before a menu is there does nothing to the card behind it', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  let arrive = () => {};
  const there = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/card-menu-*.js', async (route) => {
    await there;
    await route.continue();
  });
  await lemlist.give(page, { title });
  const card = column('Pending').getByRole('article', { name: title });
  await card.focus();
  await page.keyboard.type('si');
  arrive();
  await expect(page.getByRole('menuitem', { name: /^Later today/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
});
