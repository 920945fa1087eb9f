import { expect, test } from './test';

test('a lost answer shows as checking and ends with one effect at the vendor', async ({
  page,
  vendor,
  title,
  column,
}) => {
  const id = await vendor.give(page, { title });
  await vendor.misbehave(
    { kind: 'lost-answer', method: 'PATCH', path: '/tasks', remaining: 1 },
    { kind: 'server-error', method: 'GET', path: '/tasks' },
  );
  const pending = column('Pending').getByRole('article', { name: title });
  await pending.hover();
  await pending.getByRole('button', { name: 'Complete' }).click();
  const card = column('Completed').getByRole('article', { name: title });
  await expect(card).toContainText('checking');
  await vendor.misbehave();
  await vendor.sync();
  await expect(card).not.toContainText('checking');
  expect((await vendor.find(title))[0]?.status).toBe('completed');
  expect(await vendor.writesAbout(id)).toHaveLength(1);
});
