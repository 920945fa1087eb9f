import { Lemlist } from './lemlist';
import { expect, pressOn, test } from './test';

test('what is undone in time never reaches the vendor', async ({ page, request, serve, title, column }) => {
  // Longer than a busy machine takes to press Undo.
  const { url } = await serve({ holdSeconds: 20 });
  const lemlist = new Lemlist(request, url);
  const later = `${title} later`;
  const laterId = await lemlist.give(page, { title: later });
  const id = await lemlist.give(page, { title });
  const card = column('Pending').getByRole('article', { name: title, exact: true });
  await card.hover();
  await pressOn(card, 'Complete');
  await expect(column('Completed').getByRole('article', { name: title, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('held');

  // A command given afterwards has arrived, so the one taken back would have arrived as well.
  const second = column('Pending').getByRole('article', { name: later });
  await second.hover();
  await pressOn(second, 'Ignore');
  const writes = async () => (await lemlist.writesAbout(laterId)).length;
  await expect.poll(writes, { timeout: 60_000 }).toBe(1);
  expect(await lemlist.writesAbout(id)).toEqual([]);
});
