import { useSyncExternalStore } from 'react';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page, userEvent } from 'vitest/browser';

import { vendorRules } from '#contract/vendors';
import { sampleTask } from '#testing/sample-task';

import { OutcomeDialog } from './outcome-dialog';
import { answerOutcome, askOutcome, outcomeQuestion, subscribeToOutcomeQuestion } from './outcome-question';

const outcomes = vendorRules.saleshandy.callOutcomes;
const call = (id: string) =>
  sampleTask({ id, vendor: 'saleshandy', vendorType: '12', channel: 'call', title: '', text: 'Show it.' });

function Asker() {
  const question = useSyncExternalStore(subscribeToOutcomeQuestion, outcomeQuestion);
  return (
    <>
      <button type="button">A card</button>
      {question && <OutcomeDialog question={question} />}
    </>
  );
}

async function ask(...ids: string[]) {
  await render(<Asker />);
  (page.getByRole('button', { name: 'A card' }).element() as HTMLElement).focus();
  const said: string[] = [];
  for (const id of ids)
    askOutcome([call(id)], outcomes, (outcome) => outcome !== null && said.push(`${id} ${outcome}`));
  await expect.element(page.getByRole('dialog', { name: 'How did the call end?' })).toBeVisible();
  return said;
}

afterEach(() => {
  const question = outcomeQuestion();
  if (question) answerOutcome(question, null);
});

test('a figure is an answer', async () => {
  const said = await ask('a');
  await expect.element(page.getByText('Demo call: Show it.')).toBeVisible();

  await userEvent.keyboard('6');

  expect(said).toEqual(['a No Answer']);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('arrows walk through the list and Enter chooses', async () => {
  const said = await ask('a');
  await expect.element(page.getByRole('button', { name: 'Interested', exact: true })).toHaveFocus();

  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');

  expect(said).toEqual(['a Callback Later']);
});

test('Escape leaves the card where it was and gives it the focus back', async () => {
  const said = await ask('a');

  await userEvent.keyboard('{Escape}');

  await expect.element(page.getByRole('button', { name: 'A card' })).toHaveFocus();
  expect(said).toEqual([]);
});

test('several calls share one answer', async () => {
  const said = await ask('a', 'b');
  await expect.element(page.getByText('2 calls. The answer counts for all of them.')).toBeVisible();

  await page.getByRole('button', { name: 'Left Voicemail' }).click();

  expect(said).toEqual(['a Left Voicemail', 'b Left Voicemail']);
});
