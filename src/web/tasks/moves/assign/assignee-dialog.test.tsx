import { useSyncExternalStore } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { mount } from '#testing/mount';
import { openWorkspaceWith } from '#testing/open-workspace';

import type { Assignable } from './assignables';
import { AssigneeDialog } from './assignee-dialog';
import { assigneeQuestion } from './assignee-question';

function Asking() {
  const question = useSyncExternalStore(assigneeQuestion.subscribe, assigneeQuestion.current);
  return question && <AssigneeDialog question={question} />;
}

async function ask() {
  const heard: (string | undefined)[] = [];
  const hear = (person: Assignable | null) => heard.push(person?.name);
  const tasks = await openWorkspaceWith(1);
  await mount(<Asking />);
  assigneeQuestion.ask({ tasks, count: 1, hear });
  await expect.element(people.getByRole('button').first()).toBeVisible();
  return heard;
}

const name = page.getByRole('textbox', { name: 'Name' });
const people = page.getByRole('list', { name: 'People' });
afterEach(() => {
  const question = assigneeQuestion.current();
  if (question) assigneeQuestion.answer(question, null);
});

test('it says whose task it is, and Enter gives it to the first whose name fits', async () => {
  const heard = await ask();
  await expect.element(page.getByRole('dialog')).toHaveAccessibleDescription(/ · Call 0$/);
  await expect.element(name).toHaveFocus();
  await userEvent.keyboard('ben{Enter}');
  expect(heard).toEqual(['Ben Rep']);
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('the arrows go from the field to the first or the last, and round', async () => {
  await ask();
  const [first, last] = [people.getByRole('button').first(), people.getByRole('button').last()];
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(last).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(first).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(last).toHaveFocus();
});

test('a name that nobody has is said, and Enter gives the task to nobody', async () => {
  const heard = await ask();
  await userEvent.keyboard('zoe{Enter}');
  await expect.element(page.getByText('Nobody in the team is called “zoe”.')).toBeVisible();
  expect(heard).toEqual([]);
});
