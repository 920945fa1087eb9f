import { expect, pressOn, test } from './test';

test('a lost answer shows as checking and ends with one effect at the vendor', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  const id = await lemlist.give(page, { title });
  await lemlist.misbehave(
    { kind: 'lost-answer', method: 'PATCH', path: '/tasks', remaining: 1 },
    { kind: 'server-error', method: 'GET', path: '/tasks' },
  );
  const pending = column('Pending').getByRole('article', { name: title });
  await pending.hover();
  await pressOn(pending, 'Complete');
  const card = column('Completed').getByRole('article', { name: title });
  await expect(card).toContainText('checking');
  await lemlist.misbehave();
  await lemlist.sync();
  await expect(card).not.toContainText('checking');
  expect((await lemlist.find(title))[0]?.status).toBe('completed');
  expect(await lemlist.writesAbout(id)).toHaveLength(1);
});
