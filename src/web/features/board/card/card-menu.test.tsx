import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';
import { pressOn } from '#testing/press-on';

import { BoardUnderTest } from '../board-under-test';

async function openBoard() {
  const copied: string[] = [];
  await mount(<BoardUnderTest onCopy={({ title }) => copied.push(title)} />);
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
  await pressOn(card('Completed', 'Call Anna'), 'Move to…');
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
