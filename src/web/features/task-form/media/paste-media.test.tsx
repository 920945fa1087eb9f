import { QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { openWorkspace } from '#testing/open-workspace';

import { createQueryClient } from '../../../tasks/query-client';
import { TaskFormDialog } from '../task-form-dialog';

const form = page.getByRole('dialog', { name: 'New task' });
const message = form.getByLabelText('Message');
const create = form.getByRole('button', { name: 'Create task' });
const pngBytes = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.codePointAt(0) ?? 0,
);

beforeEach(() => localStorage.clear());

async function openForm() {
  await openWorkspace({ tasks: [{ title: 'There already' }] });
  const screen = await render(
    <QueryClientProvider client={createQueryClient()}>
      <TaskFormDialog
        request={{ kind: 'create' }}
        onClose={() => {}}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
    </QueryClientProvider>,
  );
  return screen;
}

function paste(...names: string[]) {
  const clipboardData = new DataTransfer();
  for (const name of names) clipboardData.items.add(new File([pngBytes], name, { type: 'image/png' }));
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  (document.activeElement ?? document.body).dispatchEvent(event);
}

test('an image that is pasted while the message is typed leaves the typing where it is', async () => {
  await openForm();
  await form.getByLabelText('Type').selectOptions('LinkedIn message');
  await message.click();
  await userEvent.keyboard('before ');
  paste('image.png');
  await expect.element(form.getByText('Uploaded', { exact: true })).toBeVisible();
  await userEvent.keyboard('after');

  await expect.element(message).toHaveValue('before after');
  await expect.element(message).toHaveFocus();
  expect([...form.element().querySelectorAll('span[tabindex]')]).toEqual([]);
});

test('a file is shown by the name it was given, also when the draft is opened again', async () => {
  const first = await openForm();
  await form.getByLabelText('Type').selectOptions('LinkedIn message');
  paste('Ümläuten 😀.png');
  await expect.element(form.getByText('Uploaded', { exact: true })).toBeVisible();
  await expect.element(form.getByText('Ümläuten 😀.png')).toBeVisible();
  await first.unmount();

  await render(
    <QueryClientProvider client={createQueryClient()}>
      <TaskFormDialog
        request={{ kind: 'create' }}
        onClose={() => {}}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
    </QueryClientProvider>,
  );
  await expect.element(form.getByText('Uploaded', { exact: true })).toBeVisible();
  await expect.element(form.getByText('Ümläuten 😀.png')).toBeVisible();
});

test('what the server says about a file brings the focus to the way to remove it', async () => {
  const client = createQueryClient();
  await openWorkspace({ tasks: [{ title: 'There already' }] });
  const draft = {
    id: crypto.randomUUID(),
    changed: {
      type: 'linkedin',
      title: 'With a file',
      media: [{ kind: 'image', url: `/media/${'a'.repeat(32)}/gone.png` }],
    },
  };
  localStorage.setItem('outboard:draft:new', JSON.stringify(draft));
  await render(
    <QueryClientProvider client={client}>
      <TaskFormDialog
        request={{ kind: 'create' }}
        onClose={() => {}}
        onCreated={() => {}}
        onReopen={() => {}}
        onConnect={() => {}}
      />
    </QueryClientProvider>,
  );
  await form.getByRole('combobox', { name: 'Linked to' }).fill('Anna');
  await page.getByRole('option', { name: 'Anna Weber' }).click();
  await create.click();

  const words = 'This file is no longer kept. Remove it and attach it again.';
  await expect.element(form.getByText(words)).toBeVisible();
  const remove = form.getByRole('button', { name: 'Remove file 1' });
  await expect.element(remove).toHaveFocus();
  await expect.element(remove).toHaveAccessibleDescription(words);
});
