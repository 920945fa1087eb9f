import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { TaskFormDialog } from './task-form-dialog';

const dialog = page.getByRole('dialog', { name: 'New task' });
const linkedTo = dialog.getByRole('combobox', { name: 'Linked to' });

beforeEach(() => localStorage.clear());
afterEach(() => page.viewport(1280, 800));

async function openForm(sendTo?: string) {
  await mount(
    <TaskFormDialog
      request={{ kind: 'create' }}
      onClose={() => {}}
      onCreated={() => {}}
      onReopen={() => {}}
      onConnect={() => {}}
    />,
  );
  if (sendTo !== undefined)
    await dialog.getByLabelText('Send to').selectOptions(`${sendTo} · Team under test`);
}

async function choose(name: string) {
  await linkedTo.fill(name);
  await page.getByRole('option', { name }).click();
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

test('where the vendor decides who gets a task the form says so, and the result names them', async () => {
  await openWorkspace({
    saleshandy: [
      { name: 'Rosa Nilsen', email: 'rosa@fjord.example', owner: 'Carla Reyes' },
      { name: 'Marek Dudek', email: 'marek@wisla.example', owner: 'Emine Aksoy' },
    ],
  });
  await openForm('Saleshandy');

  await expect
    .element(dialog.getByRole('group', { name: 'Assignee' }))
    .toHaveTextContent('Saleshandy decides who gets it, and tells afterwards.');
  await choose('Rosa Nilsen');
  await choose('Marek Dudek');
  await dialog.getByRole('button', { name: 'Create 2 tasks' }).click();
  await expect.element(dialog.getByText('2 tasks created for Saleshandy.')).toBeVisible();

  await post('/testing/deliver', { aheadMs: 9000 });
  const untold = dialog.getByText('Made at Saleshandy, which has not told yet who gets it');
  await expect.poll(() => untold.elements().length, { timeout: 15_000 }).toBe(2);
  await post('/testing/pull', {});

  const rows = dialog.getByRole('list', { name: 'What became of each' }).getByRole('listitem');
  await expect
    .poll(() => rows.elements().map(({ textContent }) => textContent), { timeout: 15_000 })
    .toEqual([
      'Rosa NilsenMade at Saleshandy, for Carla Reyes',
      'Marek DudekMade at Saleshandy, for Emine Aksoy',
    ]);
});

test('another tool’s free type starts empty, and each tool has its own type and people again', async () => {
  await openWorkspace({
    saleshandy: [{ name: 'Rosa Nilsen', email: 'rosa@fjord.example' }],
    leadlexContacts: [{ firstName: 'Alex', lastName: 'Berg' }],
  });
  await openForm('Saleshandy');
  const [sendTo, type] = [dialog.getByLabelText('Send to'), dialog.getByLabelText('Type')];
  await type.selectOptions('LinkedIn InMail');
  await choose('Rosa Nilsen');

  await sendTo.selectOptions('LeadLex · Team under test');
  await expect.element(type).toHaveValue('');
  await sendTo.selectOptions('Saleshandy · Team under test');
  await expect.element(type).toHaveDisplayValue('LinkedIn InMail');
  await expect.element(dialog.getByRole('button', { name: 'Remove Rosa Nilsen' })).toBeVisible();
});

test('with several tools and none chosen the focus starts where the form begins', async () => {
  await openWorkspace({ saleshandy: [{}] });
  await openForm();
  await expect.element(dialog.getByLabelText('Send to')).toHaveFocus();
});

test('what “More” opens is scrolled into view', async () => {
  await page.viewport(1280, 600);
  await openWorkspace({ leadlexContacts: [{ firstName: 'Alex', lastName: 'Berg' }] });
  await openForm('LeadLex');

  await dialog.getByText('More', { exact: true }).click();

  await expect.element(dialog.getByText(/Left empty: now/)).toBeInViewport({ ratio: 1 });
});

test('the name of who is chosen has room before the rest', async () => {
  const email = `${'a.very.long.address.'.repeat(6)}@fjord.example`;
  await openWorkspace({
    saleshandy: [{}],
    tasks: [{ title: 'There already', name: 'Tamsin Brennan-Whitfield', email }],
  });
  await openForm('lemlist');
  await choose('Tamsin Brennan-Whitfield');

  const chosen = dialog.getByRole('list', { name: 'Chosen' });
  const name = chosen.getByText('Tamsin Brennan-Whitfield').element();
  expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
  const rest = chosen.getByText(email).element().closest('.truncate');
  expect(rest?.clientWidth).toBeGreaterThan(50);
  expect(rest?.scrollWidth).toBeGreaterThan(rest?.clientWidth ?? 0);
});

test('the assignee’s name has room beside the due', async () => {
  await openWorkspace({ tasks: [{ title: 'There already' }] });
  await openForm();
  await expect.element(dialog.getByLabelText('Assignee')).toBeVisible();
  const select = dialog.getByLabelText('Assignee').element();
  const { paddingLeft, paddingRight } = getComputedStyle(select);
  const room = select.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  // "Ada Okonkwo (me)" in the page's own font, which a test may not have.
  expect(room).toBeGreaterThan(125);
});
