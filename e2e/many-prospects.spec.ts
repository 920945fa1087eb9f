import { expect, test } from './test';

const unfinished = /held|waiting|sending|failed|checking/;

test('of three tasks the one that Saleshandy did not make is named with the reason, and trying again makes that one alone', async ({
  page,
  saleshandy,
  form,
  title,
  column,
}) => {
  const prospects = await saleshandy.prospects(3);
  const createsFor = async (id: string) =>
    (await saleshandy.writesAbout(title)).filter(({ body }) => JSON.stringify(body).includes(id)).length;
  await form.open('Saleshandy');
  await form.field('Type').selectOption({ label: 'Custom task' });
  for (const { email } of prospects) await form.link(email);
  await form.field('Message').fill(title);
  const fault = { kind: 'partial-success', method: 'POST', path: '/tasks/create', remaining: 1 };
  await saleshandy.misbehave(fault);
  await form.dialog.getByRole('button', { name: 'Create 3 tasks' }).click();

  await expect(form.dialog.getByText('2 of 3 tasks created for Saleshandy, 1 refused.')).toBeVisible();
  const made = new Set((await saleshandy.find(title)).map(({ prospect }) => prospect.id));
  expect(made.size).toBe(2);
  const left = prospects.find(({ id }) => !made.has(id));
  const reason = `Saleshandy made no task for ${left?.name} and gives no reason.`;
  for (const { id, name } of prospects) {
    const line = form.dialog.getByRole('listitem').filter({ hasText: name });
    await expect(line).toContainText(id === left?.id ? reason : 'Made at Saleshandy');
  }

  // The second try meets the fault again, so that the board has something to tell as well.
  await saleshandy.misbehave(fault);
  await form.dialog.getByRole('button', { name: 'Try the 1 that failed again' }).click();
  await expect.poll(() => createsFor(left?.id ?? '')).toBe(2);
  await expect(form.dialog.getByText('2 of 3 tasks created for Saleshandy, 1 refused.')).toBeVisible();
  await form.dialog.getByRole('button', { name: 'Done' }).click();

  const card = column('Pending').getByRole('article', { name: `Custom task: ${title}` });
  const show = (name = '') => page.goto(`/?q=${encodeURIComponent(name)}`);
  for (const { id, name } of prospects) {
    await show(name);
    await expect(card).toContainText(name);
    if (id === left?.id) await expect(card).toContainText('failed');
    else await expect(card).not.toContainText(unfinished);
  }
  await show(left?.name);
  await card.click();
  const panel = page.getByRole('complementary', { name: title });
  await expect(panel).toContainText(reason);
  await panel.getByRole('button', { name: 'Retry' }).click();

  await expect.poll(async () => (await saleshandy.find(title)).length).toBe(3);
  await expect(card).not.toContainText(unfinished);
  const ids = (await saleshandy.find(title)).map(({ prospect }) => prospect.id);
  expect(ids.toSorted()).toEqual(prospects.map(({ id }) => id).toSorted());
  for (const { id } of prospects) expect(await createsFor(id)).toBe(id === left?.id ? 3 : 1);
});
