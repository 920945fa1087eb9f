import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';

import type { Task } from '#contract/task';
import { task as taskSchema } from '#contract/task';
import { mount } from '#testing/mount';
import { openWorkspace, openWorkspaceWith } from '#testing/open-workspace';

import { useUndoKey } from '../../../tasks/steps/use-undo-key';
import { useColumn } from '../../../tasks/use-column';
import { useCommand } from '../../../tasks/use-command';
import { useLiveChanges } from '../../../tasks/use-live-changes';
import { LiveRegion } from '../../../ui/live-region';
import { Toasts } from '../../../ui/toast';
import { UndoToasts } from './undo-toasts';
import { useToldRefusals } from './use-told-refusals';

const spies = () => ({
  onOpen: vi.fn<(taskId: string) => void>(),
  onCopy: vi.fn<(task: Task) => void>(),
  onRecent: vi.fn<() => void>(),
});
type Spies = ReturnType<typeof spies>;
type Doing = ReturnType<typeof useCommand>;

function Screen({ given, onReady }: { given: Spies; onReady: (doing: Doing) => void }) {
  useLiveChanges({});
  useColumn({}, 'pending');
  useColumn({}, 'completed');
  useColumn({}, 'ignored');
  useToldRefusals(given);
  const undo = useUndoKey(given);
  onReady(useCommand());
  return (
    <>
      <button type="button" onClick={undo}>
        The undo key
      </button>
      <Toasts>
        <UndoToasts onOpen={given.onOpen} onRecent={given.onRecent} />
      </Toasts>
      <LiveRegion />
    </>
  );
}

/** A page as it is after it was loaded. */
async function openPage() {
  const given = spies();
  let doing: Doing | null = null;
  const screen = await mount(<Screen given={given} onReady={(commands) => (doing = commands)} />);
  return { ...given, ...doing!, reload: () => screen.unmount() };
}

const pressKey = () => page.getByRole('button', { name: 'The undo key' }).click();
const spoken = page.getByRole('status');
const shown = page.getByRole('region', { name: 'Notifications' });
const statusOf = async ({ id }: Task) =>
  taskSchema.parse(await (await fetch(`/api/tasks/${id}`)).json()).status;

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
}
const give = (kind: string, tasks: readonly Task[]) =>
  post('/api/commands', { id: crypto.randomUUID(), kind, taskIds: tasks.map(({ id }) => id) });

test('what was done before the page was loaded can be taken back, newest first and by name', async () => {
  const { tasks } = await openWorkspace({
    holdSeconds: 120,
    tasks: [
      { title: 'Call 0', dueInHours: 1 },
      { title: 'Call 1', dueInHours: 2 },
    ],
  });
  const first = await openPage();
  first.run({ kind: 'complete' }, [tasks[0]!]);
  await expect.element(spoken).toHaveTextContent(/“Call 0” to Completed\. Undo within/);
  first.run({ kind: 'ignore' }, [tasks[1]!]);
  await expect.element(shown.getByText('Moved “Call 1” to Ignored.')).toBeVisible();
  await expect.element(spoken).toHaveTextContent(/Undo within \d+ seconds/);
  await first.reload();

  await openPage();
  await expect.element(shown.getByText('Moved “Call 1” to Ignored.')).toBeVisible();
  await pressKey();
  await expect.element(spoken).toHaveTextContent('Undone: ignored “Call 1”.');
  await expect.element(shown.getByText('Moved “Call 0” to Completed.')).toBeVisible();
  await pressKey();
  await expect.element(spoken).toHaveTextContent('Undone: completed “Call 0”.');
  expect(await Promise.all(tasks.map(statusOf))).toEqual(['pending', 'pending']);
  await pressKey();
  await expect.element(spoken).toHaveTextContent('Nothing to undo.');
});

test('a new task can be shown, wherever on the board it has come', async () => {
  const { tasks, connectionId } = await openWorkspace({
    holdSeconds: 120,
    tasks: [{ title: 'There already' }],
  });
  const [{ parents, assignee }] = tasks as [Task];
  const id = crypto.randomUUID();
  const due = { kind: 'instant', at: '2099-03-01T09:00:00.000Z' };
  const input = { type: 'manual', title: 'Call back', due, assigneeId: assignee?.id, parents };
  await post('/api/tasks', { vendor: 'lemlist', id, connectionId, ...input });
  const { onOpen } = await openPage();
  await expect.element(shown.getByText('Call back')).toBeVisible();
  await shown.getByRole('button', { name: 'Show' }).click();
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/-/));
});

