import { randomUUID } from 'node:crypto';

import { createTestDatabase } from '#testing/database';

import { createLemlistTeam } from './lemlist/team';
import { createSandbox } from './sandbox';

export type Call = {
  query?: Record<string, string>;
  body?: unknown;
  /** Instead of `body`: text that is sent as it is. */
  rawBody?: string;
  headers?: Record<string, string>;
};

/** The header of a lemlist key, as its documents ask for it. */
export const lemlistAuth = (key: string) => `Basic ${Buffer.from(`:${key}`).toString('base64')}`;

/**
 * A sandbox on a database of its own, with a clock that stands still until a test moves it; `origin` is where it is
 * told to be served.
 */
export async function openSandbox({ origin }: { origin?: string } = {}) {
  const database = await createTestDatabase();
  const { db } = database;
  const clock = {
    time: new Date('2025-11-03T09:00:00.000Z'),
    now: () => clock.time,
    forward: (ms: number) => {
      clock.time = new Date(clock.time.getTime() + ms);
    },
  };
  const sandbox = await createSandbox({ db, clock, ...(origin !== undefined && { origin }) });

  const send = async (method: string, path: string, { query, body, rawBody, headers }: Call = {}) => {
    const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    return sandbox.app.request(`http://127.0.0.1:4400${path}${search}`, {
      method,
      headers: { ...(content === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(content === undefined ? {} : { body: content }),
    });
  };

  /** A team of the test's own, with one rep, and calls made with its key. */
  const newTeam = async (options: { rateLimit?: number } = {}) => {
    const key = `key-${randomUUID()}`;
    const team = await createLemlistTeam(db, { key, now: clock.now(), rateLimit: 1000, ...options });
    const userId = await team.users.add({ name: 'Ada Okonkwo', email: 'ada@team.example', role: 'admin' });
    const call = (method: string, path: string, { headers, ...rest }: Call = {}) =>
      send(method, `/lemlist/api${path}`, {
        ...rest,
        headers: { authorization: lemlistAuth(key), ...headers },
      });
    const read = async <Answer>(path: string, query?: Record<string, string>): Promise<Answer> =>
      (await (await call('GET', path, query === undefined ? {} : { query })).json()) as Answer;
    const backstage = async <Answer>(path: string): Promise<Answer> =>
      (await (await send('GET', `/control/lemlist${path}`, { query: { key } })).json()) as Answer;
    const setFaults = (...faults: Record<string, unknown>[]) =>
      send('PUT', '/control/lemlist/faults', { body: { key, faults } });
    return { ...team, key, userId, call, read, backstage, setFaults };
  };

  return { db, clock, sandbox, send, newTeam, close: () => database.destroy() };
}

export type SandboxUnderTest = Awaited<ReturnType<typeof openSandbox>>;
