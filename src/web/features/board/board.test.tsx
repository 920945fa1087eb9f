import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { TaskFilter } from '#contract/task-filter';
import { mount } from '#testing/mount';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';
import { pressOn } from '#testing/press-on';

import { BoardUnderTest } from './board-under-test';

async function openBoard(start: TaskFilter = {}, openTask: string | null = null) {
  const opened: string[] = [];
  await mount(
    <BoardUnderTest start={start} openTask={openTask} onOpen={(taskId) => opened.push(taskId)}>
      {openTask !== null && (
        <aside data-task-panel>
          <button type="button">In the panel</button>
        </aside>
      )}
    </BoardUnderTest>,
  );
  return { opened };
}

/** What is still under way when a test ends would be told in the page of the next one. */
async function saidLast(words: string): Promise<void> {
  await expect.element(page.getByRole('status')).toHaveTextContent(words);
}

const column = (name: string) => page.getByRole('region', { name, exact: true });
const card = (where: string, title: string) =>
  column(where).getByRole('article', { name: title, exact: true });
const focused = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-labelledby') ?? '')?.textContent;

test('a dragged card lands in Completed at once and can be taken back', async () => {
  await openWorkspaceWith(3);
  await openBoard();
  await expect.element(card('Pending', 'Call 1')).toBeVisible();

  await userEvent.dragAndDrop(card('Pending', 'Call 1'), column('Completed'));

  expect(card('Completed', 'Call 1').elements()).toHaveLength(1);
  expect(card('Pending', 'Call 1').elements()).toHaveLength(0);
  await expect.element(card('Completed', 'Call 1')).toHaveTextContent(/held \d+ s/);
  await expect
    .element(page.getByText('Moved “Call 1” to Completed. Undo within 8 seconds.'))
    .toBeInTheDocument();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(card('Pending', 'Call 1')).toBeVisible();
  expect(card('Completed', 'Call 1').elements()).toHaveLength(0);
  await saidLast('Undone: completed “Call 1”.');
});

test('a card goes to Ignored by key, its neighbour takes the focus, and another key brings it back', async () => {
  await openWorkspaceWith(3);
  await openBoard();
  await expect.element(card('Pending', 'Call 1')).toBeVisible();
  (card('Pending', 'Call 0').element() as HTMLElement).focus();

  await userEvent.keyboard('i');

  await expect.element(card('Ignored', 'Call 0')).toBeVisible();
  await expect.poll(focused).toBe('Call 1');
  await userEvent.keyboard('u');
  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  await saidLast('Undone: ignored “Call 0”.');
});

test('a double click on Complete completes one task', async () => {
  await openWorkspaceWith(3);
  await openBoard();
  await expect.element(card('Pending', 'Call 0')).toBeVisible();

  // As the browser counts the clicks when the next card has slid under the pointer.
  const press = async (title: string, detail: number) => {
    await card('Pending', title).hover();
    const button = card('Pending', title).getByRole('button', { name: 'Complete' });
    await expect.element(button).toBeVisible();
    button.element().dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  };
  await press('Call 0', 1);
  await expect.element(card('Completed', 'Call 0')).toBeVisible();
  await press('Call 1', 2);
  await press('Call 2', 1);
  await expect.element(card('Completed', 'Call 2')).toBeVisible();

  expect(card('Pending', 'Call 1').elements()).toHaveLength(1);
  for (const done of ['Call 0', 'Call 2'])
    await expect.element(card('Completed', done)).toHaveTextContent(/held \d+ s/);
});

test('the last card hands the focus to its column, undo takes it back, and what is spoken stays true', async () => {
  await openWorkspace({ holdSeconds: 120, tasks: [{ title: 'Call 0' }] });
  await openBoard();
  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  (card('Pending', 'Call 0').element() as HTMLElement).focus();

  await userEvent.keyboard('i');

  await expect.element(card('Ignored', 'Call 0')).toBeVisible();
  await expect.element(column('Pending').getByRole('heading', { name: 'Pending' })).toHaveFocus();
  await expect.element(page.getByText(/Moved “Call 0” to Ignored. Undo within/)).toBeInTheDocument();
  await userEvent.keyboard('u');
  await expect.poll(focused).toBe('Call 0');
  await expect.element(page.getByRole('status')).toHaveTextContent('Undone: ignored “Call 0”.');
  await expect.element(page.getByText(/Undo within/)).not.toBeInTheDocument();
});

