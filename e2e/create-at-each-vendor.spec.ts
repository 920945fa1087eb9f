import type { Locator, Page } from 'playwright/test';

import { expect, test } from './test';

/** The day in the browser's zone, so many days from now: YYYY-MM-DD. */
function dayIn(days: number): string {
  return berlin(new Date(Date.now() + days * 86_400_000)).slice(0, 10);
}

function berlin(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
}

/** Goes on with Tab until the focus is there. */
async function tabTo(page: Page, field: Locator): Promise<void> {
  const hasFocus = () => field.evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < 12 && !(await hasFocus()); steps += 1) await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
}

test('a task made with the mouse and the calendar is in lemlist’s own list', async ({
  page,
  lemlist,
  form,
  title,
  column,
}) => {
  const contact = await lemlist.contact();
  const [, user] = await lemlist.users();
  await form.open('lemlist');
  await form.field('Type').selectOption({ label: 'Phone call' });
  await form.link(contact.email);
  await form.field('Title').fill(title);
  await form.field('Message').fill('Bring the offer');
  await form.field('Priority').selectOption({ label: 'High' });
  await form.field('Assignee').selectOption(user?.userId ?? '');
  const day = dayIn(3);
  await form.dialog.getByRole('button', { name: 'Choose the date' }).click();
  const calendar = page.getByRole('dialog', { name: 'Due' });
  await calendar.locator(`[data-day="${day}"]`).getByRole('button').click();
  await calendar.getByLabel('Time').fill('14:30');
  await calendar.getByRole('button', { name: 'Done' }).click();
  await form.create.click();
  await expect(form.dialog).toBeHidden();

  await expect.poll(() => lemlist.find(title)).toHaveLength(1);
  const [task] = await lemlist.find(title);
  expect(task).toMatchObject({
    type: 'phone',
    content: 'Bring the offer',
    priority: 2,
    contactId: contact.id,
    userId: user?.userId,
    status: 'pending',
  });
  expect(berlin(new Date(task?.dueDate ?? ''))).toBe(`${day} 14:30:00`);
  await page.goto(`/?q=${encodeURIComponent(title)}`);
  await expect(column('Pending').getByRole('article', { name: title })).not.toContainText(
    /held|waiting|sending/,
  );
});

test('a task made with the keyboard alone is in Saleshandy’s own list', async ({
  page,
  saleshandy,
  form,
  title,
}) => {
  const [prospect] = await saleshandy.prospects(1);
  const { keyboard } = page;
  await page.goto('/');
  await expect(page.getByRole('article').first()).toBeVisible();
  await keyboard.press('n');
  await tabTo(page, form.field('Send to'));
  await keyboard.type('Sales');
  await tabTo(page, form.field('Type'));
  await keyboard.type('Follow-up');
  await tabTo(page, form.linkedTo);
  await keyboard.type(prospect?.email ?? '');
  await expect(page.getByRole('listbox').getByRole('option')).toContainText(prospect?.email ?? '');
  await keyboard.press('Enter');
  await tabTo(page, form.field('Message'));
  await keyboard.type(title);
  await tabTo(page, form.due);
  await keyboard.type('in 3 days');
  await tabTo(page, form.field('Priority'));
  await keyboard.type('Urgent');
  await tabTo(page, form.create);
  await keyboard.press('Enter');
  await expect(form.dialog).toBeHidden();

  await expect.poll(() => saleshandy.find(title)).toHaveLength(1);
  expect((await saleshandy.find(title))[0]).toMatchObject({
    taskType: '13',
    priority: '1',
    dueDate: dayIn(3),
    prospect: { id: prospect?.id, email: prospect?.email },
  });
});

test('a task with several records and a day without a time is in LeadLex’s own list', async ({
  leadlex,
  form,
  title,
}) => {
  const [contact] = await leadlex.contacts('an');
  const company = await leadlex.company();
  const [user] = await leadlex.users();
  await form.open('LeadLex');
  await form.field('Type').fill('Site visit');
  await form.link(contact?.email ?? '');
  await form.link(company.name, 'Company');
  await form.field('Title').fill(title);
  await form.field('Message').fill('Bring the contract');
  await form.due.fill('in 3 days');
  await form.field('Priority').selectOption({ label: 'Low' });
  await form.field('Assignee').selectOption(user?.id ?? '');
  await form.create.click();
  await expect(form.dialog).toBeHidden();

  await expect.poll(() => leadlex.find(title)).toHaveLength(1);
  expect((await leadlex.find(title))[0]).toMatchObject({
    task_type: 'Site visit',
    description: 'Bring the contract',
    status: 'open',
    priority: 'low',
    due_date: dayIn(3),
    assigned_to_user_id: user?.id,
    contact_id: contact?.id,
    company_id: company.id,
  });
});
