import { expect, test } from './test';

test('a card dragged to Completed is held, reaches the vendor and is still there after a reload and a listing', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title });
  await column('Pending').getByRole('article', { name: title }).dragTo(column('Completed'));
  const card = column('Completed').getByRole('article', { name: title });
  await expect(card).toContainText('held');
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(0);
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('completed');
  await expect(card).not.toContainText(/held|waiting|sending/);
  await page.reload();
  await lemlist.sync();
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('closed at');
});

test('a card dragged to Ignored is ignored at the vendor', async ({ page, lemlist, title, column }) => {
  await lemlist.give(page, { title });
  await column('Pending').getByRole('article', { name: title }).dragTo(column('Ignored'));
  await expect(column('Ignored').getByRole('article', { name: title })).toBeVisible();
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('ignored');
});
