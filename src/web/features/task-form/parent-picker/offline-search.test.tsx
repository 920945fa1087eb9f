import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { TaskFormDialog } from '../task-form-dialog';

const dialog = page.getByRole('dialog');

beforeEach(() => localStorage.clear());

/** Cuts the line of the page; answers how to mend it. */
function cutLine(): () => void {
  const { fetch } = window;
  window.fetch = () => Promise.reject(new TypeError('The line is cut.'));
  const mend = () => {
    window.fetch = fetch;
    window.dispatchEvent(new Event('online'));
  };
  onTestFinished(mend);
  return mend;
}

test('without a line the search says so and goes on by itself when the line is back', async () => {
  await openWorkspace({ tasks: [{ title: 'There already' }] });
  await mount(
    <TaskFormDialog
      request={{ kind: 'create' }}
      onClose={() => {}}
      onCreated={() => {}}
      onReopen={() => {}}
      onConnect={() => {}}
    />,
  );
  const linkedTo = dialog.getByRole('combobox', { name: 'Linked to' });
  await expect.element(linkedTo).toBeVisible();
  const mend = cutLine();

  await linkedTo.fill('Anna');
  await expect.element(page.getByText(/^Offline: this is searched as soon as/)).toBeVisible();
  await expect.element(page.getByText(/Check that it is running/)).not.toBeInTheDocument();
  mend();

  await expect.element(page.getByRole('option', { name: 'Anna Weber' })).toBeVisible();
});
