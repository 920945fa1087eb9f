import { QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import type { OpenCommand, Task } from '#contract/task';
import { taskPage } from '#contract/task';
import { openWorkspace } from '#testing/open-workspace';

import { connectionQueries } from '../../tasks/queries';
import { createQueryClient } from '../../tasks/query-client';
import { Toasts } from '../../ui/toast';
import { TaskFormDialog } from './task-form-dialog';
import type { TaskFormRequest } from './values/form-plan';

const dialog = page.getByRole('dialog');
const linkedTo = dialog.getByRole('combobox', { name: 'Linked to' });
const create = dialog.getByRole('button', { name: 'Create task' });

beforeEach(() => localStorage.clear());

async function openForm(request: TaskFormRequest = { kind: 'create' }, client = createQueryClient()) {
  const onClose = vi.fn<() => void>();
  const screen = await render(
    <QueryClientProvider client={client}>
      <TaskFormDialog
        request={request}
        onClose={onClose}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
      <Toasts />
    </QueryClientProvider>,
  );
  await expect.element(dialog.getByLabelText('Title')).toBeVisible();
  return { onClose, client, ...screen };
}

async function choose(name: string) {
  await linkedTo.fill(name.slice(0, 4));
  await dialog.getByRole('option', { name }).or(page.getByRole('option', { name })).click();
}

async function pendingTasks(): Promise<Task[]> {
  return taskPage.parse(await (await fetch('/api/tasks?status=pending&limit=200')).json()).items;
}

async function deliver(aheadMs: number) {
  const headers = { 'content-type': 'application/json' };
  await fetch('/testing/deliver', { method: 'POST', headers, body: JSON.stringify({ aheadMs }) });
}

const describedBy = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);

