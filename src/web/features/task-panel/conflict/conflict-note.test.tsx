import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import type { OpenCommand } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { ConflictNote } from './conflict-note';

test('a change that was not sent over another one shows both values and lets the rep choose', async () => {
  const { tasks } = await openWorkspace({ tasks: [{ title: 'Theirs' }] });
  const command: OpenCommand = {
    id: crypto.randomUUID(),
    kind: 'edit',
    state: 'failed',
    holdUntil: '2026-03-10T09:00:00Z',
    createdAt: '2026-03-10T09:00:00Z',
    failure: {
      kind: 'refused',
      message: 'Not sent.',
      fields: [{ path: 'changes.title', message: 'Changed.' }],
      conflict: true,
    },
    payload: { changes: { title: 'Mine', priority: 'high' } },
  };
  const onAmend = vi.fn<(command: OpenCommand) => void>();
  await mount(<ConflictNote task={tasks[0]!} command={command} onAmend={onAmend} />);

  await expect.element(page.getByText('someone else changed the same at lemlist')).toBeVisible();
  await expect.element(page.getByText('There: “Theirs”')).toBeVisible();
  await expect.element(page.getByText('Yours: “Mine”')).toBeVisible();
  await expect.element(page.getByText('Priority')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Keep mine' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Take theirs' })).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  expect(onAmend).toHaveBeenCalledWith(command);
});
