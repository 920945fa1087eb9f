import { expect, onTestFinished, test, vi } from 'vitest';
import { cleanup } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import type { Task } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { useFreshRecent } from '../../tasks/steps/recent-query';
import { Toasts } from '../../ui/toast';
import { NewsToasts } from './news-toasts';
import { RecentDialog } from './recent-dialog';

const spies = () => ({
  onClose: vi.fn<() => void>(),
  onOpen: vi.fn<(taskId: string) => void>(),
  onCopy: vi.fn<(task: Task) => void>(),
});

function Screen(given: ReturnType<typeof spies>) {
  useFreshRecent();
  return <RecentDialog {...given} />;
}

async function openList() {
  const given = spies();
  await mount(<Screen {...given} />);
  return given;
}

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
}
const give = (kind: string, tasks: readonly Task[], more: object = {}) =>
  post('/api/commands', { id: crypto.randomUUID(), kind, taskIds: tasks.map(({ id }) => id), ...more });
const deliver = () => post('/testing/deliver', { aheadMs: 61_000 });

const list = page.getByRole('dialog', { name: 'Recent changes' });
const row = (words: string) => list.getByRole('listitem').filter({ hasText: words });

function News({ onRecent }: { onRecent: () => void }) {
  useFreshRecent();
  return (
    <Toasts>
      <NewsToasts onRecent={onRecent} />
    </Toasts>
  );
}

const openNews = async (onRecent = vi.fn<() => void>()) => {
  const { unmount } = await mount(<News onRecent={onRecent} />);
  return { onRecent, unmount };
};

test('a rep whose change another one took back is told who it was, once', async () => {
  localStorage.removeItem('outboard.told');
  onTestFinished(() => localStorage.removeItem('outboard.told'));
  const { tasks } = await openWorkspace({ holdSeconds: 60, tasks: [{ title: 'Call Anna' }] });
  const id = crypto.randomUUID();
  await post('/api/commands', { id, kind: 'complete', taskIds: [tasks[0]!.id] });
  const first = await openNews();
  await expect.poll(() => localStorage.getItem('outboard.told')).toBe('');
  const cookie = (value: string) => `rep=${encodeURIComponent(value)}; path=/`;
  document.cookie = cookie('{"name":"Ben Rep","email":null}');
  await fetch(`/api/commands/${id}`, { method: 'DELETE' });
  document.cookie = `${cookie('')}; Max-Age=0`;
  // What the page asked meanwhile, it asked as Ben.
  await give('edit', tasks, { changes: { priority: 'high' } });

  const notice = page.getByText('Ben Rep took back: completed “Call Anna”.');
  await expect.element(notice).toBeVisible();
  await page.getByRole('button', { name: 'Recent changes' }).click();
  expect(first.onRecent).toHaveBeenCalledOnce();
  await first.unmount();

  await openList();
  await expect.element(row('Completed “Call Anna”')).toHaveTextContent('Undone by Ben Rep.');
  await cleanup();
  await openNews();
  await give('complete', tasks);
  await expect.element(notice).not.toBeInTheDocument();
});

test('a list of nothing says what would be here', async () => {
  await openWorkspace({});
  await openList();
  await expect.element(list.getByText(/^Nothing yet\./)).toBeVisible();
});

test('each step says where it stands and offers what is left, newest first', async () => {
  const { tasks } = await openWorkspace({
    holdSeconds: 60,
    tasks: [{ title: 'Call Anna', name: 'Anna Weber' }, { title: 'Call Ben' }],
    leadlex: [{ title: 'Prepare the offer' }],
  });
  const named = (title: string) => tasks.filter((task) => task.title === title);
  await give('complete', named('Call Anna'));
  await give('complete', named('Prepare the offer'));
  await deliver();
  await give('edit', named('Call Ben'), { changes: { priority: 'high' } });
  const { onCopy, onClose } = await openList();

  await expect.element(row('Changed “Call Ben”')).toHaveTextContent(/Can be undone, \d+ s left\./);
  expect(
    list
      .getByRole('listitem')
      .elements()
      .map((item) => item.querySelector('.font-medium')?.textContent),
  ).toEqual(['Changed “Call Ben”', 'Completed “Prepare the offer”', 'Completed “Call Anna”']);
  await expect.element(row('Completed “Call Anna”')).toHaveTextContent('Anna Weber');
  await expect.element(row('Completed “Call Anna”')).toHaveTextContent('lemlist has it and has no way back.');
  await list.getByRole('button', { name: 'Reopen: completed “Prepare the offer”' }).click();
  await expect.element(row('Reopened “Prepare the offer”')).toHaveTextContent(/Can be undone/);
  await expect
    .element(row('Completed “Prepare the offer”'))
    .toHaveTextContent('The task is open again by now.');

  await list.getByRole('button', { name: 'Copy as new: completed “Call Anna”' }).click();
  await expect.poll(() => onCopy.mock.calls[0]?.[0].title).toBe('Call Anna');
  expect(onClose).toHaveBeenCalledOnce();
});

test('undone from the list, the row keeps the focus and says so', async () => {
  const { tasks } = await openWorkspace({
    holdSeconds: 60,
    tasks: [{ title: 'Call 0' }, { title: 'Call 1' }],
  });
  await give('ignore', tasks);
  await openList();
  await expect.element(row('Ignored 2 tasks')).toHaveTextContent(/“Call \d”, “Call \d”: Can be undone/);
  await list.getByRole('button', { name: 'Undo: ignored 2 tasks' }).click();
  await expect.element(row('Ignored 2 tasks')).toHaveTextContent(/“Call \d”, “Call \d”: Undone\./);
  await expect.element(row('Ignored 2 tasks')).toHaveFocus();
});

test('a step that the vendor refused gives its reason and opens the task', async () => {
  const { connectionId, tasks } = await openWorkspace({
    holdSeconds: 60,
    tasks: [{ title: 'There already' }],
  });
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
  await deliver();
  const { onOpen } = await openList();
  await expect.element(row('Created “Call a stranger”')).toHaveTextContent(/Not sent\. ./);
  await list.getByRole('button', { name: 'Open: created “Call a stranger”' }).click();
  expect(onOpen).toHaveBeenCalledOnce();
});
