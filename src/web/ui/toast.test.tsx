import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { toast, Toasts } from './toast';

test('the same words told twice stand there once, other words beside them', async () => {
  await render(<Toasts />);
  toast('Undone: completed 65 tasks. Too late for 76.');
  toast('Nothing to undo.');
  toast('Undone: completed 65 tasks. Too late for 76.');
  await expect.element(page.getByText('Nothing to undo.')).toBeVisible();
  expect(page.getByText('Undone: completed 65 tasks. Too late for 76.').elements()).toHaveLength(1);
});
