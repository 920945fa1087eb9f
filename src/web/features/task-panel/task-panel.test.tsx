import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { OpenCommand, Task } from '#contract/task';
import { taskPage } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { useLiveChanges } from '../../tasks/use-live-changes';
import { TaskPanel } from './task-panel';

const panel = page.getByRole('complementary');

function Beside({ taskId, actions }: { taskId: string; actions: ReturnType<typeof spies> }) {
  useLiveChanges({});
  return <TaskPanel taskId={taskId} {...actions} />;
}

const spies = () => ({
  onClose: vi.fn<() => void>(),
  onOpen: vi.fn<(taskId: string) => void>(),
  onEdit: vi.fn<(task: Task) => void>(),
  onAmend: vi.fn<(task: Task, command: OpenCommand) => void>(),
  onCopy: vi.fn<(task: Task) => void>(),
});

async function openPanel(taskId: string) {
  const actions = spies();
  await mount(<Beside taskId={taskId} actions={actions} />);
  return actions;
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  return await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('the panel of a task', () => {
  test('names the person, the message and where it comes from', async () => {
    const { tasks } = await openWorkspace({
      tasks: [
        {
          title: 'Call Anna',
          message: 'Ask about the offer.',
          name: 'Anna Weber',
          email: 'anna@weber.example',
        },
      ],
    });
    await openPanel(tasks[0]!.id);

    await expect.element(panel.getByRole('heading', { name: 'Call Anna' })).toBeVisible();
    await expect
      .element(panel.getByRole('link', { name: 'anna@weber.example' }))
      .toHaveAttribute('href', 'mailto:anna@weber.example');
    await expect.element(panel.getByText('Ask about the offer.')).toBeVisible();
    await expect.element(panel.getByText('First seen')).toBeVisible();
    await expect.element(panel.getByText('Nothing was done to it on this board yet.')).toBeVisible();
  });

  test('a completed task can be undone while it is held, and the history tells both', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    await openPanel(tasks[0]!.id);

    await panel.getByRole('button', { name: 'Complete' }).click();
    await expect.element(panel.getByText(/Completing: goes to lemlist in \d+ s\./)).toBeVisible();
    await panel.getByRole('button', { name: 'Undo' }).click();

    await expect.element(panel.getByRole('button', { name: 'Complete' })).toBeVisible();
    await expect.element(panel.getByText('undone, lemlist never heard of it')).toBeVisible();
  });

  test('warns that completing may send the campaign’s message', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Write', type: 'email', campaign: 'Spring' }] });
    await openPanel(tasks[0]!.id);

    await expect
      .element(panel.getByText(/Completing may send the message of the campaign “Spring”/))
      .toBeVisible();
  });

  test('a create that the vendor refused can be tried again, edited or discarded', async () => {
    const { connectionId, tasks } = await openWorkspace({ tasks: [{ title: 'There already' }] });
    await post('/api/tasks', {
      vendor: 'lemlist',
      id: crypto.randomUUID(),
      connectionId,
      type: 'phone',
      title: 'Call a stranger',
      due: { kind: 'instant', at: '2099-03-10T09:00:00Z' },
      assigneeId: tasks[0]!.assignee!.id,
      parents: [{ kind: 'contact', id: 'ctc_unknown', name: 'Nobody' }],
    });
    await post('/testing/deliver', { aheadMs: 9000 });
    const rows = taskPage.parse(await (await fetch('/api/tasks?status=pending')).json()).items;
    const task = rows.find(({ title }) => title === 'Call a stranger')!;
    const { onAmend } = await openPanel(task.id);

    await expect.element(panel.getByText(/^Not created\. lemlist/)).toBeVisible();
    await expect.element(panel.getByRole('button', { name: 'Retry' })).toBeVisible();
    await expect.element(panel.getByRole('button', { name: 'Complete' })).not.toBeInTheDocument();
    await panel.getByRole('button', { name: 'Edit' }).click();
    expect(onAmend).toHaveBeenCalledWith(
      expect.objectContaining({ id: task.id }),
      expect.objectContaining({ kind: 'create', state: 'failed' }),
    );
    await panel.getByRole('button', { name: 'Discard' }).click();
    await expect.element(panel.getByText(/Not created/)).not.toBeInTheDocument();
  });

  test('says that a task is not here, and Escape closes', async () => {
    await openWorkspace({ tasks: [] });
    const { onClose } = await openPanel('00000000-0000-4000-8000-000000000000');

    await expect.element(panel.getByRole('heading', { name: 'This task is not here' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test('a lost answer that no list makes up for asks the rep, whose word settles it', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const taskId = tasks[0]!.id;
    await post('/api/commands', { id: crypto.randomUUID(), kind: 'complete', taskIds: [taskId] });
    const faults = [
      { kind: 'html', method: 'PATCH', remaining: 1 },
      { kind: 'html', method: 'GET', path: '/tasks' },
    ];
    const headers = { 'content-type': 'application/json' };
    await fetch('/testing/faults', { method: 'PUT', headers, body: JSON.stringify(faults) });
    await post('/testing/deliver', { aheadMs: 9000 });
    await post('/testing/pull', {});
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10 * 60_000 });
    try {
      await openPanel(taskId);

      await expect.element(panel.getByText('checking · decide')).toBeVisible();
      await expect
        .element(
          panel.getByText(/^Completing: lemlist’s answer was lost and its list .* Look there, then say:/),
        )
        .toBeVisible();
      await expect.element(panel.getByRole('button', { name: 'Send it again' })).toBeVisible();
      await panel.getByRole('button', { name: 'It is done' }).click();

      await expect.element(panel.getByText('the answer was lost, a rep saw it at lemlist')).toBeVisible();
      await expect.element(panel.getByText('checking · decide')).not.toBeInTheDocument();
    } finally {
      vi.useRealTimers();
    }
  });

  test('of a completed task that the vendor has it says that there is no way back, and offers a copy', async () => {
    const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
    const taskId = tasks[0]!.id;
    await post('/api/commands', { id: crypto.randomUUID(), kind: 'complete', taskIds: [taskId] });
    await post('/testing/deliver', { aheadMs: 9000 });
    const { onCopy } = await openPanel(taskId);

    await expect
      .element(panel.getByText('lemlist has no way back from completed. You can make a copy as a new task.'))
      .toBeVisible();
    await expect.element(panel.getByRole('button', { name: 'Reopen' })).not.toBeInTheDocument();
    await panel.getByRole('button', { name: 'Copy as a new task' }).click();
    expect(onCopy).toHaveBeenCalledWith(expect.objectContaining({ id: taskId, status: 'completed' }));
  });
});
