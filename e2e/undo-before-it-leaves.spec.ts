import { expect, test } from './test';

test('what is undone in time never reaches the vendor', async ({ page, lemlist, title, column }) => {
  const later = `${title} later`;
  const laterId = await lemlist.give(page, { title: later });
  const id = await lemlist.give(page, { title });
  const card = column('Pending').getByRole('article', { name: title, exact: true });
  await card.hover();
  await card.getByRole('button', { name: 'Complete' }).click();
  await expect(column('Completed').getByRole('article', { name: title, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('held');

  // A command given afterwards has arrived, so the one taken back would have arrived as well.
  const second = column('Pending').getByRole('article', { name: later });
  await second.hover();
  await second.getByRole('button', { name: 'Ignore' }).click();
  await expect.poll(async () => (await lemlist.writesAbout(laterId)).length).toBe(1);
  expect(await lemlist.writesAbout(id)).toEqual([]);
});
