import { useState, useSyncExternalStore } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';
import type { WantedWorkspace } from '#testing/browser-server';
import { mount } from '#testing/mount';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';

import { OutcomeDialog } from '../../tasks/moves/outcome-dialog';
import {
  answerOutcome,
  outcomeQuestion,
  subscribeToOutcomeQuestion,
} from '../../tasks/moves/outcome-question';
import { snoozeQuestion } from '../../tasks/moves/snooze-question';
import { useColumn } from '../../tasks/use-column';
import { useLiveChanges } from '../../tasks/use-live-changes';
import { HeldKeys } from '../../ui/held-keys';
import { LiveRegion } from '../../ui/live-region';
import { Toasts } from '../../ui/toast';
import { FocusQueue } from './focus-queue';

const focus = page.getByRole('dialog', { name: 'Focus: All open' });
const title = focus.getByRole('heading', { level: 2 });
const everything: TaskFilter = {};
const onFollowUp = vi.fn<(task: Task) => void>();
const onClose = vi.fn<() => void>();

function Screen({ start, anew }: { start: string; anew: boolean }) {
  const [wanted, setWanted] = useState(start);
  const question = useSyncExternalStore(subscribeToOutcomeQuestion, outcomeQuestion);
  useLiveChanges(everything);
  // The board behind has read these.
  useColumn(everything, 'completed');
  useColumn(everything, 'ignored');
  return (
    <>
      <FocusQueue
        filter={everything}
        viewName="All open"
        wanted={wanted}
        onWant={setWanted}
        anew={anew}
        onClose={onClose}
        onFollowUp={onFollowUp}
        onHelp={() => {}}
        undoWays={{ onOpen: () => {}, onCopy: () => {}, onRecent: () => {} }}
        renderDetails={(task) => <p>{task.text}</p>}
      />
      <output aria-label="Address">{wanted}</output>
      <Toasts />
      <LiveRegion />
      {question !== null && <OutcomeDialog question={question} />}
    </>
  );
}

async function open(start = '', anew = true) {
  return await mount(<Screen start={start} anew={anew} />);
}

async function openWith(wanted: WantedWorkspace) {
  const { tasks } = await openWorkspace(wanted);
  await open();
  return tasks;
}

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  const question = outcomeQuestion();
  if (question !== null) answerOutcome(question, null);
});

test('e, i and j work the view down to an end that says what was done and what is left', async () => {
  await openWorkspaceWith(4);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  await expect.element(focus.getByText('1 of 4')).toBeVisible();
  await userEvent.keyboard('e');
  await expect.element(title).toHaveTextContent('Call 1');
  await expect.element(focus.getByText('2 of 4')).toBeVisible();
  await userEvent.keyboard('i');
  await expect.element(title).toHaveTextContent('Call 2');
  await userEvent.keyboard('jj');
  await expect.element(title).toHaveTextContent('That was the last one');
  await expect.element(focus.getByText('1 completed, 1 ignored; 2 left.')).toBeVisible();
  await focus.getByRole('button', { name: 'Work on the 2 that are left' }).click();
  await expect.element(title).toHaveTextContent('Call 2');
  await expect.element(focus.getByText('3 of 4')).toBeVisible();
});

test('a letter typed while something over it is fetched does nothing to the task', async () => {
  await openWorkspaceWith(1);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  const fetched = await render(<HeldKeys />);
  await userEvent.keyboard('e');
  await fetched.unmount();
  await userEvent.keyboard('j');
  await expect.element(title).toHaveTextContent('That was the last one');
  await expect.element(focus.getByText('Nothing done; 1 left.')).toBeVisible();
});

test('each task takes the focus at its title, with its place and its person', async () => {
  await openWorkspaceWith(2);
  await open();
  await expect.element(title).toHaveFocus();
  await expect.element(title).toHaveAccessibleDescription(/^1 of 2 Anna Weber · Weber Ltd Call/);
  await focus.getByRole('button', { name: 'Next' }).click();
  await expect.element(title).toHaveTextContent('Call 1');
  await expect.element(title).toHaveFocus();
  await userEvent.keyboard('kk');
  await expect.element(page.getByRole('status').getByText('This is the first task.')).toBeInTheDocument();
});

test('Ctrl+Z brings the task that was just completed back in hand', async () => {
  await openWorkspaceWith(3);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  await userEvent.keyboard('e');
  await expect.element(title).toHaveTextContent('Call 1');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(title).toHaveTextContent('Call 0');
  await expect.element(focus.getByText('1 of 3')).toBeVisible();
});

