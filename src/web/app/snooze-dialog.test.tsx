import { useSyncExternalStore } from 'react';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { page } from 'vitest/browser';

import { addToDate, dateIn, type Due } from '#contract/dates';
import type { Task } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { currentZone } from '../tasks/clock/clock';
import { snoozeQuestion } from '../tasks/moves/snooze-question';
import { SnoozeDialog } from './snooze-dialog';

function Screen() {
  const question = useSyncExternalStore(snoozeQuestion.subscribe, snoozeQuestion.current);
  return question && <SnoozeDialog question={question} />;
}

async function ask(task: Task) {
  const heard: (Due | null)[] = [];
  await render(<Screen />);
  snoozeQuestion.ask({ task, count: 1, hear: (until) => heard.push(until) });
  await expect.element(page.getByRole('dialog', { name: 'Snooze until' })).toBeVisible();
  return heard;
}

afterEach(() => {
  const question = snoozeQuestion.current();
  if (question) snoozeQuestion.answer(question, null);
});

const field = page.getByLabelText('Date');
const snooze = page.getByRole('button', { name: 'Snooze', exact: true });
const inDays = (days: number) => addToDate(dateIn(currentZone(), new Date()), days);

test('a date in words is where the task is put off to', async () => {
  const heard = await ask(sampleTask({ id: 'a', vendor: 'lemlist' }));
  await field.fill('in 5 days');
  await snooze.click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  const [until] = heard;
  expect(until?.kind === 'instant' && dateIn(currentZone(), new Date(until.at))).toBe(inDays(5));
});

test('where the vendor knows days alone it is a day, whatever time is typed', async () => {
  const heard = await ask(sampleTask({ id: 'a', vendor: 'saleshandy' }));
  await field.fill('in 5 days 10:00');
  await snooze.click();
  await expect.poll(() => heard).toEqual([{ kind: 'date', date: inDays(5) }]);
});

test('a day of the calendar stands in the field', async () => {
  const heard = await ask(sampleTask({ id: 'a', vendor: 'saleshandy' }));
  await page.getByRole('button', { name: 'Go to the Next Month' }).click();
  await page.getByRole('button', { name: /15th/ }).click();
  await expect.element(field).toHaveValue(expect.stringMatching(/^\w{3} \w{3} 15 \d{4}$/));
  await snooze.click();
  await expect.poll(() => heard).toMatchObject([{ kind: 'date', date: expect.stringMatching(/-15$/) }]);
});

test('what is no date, and what is past, is told at the field and nothing is done', async () => {
  const heard = await ask(sampleTask({ id: 'a', vendor: 'lemlist' }));
  await field.fill('soonish');
  await snooze.click();
  await expect.element(page.getByText(/^Type a date such as/)).toBeVisible();
  await field.fill('2020-01-01 09:00');
  await snooze.click();
  await expect.element(page.getByText('This is in the past. Choose a later time.')).toBeVisible();
  expect(heard).toEqual([]);
});

test('closed without an answer, nothing is done', async () => {
  const heard = await ask(sampleTask({ id: 'a' }));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => heard).toEqual([null]);
});
