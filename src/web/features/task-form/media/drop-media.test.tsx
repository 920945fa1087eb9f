import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { TaskFormDialog } from '../task-form-dialog';

const form = page.getByRole('dialog', { name: 'New task' });
const question = page.getByRole('dialog', { name: 'Remove the images and videos?' });
const media = form.getByRole('group', { name: 'Images and videos' });

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

async function openForm() {
  const { connectionId } = await openWorkspace({ tasks: [], saleshandy: [{}] });
  await mount(
    <TaskFormDialog
      request={{ kind: 'create' }}
      onClose={() => {}}
      onCreated={() => {}}
      onReopen={() => {}}
      onConnect={() => {}}
    />,
  );
  await form.getByLabelText('Send to').selectOptions(connectionId);
  await form.getByLabelText('Type').selectOptions('LinkedIn message');
}

function drop(...names: string[]) {
  const dataTransfer = new DataTransfer();
  for (const name of names) dataTransfer.items.add(new File(['GIF89a and so on'], name));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

test('another type asks before it takes the link away, and keeping it changes nothing', async () => {
  await openForm();
  await form.getByRole('button', { name: 'Add a link' }).click();
  await form.getByLabelText('Link 1').fill('https://files.example.com/a.gif');

  await form.getByLabelText('Type').selectOptions('Phone call');
  await expect
    .element(question.getByText(/Change the type and the link is removed from this form\.$/))
    .toBeVisible();
  await question.getByRole('button', { name: 'Keep them' }).click();

  await expect.element(form.getByLabelText('Link 1')).toHaveValue('https://files.example.com/a.gif');
  await expect.element(form.getByLabelText('Type')).toHaveDisplayValue('LinkedIn message');
});

test('files and links are counted apart, and uploads on their way are cancelled with the files', async () => {
  await openForm();
  await form.getByRole('button', { name: 'Add a link' }).click();
  await form.getByLabelText('Link 1').fill('https://files.example.com/a.gif');
  vi.spyOn(XMLHttpRequest.prototype, 'send').mockImplementation(() => {});
  const abort = vi.spyOn(XMLHttpRequest.prototype, 'abort');
  drop('one.gif', 'two.gif', 'three.gif');
  await expect.element(media.getByText('4 of 6')).toBeVisible();

  await form.getByLabelText('Type').selectOptions('Phone call');
  await expect
    .element(question.getByText(/the 3 files and the link are removed from this form\. 3 uploads/))
    .toBeVisible();
  await question.getByRole('button', { name: 'Remove and change the type' }).click();

  await expect.element(media).not.toBeInTheDocument();
  await expect.element(form.getByLabelText('Type')).toHaveDisplayValue('Phone call');
  expect(abort).toHaveBeenCalledTimes(2);
  await form.getByLabelText('Type').selectOptions('LinkedIn message');
  await expect.element(media.getByText('0 of 6')).toBeVisible();
});

test('another tool that takes no files asks too, in its own words', async () => {
  await openForm();
  drop('one.gif');
  await expect.element(media.getByText('Uploaded')).toBeVisible();

  await form.getByLabelText('Send to').selectOptions('Saleshandy · Team under test');
  await expect
    .element(question.getByText(/^The tool you chose takes no images and videos\. .*the file is removed/))
    .toBeVisible();
  await question.getByRole('button', { name: 'Remove and change the tool' }).click();

  await expect.element(form.getByLabelText('Send to')).toHaveDisplayValue(/Saleshandy/);
});
