import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';

import { createResults } from '#contract/command-result';
import { taskPage, type Task } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { useColumn } from '../../tasks/use-column';
import { useLiveChanges } from '../../tasks/use-live-changes';
import { TaskPanel } from './task-panel';

const everything = {};
const onClose = vi.fn<() => void>();
const panel = page.getByRole('complementary');
const more = panel.getByRole('region', { name: /^More for/ });

function Screen({ start }: { start: string }) {
  const [taskId, setTaskId] = useState(start);
  useLiveChanges(everything);
  useColumn(everything, 'pending');
  const nothing = () => {};
  return (
    <TaskPanel
      taskId={taskId}
      onOpen={setTaskId}
      onClose={onClose}
      onEdit={nothing}
      onAmend={nothing}
      onCopy={nothing}
    />
  );
}

async function openPanel(task: Task | undefined) {
  await mount(<Screen start={task!.id} />);
}

async function post(path: string, body: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return await (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

const complete = (task: Task | undefined) =>
  post('/api/commands', { id: crypto.randomUUID(), kind: 'complete', taskIds: [task!.id] });

const anna = { name: 'Anna Weber', email: 'anna@weber.example' };
const annaEverywhere = {
  tasks: [{ title: 'Call Anna', ...anna }],
  saleshandy: [{ type: '3', note: 'Say hello', dueDate: '2099-03-10', ...anna }] as const,
  leadlex: [{ title: 'Send the letter', ...anna }],
};

async function openAnna() {
  const { tasks } = await openWorkspace({
    ...annaEverywhere,
    saleshandy: [...annaEverywhere.saleshandy],
  });
  const of = (vendor: Task['vendor']) => tasks.find((task) => task.vendor === vendor);
  return { lemlist: of('lemlist'), saleshandy: of('saleshandy'), leadlex: of('leadlex') };
}

afterEach(() => {
  vi.restoreAllMocks();
  onClose.mockClear();
});

test('the panel lists what else there is for the person at every tool, and opens it in its place', async () => {
  const { lemlist } = await openAnna();
  await openPanel(lemlist);

  await expect.element(panel.getByRole('region', { name: 'More for Anna Weber' })).toBeVisible();
  await expect.element(more.getByRole('button', { name: /Send the letter.*LeadLex/ })).toBeVisible();
  const other = more.getByRole('button', { name: /LinkedIn message: Say hello Saleshandy Mar 10, 2099/ });
  await expect.element(other).toBeVisible();
  await expect.element(more.getByText(/Touched today/)).not.toBeInTheDocument();
  (other.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');

  const title = panel.getByRole('heading', { name: 'LinkedIn message: Say hello' });
  await expect.element(title).toHaveFocus();
  await expect.element(more.getByRole('button', { name: /Call Anna/ })).toBeVisible();
});

test('a task done elsewhere moves to what was done today, and the tools are named', async () => {
  const { lemlist, leadlex } = await openAnna();
  await openPanel(lemlist);
  await expect.element(more.getByRole('button', { name: /Send the letter/ })).toBeVisible();

  await complete(leadlex);
  await expect.element(more.getByRole('button', { name: /Send the letter.*completed today/ })).toBeVisible();
  await expect.element(more.getByText('Touched today: 1, with LeadLex')).toBeVisible();
  await panel.getByRole('button', { name: 'Complete', exact: true }).click();

  await expect.element(more.getByText('Touched today: 2 across lemlist and LeadLex')).toBeVisible();
});

test('a person with one task alone has no such list', async () => {
  const { tasks } = await openWorkspace({ tasks: [{ title: 'Call Anna' }] });
  await openPanel(tasks[0]);

  await expect.element(panel.getByText('Nothing was done to it on this board yet.')).toBeVisible();
  await expect.element(more).not.toBeInTheDocument();
});

test('a list that cannot be read says so and can be asked again', async () => {
  const { lemlist } = await openAnna();
  const { fetch: real } = window;
  // Broken until it is asked for again by hand: a live change may ask by itself in between.
  let isBroken = true;
  const mended = () => (isBroken = false);
  document.addEventListener('click', mended, { capture: true, once: true });
  const broken = vi.spyOn(window, 'fetch').mockImplementation((input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const isRefused = isBroken && url.includes('/person');
    return isRefused ? Promise.resolve(new Response('no', { status: 404 })) : real(input, init);
  });
  await openPanel(lemlist);
  await expect.element(more.getByText(/^The other tasks could not be read\./)).toBeVisible();

  await more.getByRole('button', { name: 'Try again' }).click();

  await expect.element(more.getByRole('button', { name: /Send the letter/ })).toBeVisible();
  broken.mockRestore();
});

async function createForTwo() {
  await openWorkspace({
    saleshandy: [
      { type: '9', note: 'Old', ...anna },
      { type: '9', note: 'Old', name: 'Ben Berg', email: 'ben@berg.example' },
    ],
  });
  const pending = async () =>
    taskPage.parse(await (await fetch('/api/tasks?status=pending&limit=200')).json()).items;
  const [first] = await pending();
  const parents = (await pending()).flatMap((task) => task.parents);
  const made = createResults.parse(
    await post('/api/tasks', {
      vendor: 'saleshandy',
      id: crypto.randomUUID(),
      connectionId: first!.connectionId,
      type: '9',
      text: 'New',
      due: { kind: 'date', date: '2099-01-01' },
      parents,
    }),
  );
  const tasks = made.results.flatMap((result) => (result.ok ? [result.task] : []));
  const people = async () =>
    (await pending()).flatMap(({ text, person }) => (text === 'New' ? person.name : []));
  return { tasks, people };
}

test('undoing a create for many people takes back the task of this person alone', async () => {
  const { tasks, people } = await createForTwo();
  await openPanel(tasks.find(({ person }) => person.name === 'Anna Weber'));

  await panel.getByRole('button', { name: 'Undo for Anna Weber' }).click();

  await expect.poll(people).toEqual(['Ben Berg']);
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('the same create can be taken back for all of them, where that is what is meant', async () => {
  const { tasks, people } = await createForTwo();
  await openPanel(tasks[0]);

  await panel.getByRole('button', { name: 'Undo for all' }).click();

  await expect.poll(people).toEqual([]);
});
