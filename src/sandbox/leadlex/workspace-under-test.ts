import { randomUUID } from 'node:crypto';

import type { Call, SandboxUnderTest } from '../sandbox-under-test';
import type { Permission } from './gate/permissions';
import type { Plan } from './gate/plans';
import { createLeadlexWorkspace } from './workspace';

/** A workspace of the test's own, with one user, and calls made with its key. */
export async function newWorkspace(
  { db, clock, send }: SandboxUnderTest,
  options: { plan?: Plan; permissions?: readonly Permission[] } = {},
) {
  const key = `wbk_${randomUUID()}`;
  const workspace = await createLeadlexWorkspace(db, { key, now: clock.now(), ...options });
  const userId = await workspace.users.add({ fullName: 'Noor Haddad', email: 'noor@firm.example' });
  const call = (method: string, path: string, { headers, ...rest }: Call = {}) =>
    send(method, `/leadlex/v1${path}`, {
      ...rest,
      headers: { authorization: `Bearer ${key}`, ...headers },
    });
  const read = async <Answer>(path: string, query?: Record<string, string>): Promise<Answer> =>
    (await (await call('GET', path, query === undefined ? {} : { query })).json()) as Answer;
  const backstage = async <Answer>(path: string): Promise<Answer> =>
    (await (await send('GET', `/control/leadlex${path}`, { query: { key } })).json()) as Answer;
  const setFaults = (...faults: Record<string, unknown>[]) =>
    send('PUT', '/control/leadlex/faults', { body: { key, faults } });
  return { ...workspace, key, userId, call, read, backstage, setFaults };
}
