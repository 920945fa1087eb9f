import { expect, test } from './test';

test('a change at the vendor appears without a reload', async ({ page, vendor, title, column }) => {
  const id = await vendor.give(page, { title });
  await vendor.change(id, { title: `${title} again` });
  await expect(column('Pending').getByRole('article', { name: `${title} again` })).toBeVisible();
});

test('a task closed at the vendor leaves Pending and says where it was closed', async ({
  page,
  vendor,
  title,
  column,
}) => {
  const id = await vendor.give(page, { title });
  await vendor.change(id, { done: true });
  await expect(column('Completed').getByRole('article', { name: title })).toContainText('closed at lemlist');
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(0);
});