describe('a new task', () => {
  test('of a follow-up the person is set, and the focus starts where there is something to write', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    await openForm({ kind: 'create', followUp: tasks[0]! });
    await expect.element(dialog.getByLabelText('Message')).toHaveFocus();
    await expect.element(dialog.getByRole('button', { name: 'Remove Anna Weber' })).toBeVisible();
  });

  test('a missing parent is named at the field and nothing is sent', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    await openForm();

    await create.click();

    await expect.element(dialog.getByText('Link the task to a contact, a company or a lead.')).toBeVisible();
    await expect.element(linkedTo).toHaveFocus();
    expect(describedBy(linkedTo.element())).toContain('Link the task to a contact, a company or a lead.');
    expect((await pendingTasks()).map(({ title }) => title)).toEqual(['There already']);
  });

  test('the server’s complaint appears at the same field, and nothing typed is lost', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    const client = createQueryClient();
    const [present] = await client.fetchQuery(connectionQueries.list());
    const gone = { id: 'usr_gone', name: 'Gone Since', email: null };
    client.setQueryData(connectionQueries.list().queryKey, [
      { ...present!, members: [...present!.members, gone] },
    ]);
    await openForm({ kind: 'create' }, client);

    await choose('Anna Weber');
    await dialog.getByLabelText('Title').fill('Call Anna');
    const assignee = dialog.getByLabelText('Assignee');
    await assignee.selectOptions('Gone Since');
    await create.click();

    await expect
      .element(dialog.getByText('This person is not in the team. Choose another one.'))
      .toBeVisible();
    expect(describedBy(assignee.element())).toContain('This person is not in the team. Choose another one.');
    await expect.element(assignee).toHaveFocus();
    await expect.element(dialog.getByLabelText('Title')).toHaveValue('Call Anna');
    expect(await pendingTasks()).toHaveLength(1);
  });

  test('a double click and a double Enter create one task', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    const { onClose } = await openForm();
    await choose('Anna Weber');
    await dialog.getByLabelText('Title').fill('Call Anna once');

    await create.dblClick();
    await userEvent.keyboard('{Enter}{Enter}');

    await expect.poll(() => onClose.mock.calls.length).toBeGreaterThan(0);
    const titles = (await pendingTasks()).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Call Anna once', 'There already']);
  });

  test('a closed dialog keeps the draft until it is discarded', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    const first = await openForm();
    await dialog.getByLabelText('Title').fill('Half a thought');
    await choose('Anna Weber');
    await first.unmount();

    await openForm();

    await expect.element(dialog.getByText('Draft restored')).toBeVisible();
    await expect.element(dialog.getByLabelText('Title')).toHaveValue('Half a thought');
    await expect.element(dialog.getByText('Anna Weber')).toBeVisible();
    await dialog.getByRole('button', { name: 'Discard' }).click();
    await expect.element(dialog.getByLabelText('Title')).toHaveValue('');
    // What an earlier test sent may only now be answered, and be remembered.
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).toEqual([]);
  });

  test('leaving linkedin with links attached asks first', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    await openForm();
    const type = dialog.getByLabelText('Type');
    await type.selectOptions('LinkedIn message');
    await dialog.getByRole('button', { name: 'Add a link' }).click();
    await dialog.getByLabelText('Link 1', { exact: true }).fill('https://example.com/clip.mp4');
    await expect.element(dialog.getByText('1 of 6')).toBeVisible();
    await expect.element(dialog.getByLabelText('Kind of file 1')).toHaveValue('video');

    await type.selectOptions('Email');
    await page.getByRole('button', { name: 'Keep them' }).click();
    await expect.element(type).toHaveValue('linkedin');
    await expect
      .element(dialog.getByLabelText('Link 1', { exact: true }))
      .toHaveValue('https://example.com/clip.mp4');

    await type.selectOptions('Email');
    await page.getByRole('button', { name: 'Remove and change the type' }).click();
    await expect.element(type).toHaveValue('email');
    await expect.element(type).toHaveFocus();
    await expect.element(dialog.getByRole('group', { name: 'Images and videos' })).not.toBeInTheDocument();
  });

  test('a due in words says the day that it means, and words that mean none are stopped', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    await openForm();
    await choose('Anna Weber');
    const due = dialog.getByLabelText('Due', { exact: true });

    await due.fill('soonish');
    await create.click();
    await expect.element(due).toHaveFocus();
    expect(describedBy(due.element()).join()).toContain('“soonish” is no date.');
    expect(await pendingTasks()).toHaveLength(1);

    await due.fill('24 Dec 2099 5pm');
    expect(describedBy(due.element()).join()).toContain('2099');
    await create.click();
    await expect.poll(async () => (await pendingTasks()).length).toBe(2);
    const made = (await pendingTasks()).find(({ title }) => title !== 'There already');
    expect(made?.due).toEqual({ kind: 'instant', at: new Date(2099, 11, 24, 17).toISOString() });
  });

  test('“create another” keeps the dialog, the type and the assignee, and empties the rest', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    const { onClose } = await openForm();
    await dialog.getByLabelText('Type').selectOptions('Phone call');
    await choose('Anna Weber');
    await dialog.getByLabelText('Title').fill('First');
    await dialog.getByRole('checkbox', { name: 'Create another' }).click();

    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    await expect.element(dialog.getByLabelText('Title')).toHaveValue('');
    await expect.element(linkedTo).toHaveFocus();
    await expect.element(dialog.getByLabelText('Type')).toHaveValue('phone');
    await expect.element(dialog.getByRole('button', { name: 'Remove Anna Weber' })).not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();
    expect((await pendingTasks()).map(({ title }) => title).toSorted()).toEqual(['First', 'There already']);
  });

  test('a search that finds nothing says so, and Escape closes the list, not the form', async () => {
    await openWorkspace({ tasks: [{ title: 'There already' }] });
    const { onClose } = await openForm();

    await linkedTo.fill('a');
    await expect.element(page.getByText('Type at least two characters of a name.')).toBeVisible();
    await linkedTo.fill('zzz');
    await expect
      .element(page.getByText('Nothing found for “zzz”. Try another part of the name.'))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect
      .element(page.getByText('Nothing found for “zzz”. Try another part of the name.'))
      .not.toBeInTheDocument();
    expect(onClose).not.toHaveBeenCalled();

    await linkedTo.fill('anna');
    await expect
      .element(page.getByRole('option', { name: 'Anna Weber' }))
      .toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByRole('button', { name: 'Remove Anna Weber' })).toBeVisible();
    expect(await pendingTasks()).toHaveLength(1);
  });
});