test('different commands given together are one step with one notice, and go back at once', async () => {
  const tasks = await openWorkspaceWith(3);
  const { runTogether } = await openPage();
  const until = (day: number) => ({ kind: 'instant' as const, at: `2099-03-0${day}T09:00:00.000Z` });
  runTogether([
    { command: { kind: 'snooze', until: until(1) }, tasks: tasks.slice(0, 1) },
    { command: { kind: 'snooze', until: until(2) }, tasks: tasks.slice(1) },
  ]);
  await expect.element(shown.getByText('Snoozed 3 tasks.')).toBeVisible();
  await expect.element(spoken).toHaveTextContent(/Snoozed 3 tasks\. Undo within/);
  await pressKey();
  await expect.element(spoken).toHaveTextContent('Undone: snoozed 3 tasks.');
  const dues = await Promise.all(
    tasks.map(async ({ id }) => taskSchema.parse(await (await fetch(`/api/tasks/${id}`)).json()).due),
  );
  expect(dues).toEqual(tasks.map(({ due }) => due));
});

test('of many those that have left are named with what can be done, the others are back', async () => {
  const { tasks } = await openWorkspace({
    holdSeconds: 60,
    outboundHoldSeconds: 600,
    tasks: [
      { title: 'Write 0', campaign: 'Spring' },
      { title: 'Write 1', campaign: 'Spring' },
      { title: 'Call 2' },
      { title: 'Call 3' },
    ],
  });
  const { onRecent, run } = await openPage();
  run({ kind: 'complete' }, tasks);
  await expect.element(shown.getByText(/^Moved 4 tasks to Completed\./)).toBeVisible();
  await expect.element(spoken).toHaveTextContent(/Undo within/);
  await post('/testing/deliver', { aheadMs: 61_000 });

  await pressKey();

  await expect.element(shown.getByText('Undone: completed 2 tasks. Too late for 2.')).toBeVisible();
  await expect
    .element(
      shown.getByText(
        /^Too late to undo (“Call 2”, “Call 3”|“Call 3”, “Call 2”): lemlist has it already and offers no way back\.$/,
      ),
    )
    .toBeVisible();
  await shown.getByRole('button', { name: 'Recent changes' }).first().click();
  expect(onRecent).toHaveBeenCalledOnce();
  const statuses = await Promise.all(tasks.map(statusOf));
  expect(Object.fromEntries(tasks.map(({ title }, index) => [title, statuses[index]]))).toEqual({
    'Write 0': 'pending',
    'Write 1': 'pending',
    'Call 2': 'completed',
    'Call 3': 'completed',
  });
});

test('where the newest has left already the key says that it took an older one back', async () => {
  const { tasks } = await openWorkspace({
    holdSeconds: 60,
    outboundHoldSeconds: 600,
    tasks: [{ title: 'Write to Ben', campaign: 'Spring' }, { title: 'Call Anna' }],
  });
  const { onRecent, run } = await openPage();
  run({ kind: 'complete' }, [tasks[0]!]);
  await expect.element(spoken).toHaveTextContent(/Undo within/);
  run({ kind: 'ignore' }, [tasks[1]!]);
  await expect.element(spoken).toHaveTextContent(/“Call Anna” to Ignored\. Undo within/);
  await post('/testing/deliver', { aheadMs: 61_000 });
  const words =
    'Undone: completed “Write to Ben”. Too late for the newer one, ignored “Call Anna”: lemlist has it and has no way back.';
  await expect
    .poll(async () => {
      const steps = await (await fetch('/api/commands')).json();
      return steps.items[0].states.sent;
    })
    .toBe(1);
  await pressKey();
  await expect.element(spoken).toHaveTextContent(words);
  await shown.getByRole('button', { name: 'Recent changes' }).first().click();
  expect(onRecent).toHaveBeenCalledOnce();
});

test('after the delivery the key says by name that there is no way back, and offers a copy', async () => {
  const { tasks } = await openWorkspace({ holdSeconds: 0, tasks: [{ title: 'Call Anna' }] });
  await give('complete', tasks);
  await post('/testing/deliver', { aheadMs: 1000 });
  const { onCopy } = await openPage();
  await expect
    .poll(async () => {
      await pressKey();
      return spoken.element().textContent;
    })
    .toContain('Too late to undo: completed “Call Anna”. lemlist has it and has no way back.');
  await shown.getByRole('button', { name: 'Copy as new' }).first().click();
  await expect.poll(() => onCopy.mock.calls[0]?.[0].title).toBe('Call Anna');
});

test('after the delivery the key offers to reopen where the vendor can', async () => {
  const { tasks } = await openWorkspace({ holdSeconds: 0, leadlex: [{ title: 'Prepare the offer' }] });
  const [task] = tasks;
  await give('complete', [task!]);
  await post('/testing/deliver', { aheadMs: 1000 });
  await openPage();
  await expect
    .poll(async () => {
      await pressKey();
      return spoken.element().textContent;
    })
    .toContain('Too late to undo: completed “Prepare the offer”. LeadLex has it and can reopen it.');
  await shown.getByRole('button', { name: 'Reopen' }).first().click();
  await expect.poll(() => statusOf(task!)).toBe('pending');
});
