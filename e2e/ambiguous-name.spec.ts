import { expect, test } from './test';

// Two contacts of the practice firm bear it.
const name = 'Hans Müller';

test('a name that means two people is asked about in place, and nothing typed is lost', async ({
  page,
  leadlex,
  form,
  title,
}) => {
  const namesakes = await leadlex.contacts(name);
  expect(namesakes.map((one) => one.name)).toEqual([name, name]);
  const meant = namesakes[1];
  await form.open('LeadLex');
  await form.field('Type').fill('Site visit');
  await form.linkedTo.fill(name);
  await page.getByRole('option', { name: /as typed.*Contact/ }).click();
  await form.field('Title').fill(title);
  await form.field('Message').fill('Bring the contract');
  await form.due.fill('24 December 10am');
  await form.field('Priority').selectOption({ label: 'High' });
  await form.create.click();

  const which = form.dialog.getByRole('group', { name: `Which ${name}?` });
  await expect(which.getByRole('button')).toHaveCount(2);
  for (const { company, email } of namesakes) {
    await expect(which.getByRole('button').filter({ hasText: email })).toContainText(`${name}${company}`);
  }
  for (const { id } of namesakes) await expect(which).not.toContainText(id);
  await expect(form.linkedTo).toHaveAttribute('aria-invalid', 'true');
  await expect(form.field('Type')).toHaveValue('Site visit');
  await expect(form.field('Title')).toHaveValue(title);
  await expect(form.field('Message')).toHaveValue('Bring the contract');
  await expect(form.field('Priority')).toHaveValue('high');
  await expect(form.due).toHaveValue(/24 Dec \d{4}, 10:00/);
  expect(await leadlex.find(title)).toEqual([]);

  await which
    .getByRole('button')
    .filter({ hasText: meant?.email ?? '' })
    .click();
  await expect(which).toBeHidden();
  await form.create.click();
  await expect(form.dialog).toBeHidden();
  await expect.poll(() => leadlex.find(title)).toHaveLength(1);
  expect(await leadlex.find(title)).toMatchObject([
    {
      contact_id: meant?.id,
      description: 'Bring the contract',
      priority: 'high',
      task_type: 'Site visit',
      due_date: expect.stringContaining('-12-24T09:00'),
    },
  ]);
});