describe('a task that exists', () => {
  test('an edit sends what was changed and nothing else', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna', message: 'About the offer' }] });
    const { onClose } = await openForm({ kind: 'edit', task: tasks[0]! });

    await dialog.getByLabelText('Title').fill('Call Anna on Monday');
    await dialog.getByRole('button', { name: 'Save changes' }).click();

    await expect.poll(() => onClose.mock.calls.length).toBe(1);
    await expect.poll(async () => (await pendingTasks())[0]?.title).toBe('Call Anna on Monday');
    await deliver(9000);
    const writes = (await (await fetch('/testing/writes')).json()) as { method: string; body: object }[];
    expect(writes.map(({ method, body }) => [method, Object.keys(body).toSorted()])).toEqual([
      ['PATCH', ['id', 'title']],
    ]);
  });

  test('a wrong field of an edit takes the focus', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const { onClose } = await openForm({ kind: 'edit', task: tasks[0]! });

    await dialog.getByLabelText('Due').fill('');
    await dialog.getByRole('button', { name: 'Save changes' }).click();

    await expect.element(dialog.getByText('Say when it is due.')).toBeVisible();
    await expect.element(dialog.getByLabelText('Due')).toHaveFocus();
    expect(onClose).not.toHaveBeenCalled();
  });

  test('an edit that was refused opens with the focus at the field with the complaint', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const command: OpenCommand = {
      id: crypto.randomUUID(),
      kind: 'edit',
      state: 'failed',
      holdUntil: '2026-03-10T09:00:00Z',
      createdAt: '2026-03-10T09:00:00Z',
      failure: {
        kind: 'refused',
        message: 'No.',
        fields: [{ path: 'changes.text', message: 'This is too long for lemlist.' }],
      },
      payload: { changes: { text: 'Far too long' } },
    };
    await openForm({ kind: 'amend', task: tasks[0]!, command });

    await expect.element(dialog.getByText('This is too long for lemlist.')).toBeVisible();
    await expect.element(dialog.getByLabelText('Message')).toHaveFocus();
  });

  test('a create that the vendor refused opens with what was tried and the vendor’s words at the field', async () => {
    const { connectionId } = await openWorkspace({ tasks: [{ title: 'There already' }] });
    const body = {
      vendor: 'lemlist',
      id: crypto.randomUUID(),
      connectionId,
      type: 'phone',
      title: 'Call a stranger',
      due: { kind: 'instant', at: '2099-03-10T09:00:00Z' },
      assigneeId: (await pendingTasks())[0]?.assignee?.id,
      parents: [{ kind: 'contact', id: 'ctc_unknown', name: 'Nobody' }],
    };
    await fetch('/api/tasks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await deliver(9000);
    const task = (await pendingTasks()).find(({ title }) => title === 'Call a stranger')!;
    const [command] = task.commands;
    expect(command).toMatchObject({ kind: 'create', state: 'failed' });

    await openForm({ kind: 'amend', task, command: command! });

    await expect.element(dialog.getByLabelText('Title')).toHaveValue('Call a stranger');
    await expect.element(dialog.getByRole('button', { name: 'Remove Nobody' })).toBeVisible();
    expect(describedBy(linkedTo.element())).toContain(command!.failure?.fields[0]?.message);
    await expect.element(linkedTo).toHaveFocus();
  });
});
