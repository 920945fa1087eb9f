import { randomUUID } from 'node:crypto';

import type { Call, SandboxUnderTest } from '../sandbox-under-test';
import { createSaleshandyTeam } from './team';

/** A team of the test's own, with one rep, and calls made with its key. */
export async function saleshandyTeam(
  { db, clock, send }: SandboxUnderTest,
  options: { rateLimit?: number } = {},
) {
  const key = `key-${randomUUID()}`;
  const team = await createSaleshandyTeam(db, { key, now: clock.now(), rateLimit: 1000, ...options });
  const userId = await team.users.add({ name: 'Ada Okonkwo', email: 'ada@team.example', role: 'admin' });
  const call = (method: string, path: string, { headers, ...rest }: Call = {}) =>
    send(method, `/saleshandy/v1${path}`, { ...rest, headers: { 'x-api-key': key, ...headers } });
  const read = async <Answer>(path: string, query?: Record<string, string>): Promise<Answer> =>
    (await (await call('GET', path, query === undefined ? {} : { query })).json()) as Answer;
  const tasksOf = async (query: Record<string, string> = {}): Promise<ListedTask[]> =>
    (await read<{ payload: { tasks: ListedTask[] } }>('/tasks', query)).payload.tasks;
  const backstage = async <Answer>(path: string): Promise<Answer> =>
    (await (await send('GET', `/control/saleshandy${path}`, { query: { key } })).json()) as Answer;
  const setFaults = (...faults: Record<string, unknown>[]) =>
    send('PUT', '/control/saleshandy/faults', { body: { key, faults } });
  return { ...team, key, userId, call, read, tasksOf, backstage, setFaults };
}

export type ListedTask = {
  taskId: string;
  taskType: string;
  taskNote: string | null;
  status: string;
  dueDate: string;
  snoozedUntil: string | null;
  callOutcome: string | null;
};
