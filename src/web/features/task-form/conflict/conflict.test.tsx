import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import type { TaskChange } from '#contract/command';
import { task as taskShape, type Task } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { Toasts } from '../../../ui/toast';
import { TaskFormDialog } from '../task-form-dialog';
import type { TaskFormRequest } from '../values/form-plan';

const dialog = page.getByRole('dialog');
const save = dialog.getByRole('button', { name: 'Save changes' });
const title = dialog.getByRole('textbox', { name: /^Title/ });

const beRep = (text: string) => {
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = `rep=${encodeURIComponent(text)}; Path=/`;
};
beforeEach(() => localStorage.clear());
afterEach(() => beRep(''));

async function openForm(request: TaskFormRequest) {
  const onClose = vi.fn<() => void>();
  const screen = await mount(
    <>
      <TaskFormDialog
        request={request}
        onClose={onClose}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
      <Toasts />
    </>,
  );
  await expect.element(title).toBeVisible();
  return { onClose, ...screen };
}

/** Ben changes the task while the form of someone else is open. */
async function benChanges(task: Task, changes: TaskChange) {
  beRep('{"name":"Ben Rep","email":null}');
  await fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'edit', taskIds: [task.id], changes }),
  });
  beRep('{"name":"Ada Rep","email":null}');
}

const read = async ({ id }: Task) => taskShape.parse(await (await fetch(`/api/tasks/${id}`)).json());

describe('a field that someone else changed while the form was open', () => {
  test('shows both values and saves the one that the rep chooses; nothing typed is lost', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna', message: 'Ask' }] });
    const [task] = tasks;
    const { onClose } = await openForm({ kind: 'edit', task: task! });
    await benChanges(task!, { title: 'Ring Anna', priority: 'high' });
    await title.fill('Call Anna today');
    await dialog.getByLabelText('Message').fill('Ask about the offer');
    await save.click();

    const choice = dialog.getByRole('group', { name: 'Two values for Title' });
    await expect.element(choice).toHaveTextContent('Ben Rep changed this to “Ring Anna” meanwhile.');
    await expect.element(choice).toHaveTextContent('Yours: “Call Anna today”');
    await expect.element(choice.getByRole('button', { name: 'Keep mine' })).toHaveFocus();
    await expect.element(dialog.getByLabelText('Priority', { exact: true })).toHaveValue('high');
    expect((await read(task!)).title).toBe('Ring Anna');

    await save.click();
    await expect.element(dialog.getByText('Choose one before you save.')).toBeVisible();
    await choice.getByRole('button', { name: 'Take theirs' }).click();
    await expect.element(title).toHaveValue('Ring Anna');
    await choice.getByRole('button', { name: 'Keep mine' }).click();
    await expect.element(title).toHaveValue('Call Anna today');
    await save.click();

    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    expect(await read(task!)).toMatchObject({
      title: 'Call Anna today',
      text: 'Ask about the offer',
      priority: 'high',
    });
  });

  test('taking theirs saves the other fields alone', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const [task] = tasks;
    const { onClose } = await openForm({ kind: 'edit', task: task! });
    await benChanges(task!, { title: 'Ring Anna' });
    await title.fill('Call Anna today');
    await dialog.getByLabelText('Message').fill('Ask about the offer');
    await save.click();
    await dialog.getByRole('button', { name: 'Take theirs' }).click();
    await save.click();

    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    expect(await read(task!)).toMatchObject({ title: 'Ring Anna', text: 'Ask about the offer' });
  });

  test('is still a conflict when the form was closed and is opened again with its draft', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const [task] = tasks;
    const first = await openForm({ kind: 'edit', task: task! });
    await title.fill('Call Anna today');
    await first.unmount();
    await benChanges(task!, { title: 'Ring Anna' });

    await openForm({ kind: 'edit', task: await read(task!) });
    await expect
      .element(dialog.getByRole('group', { name: 'Two values for Title' }))
      .toHaveTextContent('Ben Rep changed this to “Ring Anna” meanwhile.');
    await expect.element(title).toHaveValue('Call Anna today');
  });
});

describe('a task that someone closed while its form was open', () => {
  test('keeps the form open and says who closed it', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const [task] = tasks;
    const { onClose } = await openForm({ kind: 'edit', task: task! });
    await title.fill('Call Anna today');
    beRep('{"name":"Ben Rep","email":null}');
    await fetch('/api/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID(), kind: 'complete', taskIds: [task!.id] }),
    });
    beRep('');
    await save.click();

    await expect.element(dialog.getByText(/Ben Rep is completing it \(held\)/)).toBeVisible();
    await expect.element(title).toHaveValue('Call Anna today');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('a copy of a task', () => {
  test('opens the form filled and sends nothing before the rep says so', async () => {
    const { tasks } = await openWorkspace({
      tasks: [{ title: 'Call Anna', message: 'Ask', dueInHours: -48 }],
    });
    const { onClose } = await openForm({ kind: 'create', copyOf: tasks[0]! });

    await expect.element(title).toHaveValue('Call Anna');
    await expect.element(dialog.getByLabelText('Message')).toHaveValue('Ask');
    await expect.element(dialog.getByLabelText('Due', { exact: true })).toHaveValue('');
    await expect.element(dialog.getByRole('button', { name: 'Remove Anna Weber' })).toBeVisible();
    await expect.element(dialog.getByLabelText('Assignee')).toHaveValue(tasks[0]!.assignee!.id);
    await dialog.getByRole('button', { name: 'Create task' }).click();
    await expect.element(dialog.getByText('Say when it is due.')).toBeVisible();
    expect(await (await fetch('/testing/writes')).json()).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });
});
