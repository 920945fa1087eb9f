import { useQuery } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';

import type { Task } from '#contract/task';
import type { Vendor } from '#contract/vendors';
import { mount } from '#testing/mount';
import { openWorkspace } from '#testing/open-workspace';

import { connectionQueries } from '../../../tasks/queries';
import { HistoryList } from './history-list';

async function post(path: string, body: object) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
  return (await response.json()) as { results: { task: Task }[] };
}
const give = (kind: string, task: Task, more: object = {}) =>
  post('/api/commands', { id: crypto.randomUUID(), kind, taskIds: [task.id], ...more });

function Screen({ task }: { task: Task }) {
  const { data = [] } = useQuery(connectionQueries.list());
  return <HistoryList task={task} connection={data.find(({ id }) => id === task.connectionId)} />;
}

async function openHistory(task: Task) {
  await mount(<Screen task={task} />);
}

const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });

const one = {
  lemlist: { tasks: [{ title: 'Call Anna' }] },
  saleshandy: { saleshandy: [{ type: '12' as const }] },
  leadlex: { leadlex: [{ title: 'Prepare the offer' }] },
};

test.each<[string, Vendor, object, string, string]>([
  ['complete', 'lemlist', {}, 'Completing · not sent to lemlist yet', 'Status: Pending → Completed'],
  ['complete', 'saleshandy', { outcome: 'Interested' }, 'Completing', 'Outcome: Interested'],
  ['ignore', 'lemlist', {}, 'Ignoring · not sent to lemlist yet', 'Status: Pending → Ignored'],
  ['ignore', 'leadlex', {}, 'Ignoring · on this board only', 'Status: Pending → Ignored'],
  [
    'snooze',
    'saleshandy',
    { until: { kind: 'date', date: '2099-03-10' } },
    'Snoozing · not sent to Saleshandy yet',
    '→ Tuesday',
  ],
  [
    'edit',
    'lemlist',
    { changes: { title: 'Call Ben', priority: 'high' } },
    'Changing · not sent to lemlist yet',
    'Title: Call Anna → Call Ben',
  ],
])('what is to %s at %s shows old and new, who and when', async (kind, vendor, more, words, change) => {
  const { tasks } = await openWorkspace(one[vendor]);
  const task = tasks.find((each) => each.vendor === vendor)!;
  await give(kind, task, more);
  await openHistory(task);
  await expect.element(line(words)).toHaveTextContent(change);
  await expect.element(line(words)).toHaveTextContent('A rep');
  await expect.element(line(words)).toHaveTextContent('just now');
});

test('a reopened task shows both steps with the vendor’s answers', async () => {
  const { tasks } = await openWorkspace(one.leadlex);
  const task = tasks.find(({ vendor }) => vendor === 'leadlex')!;
  await give('complete', task);
  await post('/testing/deliver', { aheadMs: 61_000 });
  await give('reopen', task);
  await post('/testing/deliver', { aheadMs: 61_000 });
  await openHistory(task);
  await expect.element(line('Reopened · LeadLex has it')).toHaveTextContent('Status: Completed → Pending');
  await expect.element(line('Completed · LeadLex has it')).toHaveTextContent('Status: Pending → Completed');
});

test('a change that was taken back was never answered, and says who took it back', async () => {
  const { tasks } = await openWorkspace({ ...one.lemlist, holdSeconds: 60 });
  const id = crypto.randomUUID();
  await post('/api/commands', { id, kind: 'complete', taskIds: [tasks[0]!.id] });
  document.cookie = `rep=${encodeURIComponent('{"name":"Ben Rep","email":null}')}; path=/`;
  await fetch(`/api/commands/${id}`, { method: 'DELETE' });
  document.cookie = 'rep=; path=/; Max-Age=0';
  await openHistory(tasks[0]!);
  const undone = line('Completing · undone by Ben Rep, lemlist never heard of it');
  await expect.element(undone).toHaveTextContent('A rep · undone just now');
  await expect.element(undone).not.toHaveTextContent('answered');
});

test('an undo that came too late is told in the history', async () => {
  const { tasks } = await openWorkspace(one.lemlist);
  const id = crypto.randomUUID();
  await post('/api/commands', { id, kind: 'complete', taskIds: [tasks[0]!.id] });
  await post('/testing/deliver', { aheadMs: 61_000 });
  expect((await fetch(`/api/commands/${id}`, { method: 'DELETE' })).status).toBe(409);
  await openHistory(tasks[0]!);
  await expect
    .element(line('Completed · lemlist has it'))
    .toHaveTextContent('Undo by a rep came too late: lemlist had it by then');
});

test('a new task shows what was filled in', async () => {
  const { connectionId, tasks } = await openWorkspace(one.lemlist);
  const { assignee, parents } = tasks[0]!;
  const { results } = await post('/api/tasks', {
    vendor: 'lemlist',
    id: crypto.randomUUID(),
    connectionId,
    type: 'phone',
    title: 'Call Cem',
    priority: 'high',
    due: { kind: 'instant', at: '2099-03-10T09:00:00Z' },
    assigneeId: assignee!.id,
    parents: parents.map(({ kind, id, name }) => ({ kind, id, name })),
  });
  await openHistory(results[0]!.task);
  const created = line('Creating');
  for (const words of ['Title: Call Cem', 'Priority: High priority', 'Type: Phone call'])
    await expect.element(created).toHaveTextContent(words);
  await expect.element(created).toHaveTextContent(`Assignee: ${assignee!.name}`);
});
