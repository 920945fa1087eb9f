import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';

import { taskHistory } from '#contract/command-result';
import { taskPage } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { WhoButton } from './who-button';

const forget = () => {
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = 'rep=; Max-Age=0; Path=/';
};
beforeEach(forget);
afterEach(forget);

async function open() {
  const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
  await mount(<WhoButton />);
  await page.getByRole('button', { name: 'Say who you are' }).click();
  return tasks[0]!;
}

const mine = async () =>
  taskPage.parse(await (await fetch('/api/tasks?status=pending&assignee=me')).json()).items.length;

test('a rep chooses a person of the team; the history then names them, and “me” means their tasks', async () => {
  const task = await open();
  await expect.element(page.getByText(/It is a name, not a password/)).toBeVisible();
  await page.getByRole('button', { name: /^Ben Rep/ }).click();
  await expect.element(page.getByRole('button', { name: 'You are Ben Rep' })).toBeVisible();
  expect(await mine()).toBe(0);

  await page.getByRole('button', { name: 'You are Ben Rep' }).click();
  await page.getByRole('button', { name: /^Ada Rep/ }).click();
  await expect.element(page.getByRole('button', { name: 'You are Ada Rep' })).toBeVisible();
  expect(await mine()).toBe(1);

  await fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'complete', taskIds: [task.id] }),
  });
  const history = taskHistory.parse(await (await fetch(`/api/tasks/${task.id}/history`)).json());
  expect(history.items.map(({ who }) => who)).toEqual(['Ada Rep']);
});

test('a rep who is in no team types a name; an empty one is named as missing', async () => {
  await open();
  await page.getByRole('button', { name: 'Use this name' }).click();
  await expect.element(page.getByText('Type your name.')).toBeVisible();
  await page.getByLabelText('Another name').fill('Zoë Lind');
  await page.getByRole('button', { name: 'Use this name' }).click();
  await expect.element(page.getByRole('button', { name: 'You are Zoë Lind' })).toBeVisible();
});
