import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';

import { readFilter } from '#contract/filter/filter-query';
import type { Task, TaskPage } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';
import { openWorkspace } from '#testing/open-workspace';

import { checkLine, isLineDown } from '../../api/line';
import { sendCommand } from '../ledger/send-command';
import { requestParams } from '../queries';
import { createQueryClient } from '../query-client';
import { useColumn, useSearchedHere } from '../use-column';
import { deviceBoard } from './device-board';
import { loadDeviceSearch } from './use-device-board';

const everything: TaskFilter = {};
const patient = { timeout: 10_000 };

const openTasks = async () =>
  await openWorkspace({
    tasks: [
      { title: 'Call Anna', name: 'Anna Weber', email: 'anna@weber.example', dueInHours: -2 },
      {
        title: 'Write Ben',
        name: 'Ben Ödön',
        email: 'ben@oedoen.example',
        type: 'email',
        campaign: 'Spring',
      },
      { title: 'Plan 100 %', name: 'Cem Kaya', email: 'cem@kaya.example', type: 'manual', dueInHours: 30 },
    ],
    saleshandy: [{ name: 'Dana Rhys', email: 'dana@rhys.example', note: 'Bring the offer' }],
    leadlex: [{ title: 'Prepare the offer', name: 'Eva Lind', email: 'eva@lind.example' }],
  });

const searches = [
  'q=the OFFER',
  'q=ödön',
  'q=100 %',
  'q=_',
  'vendor=leadlex,lemlist',
  'channel=email,call',
  'type=-phone',
  'priority=none',
  'assignee=none',
  'assignee=-none',
  'campaign=any',
  'campaign=none&channel=call',
  'campaignState=-running',
  'due=today',
  'due=overdue',
  'due=..today',
  'due=week',
  'due=none',
  'name=ANNA WEBER',
  'email=ben@oedoen.example',
  'state=held',
  'state=failed',
  'sort=person',
  'sort=newest',
  'closed=7d',
];

test('what is found on the device is what the server finds', async () => {
  const { tasks } = await openTasks();
  await post({ kind: 'complete', taskIds: [tasks[0]!.id] });
  const read = async (filter: TaskFilter, status: string): Promise<Task[]> => {
    const query = requestParams(filter);
    query.set('status', status);
    return ((await (await fetch(`/api/tasks?${query}`)).json()) as TaskPage).items;
  };
  const all = [
    ...(await read({ closed: 'all' }, 'pending')),
    ...(await read({ closed: 'all' }, 'completed')),
  ];
  expect(all).toHaveLength(5);
  for (const search of searches) {
    const { filter, dropped } = readFilter(search);
    expect(dropped).toEqual([]);
    const zone = requestParams({}).get('tz')!;
    const { board } = deviceBoard(all, filter, { now: new Date(), zone, me: [] });
    for (const status of ['pending', 'completed'] as const) {
      const found = board[status]?.tasks.map(({ title, vendorType }) => [title, vendorType]);
      const there = (await read(filter, status)).map(({ title, vendorType }) => [title, vendorType]);
      expect([search, status, found]).toEqual([search, status, there]);
    }
  }
});

async function post(command: object): Promise<void> {
  await fetch('/api/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), ...command }),
  });
}

test('a search without a server looks through the cards that are here, and asks the server once it is back', async () => {
  const { tasks } = await openTasks();
  await loadDeviceSearch();
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = await renderHook(
    ({ filter = everything }: { filter?: TaskFilter } = {}) => ({
      pending: useColumn(filter, 'pending'),
      completed: useColumn(filter, 'completed'),
      ignored: useColumn(filter, 'ignored'),
      here: useSearchedHere(filter),
    }),
    { wrapper },
  );
  const titles = () => hook.result.current.pending.tasks.map(({ title }) => title);
  await expect.poll(titles, patient).toHaveLength(5);
  await expect.poll(() => hook.result.current.ignored.status).toBe('ready');

  const mend = await cutLine();
  await hook.rerender({ filter: { q: 'call anna' } });
  await expect.poll(titles).toEqual(['Call Anna']);
  const { pending, here } = hook.result.current;
  expect(pending).toMatchObject({ status: 'ready', total: 1, hasMore: false });
  expect(here?.words).toBe('Searching the 5 cards on this device; Outboard does not answer.');

  const anna = tasks.find(({ title }) => title === 'Call Anna')!;
  sendCommand(client, { kind: 'ignore' }, [anna]);
  await expect.poll(() => hook.result.current.ignored.tasks.map(({ id }) => id)).toEqual([anna.id]);
  expect(titles()).toEqual([]);

  await mend();
  await expect.poll(() => hook.result.current.here).toBeNull();
  await expect.poll(() => hook.result.current.ignored.total, patient).toBe(1);
});

/** Cuts the line of the whole page; answers how to mend it. */
async function cutLine() {
  const fetch = window.fetch.bind(window);
  window.fetch = () => Promise.reject(new TypeError('The line is cut.'));
  const mend = async () => {
    window.fetch = fetch;
    checkLine();
    await expect.poll(isLineDown).toBe(false);
  };
  onTestFinished(mend);
  checkLine();
  await expect.poll(isLineDown).toBe(true);
  return mend;
}
