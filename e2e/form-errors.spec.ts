import { expect, test } from './test';

test('a task without a parent is stopped at its field, with the words that the server would use', async ({
  page,
  request,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByLabel('Send to').selectOption({ label: 'lemlist · Practice team' });
  await dialog.getByLabel('Title').fill('Orphan');
  await dialog.getByRole('button', { name: 'Create task' }).click();
  const field = dialog.getByRole('combobox', { name: 'Linked to' });
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toBeFocused();

  const { items } = await (await request.get('/api/connections')).json();
  const answer = await request.post('/api/tasks', {
    data: {
      vendor: 'lemlist',
      id: crypto.randomUUID(),
      connectionId: items[0].id,
      type: 'email',
      title: 'Orphan',
      due: { kind: 'instant', at: '2030-01-01T09:00:00Z' },
      assigneeId: items[0].members[0].id,
      parents: [],
    },
  });
  expect(answer.status()).toBe(422);
  const { errors } = await answer.json();
  expect(errors).toHaveLength(1);
  expect(errors[0].path).toBe('parents');
  await expect(dialog.getByText(errors[0].message)).toBeVisible();
});

test('a complaint of the server appears at the same field and nothing typed is lost', async ({
  page,
  title,
  vendor,
  column,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  await dialog.getByLabel('Send to').selectOption({ label: 'lemlist · Practice team' });
  await dialog.getByRole('combobox', { name: 'Linked to' }).fill('an');
  await page.getByRole('listbox').getByRole('option').first().click();
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Message').fill('Bring the offer');
  // The request loses its parent on the way, so that the real server has to complain.
  await page.route('**/api/tasks', async (route) => {
    const body = route.request().postDataJSON();
    await route.continue({ postData: JSON.stringify({ ...body, parents: [] }) });
  });
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Linked to' })).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByLabel('Title')).toHaveValue(title);
  await expect(dialog.getByLabel('Message')).toHaveValue('Bring the offer');

  await page.unroute('**/api/tasks');
  await dialog.getByRole('button', { name: 'Create task' }).dblclick();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => (await vendor.find(title)).length).toBe(1);
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(1);
});
