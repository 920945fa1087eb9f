import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';

import type { BulkBarProps } from '../../tasks/moves/bulk/selected';
import { BoardUnderTest } from '../board/board-under-test';
import { BulkBar } from './bulk-bar';

const drawBar = (props: BulkBarProps) => <BulkBar {...props} />;
const openBoard = () => mount(<BoardUnderTest density="compact" bulkBar={drawBar} />);

const fetchAsEver = window.fetch;
afterEach(() => {
  window.fetch = fetchAsEver;
});

/** From now on the server's answer to this waits until it is let in. */
function slow(path: string): () => void {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  window.fetch = async (...given) => {
    const answer = await fetchAsEver(...given);
    if (String(given[0] instanceof Request ? given[0].url : given[0]).includes(path)) await gate;
    return answer;
  };
  return open;
}

const column = (name: string) => page.getByRole('region', { name, exact: true });
const card = (title: string) => page.getByRole('article', { name: title, exact: true });
const bar = (words: string) => page.getByRole('toolbar', { name: words, exact: true });
async function said(words: string | RegExp): Promise<void> {
  await expect.element(page.getByRole('status')).toHaveTextContent(words);
}
const focus = (title: string) => (card(title).element() as HTMLElement).focus();
const shiftClick = (title: string) => card(title).click({ modifiers: ['Shift'] });

test('a range is selected by a click with Shift and by Shift with the arrows, all by Ctrl A, nothing by Esc', async () => {
  await openWorkspaceWith(5);
  await openBoard();
  await expect.element(card('Call 0')).toBeVisible();
  focus('Call 1');
  await userEvent.keyboard('x');
  await said('1 selected.');
  await shiftClick('Call 3');
  await expect.element(bar('3 selected')).toBeVisible();
  await said('3 selected.');
  await shiftClick('Call 2');
  await expect.element(bar('2 selected')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(bar('2 selected')).not.toBeInTheDocument();
  focus('Call 0');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.poll(() => document.querySelectorAll('[data-selected]').length).toBeGreaterThan(1);
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(bar('5 selected')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(document.querySelectorAll('[data-selected]')).toHaveLength(0);
});

test('after a change of several the next card has the focus, and one undo brings all back', async () => {
  await openWorkspaceWith(4);
  await openBoard();
  await expect.element(card('Call 0')).toBeVisible();
  focus('Call 0');
  await userEvent.keyboard('x');
  await shiftClick('Call 1');
  await bar('2 selected').getByRole('button', { name: 'Ignore' }).click();
  await expect.element(column('Ignored').getByRole('article', { name: 'Call 0', exact: true })).toBeVisible();
  await expect
    .poll(() => document.activeElement?.getAttribute('aria-labelledby'))
    .toBe(card('Call 2').element().getAttribute('aria-labelledby'));
  await said(/^Moved 2 tasks to Ignored\./);
  await userEvent.keyboard('u');
  await expect.element(column('Pending').getByRole('article', { name: 'Call 1', exact: true })).toBeVisible();
  await said('Undone: ignored 2 tasks.');
});

test('all that match, also those that are not loaded, move at once, long before the server has answered', async () => {
  await openWorkspaceWith(70);
  await openBoard();
  await expect.element(card('Call 0')).toBeVisible();
  focus('Call 0');
  await userEvent.keyboard('{Control>}a{/Control}');
  await page.getByRole('button', { name: 'Select all 70 that match' }).click();
  await said('All 70 that match are selected.');
  await expect.element(bar('All 70 selected')).toBeVisible();
  const letIn = slow('/api/commands/matching');

  await bar('All 70 selected').getByRole('button', { name: 'Ignore' }).click();

  await expect.element(column('Ignored').getByRole('article').first()).toBeVisible();
  expect(column('Pending').getByRole('article').elements()).toHaveLength(0);
  await expect.element(page.getByText('Working on 70 tasks…').first()).toBeInTheDocument();
  letIn();
  await said(/^Moved 70 tasks to Ignored\./);
  expect(column('Pending').getByRole('article').elements()).toHaveLength(0);
  await userEvent.keyboard('u');
  await expect.element(column('Pending').getByRole('article', { name: 'Call 0', exact: true })).toBeVisible();
  await said('Undone: ignored 70 tasks.');
});

test('it says before for how many a person cannot be set, and sets it for the others', async () => {
  await openWorkspace({
    tasks: [{ title: 'Call Anna' }, { title: 'Call Ben', email: 'ben@weber.example' }],
    saleshandy: [{ type: '9', note: 'Look at the profile', name: 'Cleo Berg', email: 'cleo@berg.example' }],
  });
  await openBoard();
  await expect.element(card('Call Anna')).toBeVisible();
  focus('Call Anna');
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(bar('3 selected')).toBeVisible();
  await userEvent.keyboard('a');
  const ben = page.getByRole('menuitem', { name: /^Ben Rep/ });
  await expect.element(ben).toHaveTextContent('2 of 3');
  await expect
    .element(page.getByRole('menu'))
    .toHaveTextContent('1 of 3 is at Saleshandy, where the assignee cannot be set.');
  await ben.click();
  await expect.poll(() => page.getByRole('img', { name: 'Assigned to Ben Rep' }).elements()).toHaveLength(2);
  await said(/^Gave 2 tasks to Ben Rep\./);
  await expect
    .element(page.getByText('1 of 3 stayed as it was: at Saleshandy, where the assignee cannot be set.'))
    .toBeVisible();
  await userEvent.keyboard('u');
  await said('Undone: gave 2 tasks to Ben Rep.');
  await expect.element(page.getByText(/stayed as it was/)).not.toBeInTheDocument();
});

test('after a change that leaves the cards in place the first of them has the focus', async () => {
  await openWorkspaceWith(4);
  await openBoard();
  await expect.element(card('Call 0')).toBeVisible();
  focus('Call 1');
  await userEvent.keyboard('x');
  await shiftClick('Call 2');
  await bar('2 selected').getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: /^High/ }).click();
  await said(/^Changed 2 tasks\./);
  const first = card('Call 1').element().getAttribute('aria-labelledby');
  await expect.poll(() => document.activeElement?.getAttribute('aria-labelledby')).toBe(first);
});

test('what was done can be taken back while it says which ones stayed as they were', async () => {
  await openWorkspace({
    tasks: [{ title: 'Call Anna' }],
    saleshandy: [{ type: '9', note: 'Look at the profile', name: 'Cleo Berg', email: 'cleo@berg.example' }],
  });
  await openBoard();
  await expect.element(card('Call Anna')).toBeVisible();
  focus('Call Anna');
  await userEvent.keyboard('{Control>}a{/Control}');
  await bar('2 selected').getByRole('button', { name: 'Priority' }).click();
  await page.getByRole('menuitem', { name: /^High/ }).click();
  const left = page.getByText(/^1 of 2 stayed as it was/);
  await expect.element(left).toBeVisible();
  const toast = page.getByRole('region', { name: 'Notifications' });
  await expect.element(toast.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  const height = left.element().closest('section')?.clientHeight ?? 0;
  const below = () => window.innerHeight - toast.element().getBoundingClientRect().bottom;
  await expect.poll(below).toBeGreaterThan(height);
});
