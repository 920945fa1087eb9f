import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import { taskPage } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { TaskFormDialog } from '../task-form-dialog';

const dialog = page.getByRole('dialog');

beforeEach(() => localStorage.clear());

test('a form that is sent while a file is on its way is sent once the file has arrived', async () => {
  await openWorkspace({ tasks: [{ title: 'There already' }] });
  const onClose = vi.fn<() => void>();
  await mount(
    <TaskFormDialog
      request={{ kind: 'create' }}
      onClose={onClose}
      onCreated={() => {}}
      onReopen={() => {}}
      onConnect={() => {}}
    />,
  );
  await dialog.getByLabelText('Type').selectOptions('LinkedIn message');
  await dialog.getByRole('combobox', { name: 'Linked to' }).fill('Anna');
  await page.getByRole('option', { name: 'Anna Weber' }).click();
  await dialog.getByLabelText('Title').fill('With a picture');

  const send = XMLHttpRequest.prototype.send;
  let letGo = () => {};
  const held = vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(function later(
    this: XMLHttpRequest,
    body,
  ) {
    letGo = () => Reflect.apply(send, this, [body]);
  });
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['GIF89a and so on'], 'wave.gif'));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  await expect.poll(() => held.mock.calls.length).toBe(1);
  await dialog.getByRole('button', { name: 'Create task' }).click();
  await expect.element(dialog.getByText('1 file is on the way; the task is sent after that.')).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
  held.mockRestore();
  letGo();

  await expect.poll(() => onClose.mock.calls.length).toBeGreaterThan(0);
  const { items } = taskPage.parse(await (await fetch('/api/tasks?status=pending&limit=200')).json());
  const made = items.find(({ title }) => title === 'With a picture');
  expect(made?.media).toEqual([
    { kind: 'image', url: expect.stringMatching(/^\/media\/[\w-]{32}\/wave\.gif$/) as string },
  ]);
});
