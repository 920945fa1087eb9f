import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { expect, onTestFinished, test } from 'vitest';
import { renderHook } from 'vitest-browser-react';

import type { TaskFilter } from '#contract/task-filter';
import { openWorkspaceWith } from '#testing/open-workspace';

import { checkLine, isLineDown } from '../../api/line';
import { sendCommand } from '../ledger/send-command';
import { createQueryClient } from '../query-client';
import { useColumn } from '../use-column';
import { useViewCounts } from '../views/use-view-counts';
import { loadDeviceSearch } from './use-device-board';

const patient = { timeout: 10_000 };
const everything: TaskFilter = {};
const soon = new Date(Date.now() + 72 * 3_600_000).toISOString();

test('a change without a server is seen and counted in every view, also where the card was not loaded', async () => {
  const tasks = await openWorkspaceWith(130);
  await loadDeviceSearch();
  const last = tasks.find(({ title }) => title === 'Call 129')!;
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = await renderHook(
    ({ filter = everything }: { filter?: TaskFilter } = {}) => ({
      pending: useColumn(filter, 'pending'),
      completed: useColumn(filter, 'completed'),
      ignored: useColumn(filter, 'ignored'),
      countOf: useViewCounts(),
    }),
    { wrapper },
  );
  const seen = () => {
    const { pending, ignored, countOf } = hook.result.current;
    return [pending.total, ignored.tasks.map(({ title }) => title), ignored.total, countOf('calls')];
  };
  await expect.poll(seen, patient).toEqual([130, [], 0, 130]);
  const own: TaskFilter = { email: 'anna-129@weber.example' };
  await hook.rerender({ filter: own });
  await expect.poll(seen, patient).toEqual([1, [], 0, 130]);

  await cutLine();
  sendCommand(client, { kind: 'ignore' }, [last]);
  await expect.poll(seen).toEqual([0, ['Call 129'], 1, 129]);
  await hook.rerender({ filter: everything });
  await expect.poll(seen).toEqual([129, ['Call 129'], 1, 129]);
});

test('what is put off without a server leaves the views that it no longer belongs to', async () => {
  const [first] = await openWorkspaceWith(2);
  await loadDeviceSearch();
  const client = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const bySoon: TaskFilter = { due: `..${soon.slice(0, 10)}` };
  const { result } = await renderHook(
    () => ({
      pending: useColumn(bySoon, 'pending'),
      completed: useColumn(bySoon, 'completed'),
      ignored: useColumn(bySoon, 'ignored'),
    }),
    { wrapper },
  );
  await expect.poll(() => result.current.pending.total, patient).toBe(2);
  await expect.poll(() => result.current.pending.tasks.length, patient).toBe(2);

  await cutLine();
  sendCommand(client, { kind: 'snooze', until: { kind: 'date', date: '2099-01-01' } }, [first!]);
  await expect
    .poll(() => [result.current.pending.total, result.current.pending.tasks.map(({ title }) => title)])
    .toEqual([1, ['Call 1']]);
});

/** Cuts the line of the whole page for the rest of the test. */
async function cutLine(): Promise<void> {
  const fetch = window.fetch.bind(window);
  window.fetch = () => Promise.reject(new TypeError('The line is cut.'));
  onTestFinished(async () => {
    window.fetch = fetch;
    checkLine();
    await expect.poll(isLineDown).toBe(false);
  });
  checkLine();
  await expect.poll(isLineDown).toBe(true);
}