test('a snoozed task does not come round again, though the view still holds it', async () => {
  await openWorkspaceWith(2);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  await userEvent.keyboard('s');
  await page.getByRole('menuitem', { name: 'Next week' }).click();
  await expect.element(title).toHaveTextContent('Call 1');
  await expect.element(title).toHaveFocus();
  await expect.element(focus.getByText('2 of 2')).toBeVisible();
  await userEvent.keyboard('e');
  await expect.element(title).toHaveTextContent('All done');
  await expect.element(focus.getByText('1 completed, 1 snoozed; nothing left.')).toBeVisible();
});

test('the times to snooze say their day, a digit chooses one, and any other date can be picked', async () => {
  await openWorkspaceWith(2);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  await userEvent.keyboard('s');
  const nextWeek = page.getByRole('menuitem', { name: /Next week/ });
  await expect.element(nextWeek).toHaveTextContent(/Mon.*9:00/);
  const pick = page.getByRole('menuitem', { name: 'Pick a date…' });
  await userEvent.keyboard(pick.element().getAttribute('aria-keyshortcuts') ?? '');
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  const question = snoozeQuestion.current();
  expect(question?.task.title).toBe('Call 0');
  if (question !== null) snoozeQuestion.answer(question, null);
  await expect.element(title).toHaveTextContent('Call 0');

  await userEvent.keyboard('s');
  await userEvent.keyboard(nextWeek.element().getAttribute('aria-keyshortcuts') ?? '');
  await expect.element(title).toHaveTextContent('Call 1');
});

test('a call whose tool asks how it ended stays in hand until that is said', async () => {
  await openWith({
    saleshandy: [
      { type: '12', note: 'Ring' },
      { type: '13', name: 'Ben Busch' },
    ],
  });
  await expect.element(focus.getByText('1 of 2')).toBeVisible();
  const first = title.element().textContent;
  if (!first?.includes('Ring')) await userEvent.keyboard('j');
  await expect.element(title).toHaveTextContent('Ring');
  await userEvent.keyboard('e');
  await expect.element(page.getByRole('dialog', { name: 'How did the call end?' })).toBeVisible();
  expect(document.querySelector('[data-focus-queue] h2')?.textContent).toContain('Ring');
  await userEvent.keyboard('1');
  await expect.element(title).not.toHaveTextContent('Ring');
  await expect.element(title).toHaveFocus();
});

test('a task that is closed elsewhere is passed over with a word', async () => {
  const [first] = await openWorkspaceWith(2);
  await open();
  await expect.element(title).toHaveTextContent('Call 0');
  const body = { id: crypto.randomUUID(), kind: 'complete', taskIds: [first!.id] };
  const headers = { 'content-type': 'application/json' };
  await fetch('/api/commands', { method: 'POST', headers, body: JSON.stringify(body) });
  await expect.element(title).toHaveTextContent('Call 1');
  await expect
    .element(page.getByRole('region', { name: 'Notifications' }).getByText(/^Skipped: “Call 0” is completed/))
    .toBeVisible();
  await expect.element(focus.getByText('1 of 1')).toBeVisible();
});

test('a page that is loaded again stands at its task and knows what was done', async () => {
  const tasks = await openWorkspaceWith(4);
  const { unmount } = await open();
  await expect.element(title).toHaveTextContent('Call 0');
  await userEvent.keyboard('ej');
  await expect.element(title).toHaveTextContent('Call 2');
  await expect.element(page.getByLabelText('Address', { exact: true })).toHaveTextContent(tasks[2]!.id);
  await unmount();
  await open(tasks[2]!.id, false);
  await expect.element(title).toHaveTextContent('Call 2');
  await expect.element(focus.getByText('3 of 4')).toBeVisible();
});

test('a link to a task far below is found without reading all, one that is gone begins at the first', async () => {
  const tasks = await openWorkspaceWith(130);
  const { unmount } = await open(tasks[90]!.id);
  await expect.element(title).toHaveTextContent('Call 90');
  await expect.element(focus.getByText('91 of 130')).toBeVisible();
  await unmount();
  await open('00000000-0000-4000-8000-000000000000');
  await expect.element(title).toHaveTextContent('Call 0');
});

test('the contact, the message and a follow-up are at hand', async () => {
  const [task] = await openWith({ tasks: [{ title: 'Call Anna', message: 'Hello' }] });
  await expect.element(title).toHaveTextContent('Call Anna');
  await expect
    .element(focus.getByRole('link', { name: 'Email anna@weber.example' }))
    .toHaveAttribute('href', 'mailto:anna@weber.example');
  await expect.element(focus.getByRole('button', { name: 'No LinkedIn address is known' })).toBeDisabled();
  await userEvent.keyboard('n');
  expect(onFollowUp).toHaveBeenCalledWith(expect.objectContaining({ id: task!.id }));
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

test('a view without open tasks says so', async () => {
  await openWith({ tasks: [] });
  await expect.element(title).toHaveTextContent('No open task here');
});
