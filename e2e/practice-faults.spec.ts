import type { Page } from 'playwright/test';

import { expect, pressOn, test } from './test';

const unfinished = /held|sending|waiting|checking|failed/;

/** The panel, as a rep opens it from the foot of the rail. */
function panelOf(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Practice faults' });
  const entry = page.getByRole('button', { name: /^Practice faults/ });
  return {
    dialog,
    entry,
    open: () => entry.click(),
    close: () => dialog.getByRole('button', { name: 'Done' }).click(),
    team: (name: string) => dialog.getByRole('region', { name }),
    fault: (team: string, name: string) =>
      dialog.getByRole('region', { name: team }).getByRole('switch', { name, exact: true }),
  };
}

test('a rep lets lemlist lose its answers, sees a card checking, and finds it completed once when it works again', async ({
  page,
  lemlist,
  title,
  column,
}) => {
  const id = await lemlist.give(page, { title });
  const panel = panelOf(page);
  await panel.open();
  // Its list comes slowly too, so that there is time to look.
  await panel.fault('lemlist', 'Slow').click();
  await panel.fault('lemlist', 'Loses its answer').click();
  await expect(panel.team('lemlist').getByRole('status')).toHaveText('Loses its answer, then slow');
  await panel.close();
  await expect(panel.entry).toContainText('2 faults on');

  const pending = column('Pending').getByRole('article', { name: title });
  await pending.hover();
  await pressOn(pending, 'Complete');
  const card = column('Completed').getByRole('article', { name: title });
  await expect(card).toContainText('checking');

  await panel.open();
  await expect(panel.fault('lemlist', 'Loses its answer')).toBeChecked();
  await panel.dialog.getByRole('button', { name: 'Everything works again' }).click();
  await expect(panel.team('lemlist')).toContainText('Works as it should');
  await panel.close();
  await expect(panel.entry).not.toContainText('on');
  await expect(card).not.toContainText(unfinished);
  expect((await lemlist.find(title))[0]?.status).toBe('completed');
  expect(await lemlist.writesAbout(id)).toHaveLength(1);
});

test('while lemlist takes no more requests, its card waits and a Saleshandy card goes through', async ({
  page,
  request,
  lemlist,
  saleshandy,
  title,
  column,
}) => {
  const [prospect] = await saleshandy.prospects(1);
  const made = await request.post('/sandbox/control/saleshandy/tasks', {
    data: { prospectId: prospect?.id, taskType: '9', taskNote: title },
  });
  const { taskId } = await made.json();
  await lemlist.give(page, { title });
  const ofSaleshandy = { name: `Custom task: ${title}` };
  await expect(column('Pending').getByRole('article', ofSaleshandy)).toBeVisible();
  const panel = panelOf(page);
  await panel.open();
  await panel.fault('lemlist', 'Too many requests').click();
  await expect(panel.team('lemlist')).toContainText('Until switched off');
  await page.keyboard.press('Escape');
  await expect(panel.entry).toBeFocused();

  for (const name of [title, ofSaleshandy.name]) {
    const card = column('Pending').getByRole('article', { name, exact: true });
    await card.hover();
    await pressOn(card, 'Complete');
  }
  const card = column('Completed').getByRole('article', { name: title, exact: true });
  const otherCard = column('Completed').getByRole('article', ofSaleshandy);
  await expect(card).toContainText('waiting');
  await expect(otherCard).not.toContainText(unfinished);
  expect(await saleshandy.writesAbout(taskId)).toHaveLength(1);
  await expect(card).toContainText('waiting');
  expect((await lemlist.find(title))[0]?.status).toBe('pending');

  await page.reload();
  await panel.open();
  await panel.fault('lemlist', 'Too many requests').click();
  await expect(panel.team('lemlist')).toContainText('Works as it should');
  await panel.close();
  await expect(card).not.toContainText(unfinished);
  expect((await lemlist.find(title))[0]?.status).toBe('completed');
});

test('while LeadLex finds names ambiguous, a name that one person bears is asked about', async ({
  page,
  leadlex,
  form,
  title,
}) => {
  const contacts = await leadlex.contacts('a');
  const only = contacts.find(({ name }) => contacts.filter((one) => one.name === name).length === 1);
  const name = only?.name ?? '';
  await page.goto('/');
  const panel = panelOf(page);
  await panel.open();
  await panel.fault('LeadLex', 'Name is ambiguous').click();
  await expect(panel.fault('LeadLex', 'Name is ambiguous')).toBeChecked();
  await form.open('LeadLex');
  await form.linkedTo.fill(name);
  await page.getByRole('option', { name: /as typed.*Contact/ }).click();
  await form.field('Title').fill(title);
  await form.create.click();
  const which = form.dialog.getByRole('group', { name: `Which ${name}?` });
  await expect(which.getByRole('button')).toHaveCount(2);
  expect(await leadlex.find(title)).toEqual([]);
});

test('on a phone it is under the views, the board says that a fault is on, and without a line the switch says so', async ({
  page,
  lemlist,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lemlist.misbehave();
  await page.goto('/');
  await page.getByRole('button', { name: 'Views' }).click();
  const panel = panelOf(page);
  await panel.open();
  await page.route('**/api/practice-faults/*', (route) => route.abort());
  await panel.fault('lemlist', 'Out of order').click();
  await expect(panel.dialog.getByRole('alert')).toContainText('Not switched: Outboard does not answer.');
  await expect(panel.fault('lemlist', 'Out of order')).not.toBeChecked();
  await page.unroute('**/api/practice-faults/*');
  await panel.fault('lemlist', 'Out of order').click();
  await expect(panel.fault('lemlist', 'Out of order')).toBeChecked();
  await panel.close();
  await page.keyboard.press('Escape');
  const notice = page.getByRole('status').filter({ hasText: '1 fault on' });
  await notice.getByRole('button', { name: 'Practice faults' }).click();
  await panel.fault('lemlist', 'Out of order').click();
  await expect(panel.team('lemlist')).toContainText('Works as it should');
  await panel.close();
  await expect(notice).toBeHidden();
});
