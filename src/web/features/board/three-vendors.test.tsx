import { useSyncExternalStore } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import type { WantedWorkspace } from '#testing/browser-server';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';
import { pressOn } from '#testing/press-on';

import { OutcomeDialog } from '../../tasks/moves/outcome-dialog';
import {
  answerOutcome,
  outcomeQuestion,
  subscribeToOutcomeQuestion,
} from '../../tasks/moves/outcome-question';
import { BoardUnderTest } from './board-under-test';

function Asking() {
  const question = useSyncExternalStore(subscribeToOutcomeQuestion, outcomeQuestion);
  return question && <OutcomeDialog question={question} />;
}

async function openBoard(wanted: WantedWorkspace) {
  await openWorkspace(wanted);
  await mount(
    <BoardUnderTest>
      <Asking />
    </BoardUnderTest>,
  );
}

afterEach(() => {
  const question = outcomeQuestion();
  if (question) answerOutcome(question, null);
});

const column = (name: string) => page.getByRole('region', { name, exact: true, includeHidden: true });
const card = (where: string, title: string | RegExp) =>
  column(where).getByRole('article', { name: title, includeHidden: true });
async function expectTotal(where: string, count: number) {
  await expect.element(column(where)).toHaveTextContent(`${where}${count} task`);
}
const dialog = page.getByRole('dialog', { name: 'How did the call end?' });
const focused = () =>
  document.getElementById(document.activeElement?.getAttribute('aria-labelledby') ?? '')?.textContent;

const call = { saleshandy: [{ type: '12', note: 'Show the report.' } as const] };
const demo = 'Demo call: Show the report.';

test('a call stays where it is dropped while it is asked how it ended, and is completed by the answer', async () => {
  await openBoard(call);
  await expect.element(card('Pending', demo)).toBeVisible();

  await userEvent.dragAndDrop(card('Pending', demo), column('Completed'));

  await expect.element(dialog).toBeVisible();
  await expect.element(card('Completed', demo)).toHaveTextContent('how did it end?');
  expect(card('Pending', demo).elements()).toHaveLength(0);
  await expectTotal('Pending', 0);
  await dialog.getByRole('button', { name: 'Interested', exact: true }).click();

  await expect.element(card('Completed', demo)).toHaveTextContent(/held \d+ s/);
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(page.getByText(/Moved “Demo call .*” to Completed\. Undo within/)).toBeInTheDocument();
});

test('a call whose question is cancelled goes back where it was, with the focus', async () => {
  await openBoard({ saleshandy: [...call.saleshandy, { type: '9', note: 'Read the news.' }] });
  await expect.element(card('Pending', demo)).toBeVisible();
  await userEvent.dragAndDrop(card('Pending', demo), column('Completed'));
  await expect.element(card('Completed', demo)).toBeInTheDocument();

  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await expect.element(card('Pending', demo)).toBeVisible();
  expect(card('Completed', demo).elements()).toHaveLength(0);
  await expectTotal('Pending', 2);
  await expect.poll(focused).toBe(demo);
  await expect.element(card('Pending', demo)).not.toHaveTextContent('how did it end?');
});

test('a key and a menu ask the same, and the neighbour has the focus after the answer', async () => {
  await openBoard({
    saleshandy: [...call.saleshandy, { type: '9', note: 'Read the news.', dueDate: '2099-01-01' }],
  });
  await expect.element(card('Pending', demo)).toBeVisible();
  (card('Pending', demo).element() as HTMLElement).focus();

  await userEvent.keyboard('m');
  await page.getByRole('menuitem', { name: 'Completed' }).click();
  await expect.element(card('Completed', demo)).toHaveTextContent('how did it end?');
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe(demo);
  await userEvent.keyboard('e');
  await expect.element(card('Completed', demo)).toHaveTextContent('how did it end?');
  await userEvent.keyboard('6');

  await expect.poll(focused).toBe('Custom task: Read the news.');
  await expect.element(card('Completed', demo)).toHaveTextContent(/held \d+ s/);
});

test('what LeadLex cannot ignore is ignored on this board only, and says so', async () => {
  await openBoard({ leadlex: [{ title: 'Old lead' }] });
  await pressOn(card('Pending', 'Old lead'), 'Ignore');

  await expect
    .element(page.getByText(/Moved “Old lead” to Ignored\. Kept on this board only\./).first())
    .toBeVisible();
  // With the seconds, which only the server's answer brings.
  await expect.element(card('Ignored', 'Old lead')).toHaveTextContent(/held \d+ s/);
  await deliver();
  await expect.element(card('Ignored', 'Old lead')).toHaveTextContent('board only');
  await pressOn(card('Ignored', 'Old lead'), 'Reopen');
  await expect.element(card('Pending', 'Old lead')).toBeVisible();
});

test('a completed task comes back to Pending where the vendor can reopen it', async () => {
  await openBoard({ leadlex: [{ title: 'Draft the letter', status: 'in_progress' }] });
  await expect.element(card('Pending', 'Draft the letter')).toHaveTextContent('in progress');
  (card('Pending', 'Draft the letter').element() as HTMLElement).focus();

  await userEvent.keyboard('e');
  await expect.element(card('Completed', 'Draft the letter')).toHaveTextContent(/held \d+ s/);
  await deliver();
  await expect.element(card('Completed', 'Draft the letter')).not.toHaveTextContent(/held|sending|waiting/);
  await pressOn(card('Completed', 'Draft the letter'), 'Reopen');

  await expect.element(card('Pending', 'Draft the letter')).toBeVisible();
});

test('a card says how many more there are for its person at any tool, until they are done', async () => {
  await openBoard({
    tasks: [
      { title: 'Call Anna', email: 'Anna@weber.example' },
      { title: 'Call Ben', name: 'Ben Berg', email: 'ben@berg.example' },
    ],
    leadlex: [{ title: 'Send the letter', email: 'anna@weber.example' }],
  });
  const more = { name: '1 more for this person' };
  await expect.element(card('Pending', 'Send the letter').getByRole('img', more)).toBeVisible();
  await expect.element(card('Pending', 'Call Anna').getByRole('img', more)).toBeVisible();
  await expect
    .element(card('Pending', 'Call Ben').getByRole('img', { name: /more for/ }))
    .not.toBeInTheDocument();

  await pressOn(card('Pending', 'Call Anna'), 'Complete');

  await expect.element(card('Pending', 'Send the letter').getByRole('img', more)).not.toBeInTheDocument();
});

async function deliver() {
  const headers = { 'content-type': 'application/json' };
  await fetch('/testing/deliver', { method: 'POST', headers, body: JSON.stringify({ aheadMs: 9000 }) });
}