test('while the panel has the focus, keys act on the task that is open in it', async () => {
  const [, second] = await openWorkspaceWith(3);
  await openBoard({}, second?.id);
  await expect.element(card('Pending', 'Call 1')).toBeVisible();
  (page.getByRole('button', { name: 'In the panel' }).element() as HTMLElement).focus();

  await userEvent.keyboard('e');

  await expect.element(card('Completed', 'Call 1')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'In the panel' })).toHaveFocus();
});

test('End and Home go to the last and the first card', async () => {
  await openWorkspaceWith(40);
  await openBoard();
  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  (card('Pending', 'Call 0').element() as HTMLElement).focus();

  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('Call 39');
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('Call 0');
  await userEvent.keyboard('{PageDown}');
  await expect.poll(focused).not.toBe('Call 0');
});

test('arrows walk through cards and columns, Enter opens the card', async () => {
  const [, second] = await openWorkspaceWith(3);
  const { opened } = await openBoard();
  await expect.element(card('Pending', 'Call 2')).toBeVisible();
  await pressOn(card('Pending', 'Call 0'), 'Complete');
  await expect.element(card('Completed', 'Call 0')).toBeVisible();

  await expect.poll(focused).toBe('Call 1');
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([second?.id]);
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(focused).toBe('Call 2');
  await userEvent.keyboard('l');
  await expect.poll(focused).toBe('Call 0');
  await userEvent.keyboard('h');
  await expect.poll(focused).toMatch(/Call [12]/);
});

test('snoozing until tomorrow puts the card under Tomorrow and the focus on its neighbour', async () => {
  await openWorkspace({
    tasks: [
      { title: 'Late', dueInHours: -3 },
      { title: 'Later', dueInHours: -2 },
    ],
  });
  await openBoard();
  await expect.element(card('Pending', 'Late')).toBeVisible();
  (card('Pending', 'Late').element() as HTMLElement).focus();

  await userEvent.keyboard('s');
  await page.getByRole('menuitem', { name: /Tomorrow/ }).click();

  await expect.element(column('Pending').getByRole('heading', { name: /Tomorrow 1/ })).toBeVisible();
  await expect.poll(focused).toBe('Later');
});

test('a card that the vendor has closed says why it cannot come back', async () => {
  await openWorkspaceWith(1);
  await openBoard();
  await pressOn(card('Pending', 'Call 0'), 'Complete');
  // With the seconds, which only the server's answer brings.
  await expect.element(card('Completed', 'Call 0')).toHaveTextContent(/held \d+ s/);
  await fetch('/testing/deliver', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ aheadMs: 9000 }),
  });
  await expect.element(card('Completed', 'Call 0')).not.toHaveTextContent(/held|sending|waiting/);

  await pressOn(card('Completed', 'Call 0'), 'Move to…');

  const back = page.getByRole('menuitem', { name: /Reopen/ });
  await expect.element(back).toHaveTextContent('lemlist has no way back. Copy as a new task.');
  await expect.element(back).toHaveAttribute('aria-disabled', 'true');
});

test('a card whose completion may send says so before and after', async () => {
  await openWorkspace({ tasks: [{ title: 'Send the offer', type: 'linkedinSend', campaign: 'Spring' }] });
  await openBoard();
  await expect.element(card('Pending', 'Send the offer')).toHaveTextContent('may send');

  await pressOn(card('Pending', 'Send the offer'), 'Complete');

  await expect
    .element(
      page.getByText(
        'Moved “Send the offer” to Completed. lemlist may send a message. Undo within 20 seconds.',
      ),
    )
    .toBeInTheDocument();
});

test('a board filtered to nothing offers to clear the filters, and leaves alone what narrows nothing', async () => {
  await openWorkspaceWith(1);
  await openBoard({ q: 'nobody has this', closed: '7d' });

  await page.getByRole('button', { name: 'Clear filters' }).click();

  await expect.element(card('Pending', 'Call 0')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Completed shows: 7 days' })).toBeVisible();
});
