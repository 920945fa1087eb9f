import { expect, test } from './test';

test('a change at the vendor appears without a reload', async ({ page, lemlist, title, column }) => {
  const id = await lemlist.give(page, { title });
  await lemlist.change(id, { title: `${title} again` });
  await expect(column('Pending').getByRole('article', { name: `${title} again` })).toBeVisible();
});

test('a task closed at the vendor leaves Pending and says where it was closed', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  const id = await lemlist.give(page, { title });
  await lemlist.change(id, { done: true });
  await expect(column('Completed').getByRole('article', { name: title })).toContainText('closed at lemlist');
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(0);
});
