import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import type { Task } from '#contract/task';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';

import { createQueryClient } from '../../../tasks/query-client';
import { useLiveChanges } from '../../../tasks/use-live-changes';
import { Toasts } from '../../../ui/toast';
import { Board } from '../board';

const nothing = () => {};
const pageKeys = {
  create: nothing,
  quick: nothing,
  focus: nothing,
  search: nothing,
  help: nothing,
  recent: nothing,
};
const everything = {};

function Screen({ onCopy }: { onCopy: (task: Task) => void }) {
  const [filter, setFilter] = useState(everything);
  useLiveChanges(filter);
  return (
    <div className="flex h-[760px] w-[1200px]">
      <Board
        filter={filter}
        onFilter={setFilter}
        density="comfortable"
        openTask={null}
        onOpen={nothing}
        onCopy={onCopy}
        pageKeys={pageKeys}
        bulkBar={() => null}
      />
      <Toasts />
    </div>
  );
}

async function openBoard() {
  const copied: string[] = [];
  await render(
    <QueryClientProvider client={createQueryClient()}>
      <Screen onCopy={({ title }) => copied.push(title)} />
    </QueryClientProvider>,
  );
  return copied;
}

const column = (name: string) => page.getByRole('region', { name, exact: true });
const card = (where: string, title: string) =>
  column(where).getByRole('article', { name: title, exact: true });
const press = (key: string, more: KeyboardEventInit = {}) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  );
const focused = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-labelledby') ?? '')?.textContent;

test('a completed task that cannot come back is copied from its menu, and from what is told about it', async () => {
  const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna', type: 'manual' }] });
  const body = { id: crypto.randomUUID(), kind: 'complete', taskIds: tasks.map(({ id }) => id) };
  const headers = { 'content-type': 'application/json' };
  await fetch('/api/commands', { method: 'POST', headers, body: JSON.stringify(body) });
  await fetch('/testing/deliver', { method: 'POST', headers, body: JSON.stringify({ aheadMs: 30_000 }) });
  const copied = await openBoard();

  await card('Completed', 'Call Anna').hover();
  await card('Completed', 'Call Anna').getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('menuitem', { name: 'Copy as a new task', exact: true }).click();
  await expect.poll(() => copied).toEqual(['Call Anna']);

  (card('Completed', 'Call Anna').element() as HTMLElement).focus();
  await userEvent.keyboard('r');
  await page.getByRole('button', { name: 'Copy as new' }).click();
  await expect.poll(() => copied).toEqual(['Call Anna', 'Call Anna']);
});

test('a key that is held down acts on one card and goes over many', async () => {
  await openWorkspaceWith(4);
  await openBoard();
  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  (card('Pending', 'Call 0').element() as HTMLElement).focus();

  press('i');
  await expect.poll(focused).toBe('Call 1');
  press('i', { repeat: true });
  press('e', { repeat: true });
  press('ArrowRight', { repeat: true });
  await expect.poll(focused).toBe('Call 2');
  await expect.element(card('Pending', 'Call 1')).toBeVisible();
  await expect.element(card('Ignored', 'Call 0')).toBeVisible();
  expect(column('Ignored').getByRole('article').elements()).toHaveLength(1);
  expect(column('Completed').getByRole('article').elements()).toHaveLength(0);
});

test('the snooze menu tells the day and the time of each choice', async () => {
  await openWorkspaceWith(1);
  await openBoard();
  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  (card('Pending', 'Call 0').element() as HTMLElement).focus();
  press('s');
  await expect.element(page.getByRole('menuitem', { name: /^Next week.*Mon.*9:00/ })).toBeVisible();
  await expect.element(page.getByRole('menuitem', { name: 'Pick a date…' })).toBeVisible();
});
