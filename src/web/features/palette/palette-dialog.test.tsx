import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { TaskFilter } from '#contract/task-filter';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { PaletteDialog } from './palette-dialog';

async function open(typed = '') {
  let ahead = typed;
  const does = {
    onFilter: vi.fn<(next: TaskFilter) => void>(),
    onOpen: vi.fn<(taskId: string) => void>(),
    create: vi.fn<() => void>(),
  };
  await mount(
    <PaletteDialog
      commands={[
        {
          title: 'Commands',
          entries: [
            { id: 'action:create', name: 'New task', shortcut: 'N', icon: null, run: does.create },
            { id: 'action:undo', name: 'Undo', shortcut: 'U', icon: null, run: () => {} },
          ],
        },
      ]}
      onFilter={does.onFilter}
      onOpen={does.onOpen}
      takeTyped={() => {
        const taken = ahead;
        ahead = '';
        return taken;
      }}
      onClose={() => {}}
      onChoose={(run) => run()}
      returnTo={() => null}
    />,
  );
  await expect.element(page.getByRole('combobox')).toHaveFocus();
  return does;
}

const options = () =>
  page
    .getByRole('option')
    .elements()
    .map((one) => one.textContent);

test('letters typed before it stood are in it', async () => {
  await openWorkspace({});
  const { create } = await open('new t');
  await expect.element(page.getByRole('combobox')).toHaveValue('new t');
  await userEvent.keyboard('ask{Enter}');
  expect(create).toHaveBeenCalledOnce();
});

test('Enter that was pressed before it stood takes the first that fits', async () => {
  await openWorkspace({});
  const { create } = await open('new task\n');
  await expect.poll(() => create.mock.calls.length).toBe(1);
});

test('the person and the tasks of a name are found, and the first of what is shown is in hand', async () => {
  const { tasks } = await openWorkspace({
    tasks: [
      { title: 'Ring about the offer', name: 'Zoraida Quist' },
      { title: 'Write to Ben', name: 'Ben Busch' },
    ],
  });
  const { onFilter, onOpen } = await open();
  await userEvent.keyboard('zoraida');
  const task = page.getByRole('option', { name: /Ring about the offer/ });
  await expect.element(task).toBeVisible();
  expect(options()[0]).toContain('Zoraida Quist');
  await userEvent.keyboard('{Enter}');
  expect(onFilter.mock.calls[0]?.[0]).toEqual({ name: 'Zoraida Quist' });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(onOpen.mock.calls[0]?.[0]).toBe(tasks.find(({ title }) => title === 'Ring about the offer')?.id);
});

test('where nothing fits it says what to try, and the board can still be searched', async () => {
  await openWorkspace({});
  const { onFilter } = await open();
  await userEvent.keyboard('zzqx');
  await expect.element(page.getByText(/^Nothing fits “zzqx”\./)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(onFilter.mock.calls[0]?.[0]).toEqual({ q: 'zzqx' });
});
