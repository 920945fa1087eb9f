import { expect, patientTest, test } from './test';

patientTest('a card dragged to Completed is held', async ({ page, lemlist, title, column }) => {
  await lemlist.give(page, { title });
  await column('Pending').getByRole('article', { name: title }).dragTo(column('Completed'));
  // Not the word alone that stands there until the server has answered.
  await expect(column('Completed').getByRole('article', { name: title })).toContainText(/held \d+ s/);
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(0);
  expect((await lemlist.find(title))[0]?.status).toBe('pending');
});

test('a card dragged to Completed reaches the vendor and is still there after a reload and a listing', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  await lemlist.give(page, { title });
  await column('Pending').getByRole('article', { name: title }).dragTo(column('Completed'));
  const card = column('Completed').getByRole('article', { name: title });
  await expect(card).toBeVisible();
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(0);
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('completed');
  await expect(card).not.toContainText(/held|waiting|sending/);
  // The listing that shows this one has shown that the other is closed.
  await lemlist.give(page, { title: `${title} later` });
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(card).toBeVisible();
  await expect(card).not.toContainText('closed at');
});

test('a card dragged to Ignored is ignored at the vendor', async ({ page, lemlist, title, column }) => {
  await lemlist.give(page, { title });
  await column('Pending').getByRole('article', { name: title }).dragTo(column('Ignored'));
  await expect(column('Ignored').getByRole('article', { name: title })).toBeVisible();
  await expect.poll(async () => (await lemlist.find(title))[0]?.status).toBe('ignored');
});
