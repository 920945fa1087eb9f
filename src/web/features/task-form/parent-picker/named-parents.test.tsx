import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import { taskPage } from '#contract/task';
import type { Task } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { Toasts } from '../../../ui/toast';
import { rememberedFor } from '../remembered/name-choices';
import { TaskFormDialog } from '../task-form-dialog';

const dialog = page.getByRole('dialog');
const linkedTo = dialog.getByRole('combobox', { name: 'Linked to' });
const create = dialog.getByRole('button', { name: 'Create task' });

beforeEach(() => localStorage.clear());

async function openForm() {
  const onClose = vi.fn<() => void>();
  await mount(
    <>
      <TaskFormDialog
        request={{ kind: 'create' }}
        onClose={onClose}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
      <Toasts />
    </>,
  );
  const sendTo = dialog.getByLabelText('Send to');
  await expect.element(sendTo).toBeVisible();
  await sendTo.selectOptions('LeadLex · Team under test');
  return onClose;
}

async function fillIn(name: string) {
  await dialog.getByLabelText('Title').fill('Follow up');
  await dialog.getByLabelText('Message').fill('About the lease');
  await linkedTo.fill(name);
  await page.getByRole('option', { name: `Use the name “${name}” as typed Contact` }).click();
  await create.click();
}

async function made(): Promise<Task[]> {
  const answer = await (await fetch('/api/tasks?status=pending&limit=200')).json();
  return taskPage.parse(answer).items.filter(({ vendor }) => vendor === 'leadlex');
}

describe('a record given by a name', () => {
  test('that several bear is chosen in place, and everything typed stays', async () => {
    await openWorkspace({
      leadlexContacts: [
        { firstName: 'Alex', lastName: 'Berg', email: 'berg@elbe.example' },
        { firstName: 'Alex', lastName: 'Berg', email: 'berg@quay.example' },
      ],
    });
    const onClose = await openForm();
    await fillIn('Alex Berg');

    await expect
      .element(dialog.getByText('LeadLex has 2 contacts called “Alex Berg”. Choose one.'))
      .toBeVisible();
    await expect.element(linkedTo).toHaveFocus();
    expect(await made()).toEqual([]);
    const question = dialog.getByRole('group', {
      name: 'Which Alex Berg? The one you choose is offered first next time.',
    });
    await question.getByRole('button', { name: 'berg@quay.example' }).click();

    await expect.element(question).not.toBeInTheDocument();
    await expect
      .element(dialog.getByText('LeadLex has 2 contacts called “Alex Berg”. Choose one.'))
      .not.toBeInTheDocument();
    await expect.element(dialog.getByLabelText('Title')).toHaveValue('Follow up');
    await expect.element(dialog.getByLabelText('Message')).toHaveValue('About the lease');
    await create.click();
    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    const [task, ...others] = await made();
    expect(others).toEqual([]);
    expect(task).toMatchObject({ title: 'Follow up', text: 'About the lease' });
    const [meant] = rememberedFor(task!.connectionId, 'alex b');
    expect(meant).toMatchObject({ id: task?.parents[0]?.id, detail: 'berg@quay.example' });
  });

  test('that several bear is asked about again, with the one chosen last time on top', async () => {
    await openWorkspace({
      leadlexContacts: [
        { firstName: 'Alex', lastName: 'Berg', email: 'berg@elbe.example' },
        { firstName: 'Alex', lastName: 'Berg', email: 'berg@quay.example' },
      ],
    });
    await openForm();
    await fillIn('Alex Berg');
    const question = dialog.getByRole('group', { name: 'Which Alex Berg?' });
    await question.getByRole('button', { name: 'berg@quay.example' }).click();
    await dialog.getByRole('button', { name: 'Remove Alex Berg' }).click();
    await fillIn('Alex Berg');

    await expect
      .poll(() =>
        question
          .getByRole('button')
          .elements()
          .map(({ textContent }) => textContent),
      )
      .toEqual(['Alex Bergberg@quay.exampleChosen last time', 'Alex Bergberg@elbe.exampleContact']);
    expect(await made()).toEqual([]);
  });

  test('that nobody bears is told at the field, with those who share a part of it', async () => {
    await openWorkspace({ leadlexContacts: [{ firstName: 'Alex', lastName: 'Berg' }] });
    await openForm();
    await fillIn('Alex Bergmann');

    const words =
      'LeadLex knows no contact called “Alex Bergmann”. Check the name or choose one from the list.';
    await expect.element(dialog.getByText(words)).toBeVisible();
    const question = dialog.getByRole('group', {
      name: 'Similar to “Alex Bergmann”: is this one meant?',
    });
    await expect.element(question.getByRole('button', { name: 'Alex Berg' })).toBeVisible();
    expect(await made()).toEqual([]);
  });

  test('that one bears is linked without a question', async () => {
    await openWorkspace({ leadlexContacts: [{ firstName: 'Alex', lastName: 'Berg' }] });
    const onClose = await openForm();
    await fillIn('alex berg');

    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    const [task] = await made();
    expect(task?.parents).toMatchObject([{ kind: 'contact', name: 'Alex Berg' }]);
    expect(task?.parents[0]?.id).not.toBe('');
  });
});
