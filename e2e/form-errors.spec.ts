import { expect, test } from './test';

test('a task without a parent is stopped at its field, with the words that the server would use', async ({
  request,
  form,
}) => {
  await form.open('lemlist');
  await form.field('Title').fill('Orphan');
  await form.create.click();
  await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
  await expect(form.linkedTo).toBeFocused();

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
  await expect(form.dialog.getByText(errors[0].message)).toBeVisible();
});

test('a complaint of the server appears at the same field and nothing typed is lost', async ({
  page,
  title,
  lemlist,
  form,
  column,
}) => {
  await form.open('lemlist');
  await form.link('an');
  await form.field('Title').fill(title);
  await form.field('Message').fill('Bring the offer');
  // The request loses its parent on the way, so that the real server has to complain.
  await page.route('**/api/tasks', async (route) => {
    const body = route.request().postDataJSON();
    await route.continue({ postData: JSON.stringify({ ...body, parents: [] }) });
  });
  await form.create.click();
  await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
  await expect(form.field('Title')).toHaveValue(title);
  await expect(form.field('Message')).toHaveValue('Bring the offer');

  await page.unroute('**/api/tasks');
  await form.create.dblclick();
  await expect(form.dialog).toBeHidden();
  await expect.poll(async () => (await lemlist.find(title)).length).toBe(1);
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(column('Pending').getByRole('article', { name: title })).toHaveCount(1);
  expect(await lemlist.writesAbout(title)).toHaveLength(1);
});
