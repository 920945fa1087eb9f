import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test('a key is taken as a bearer token', async () => {
  const { key } = await newWorkspace(sandbox);
  const headers = { authorization: `bearer ${key}` };
  expect((await sandbox.send('GET', '/leadlex/v1/users', { headers })).status).toBe(200);
});

test.each<[string, (key: string) => Record<string, string>]>([
  ['no header', () => ({})],
  ['a wrong key', () => ({ authorization: 'Bearer wbk_nobody' })],
  ['a key without its scheme', (key) => ({ authorization: key })],
  ['Basic', (key) => ({ authorization: `Basic ${Buffer.from(`:${key}`).toString('base64')}` })],
])('%s is refused with 401 invalid_key, an id of the request and a budget', async (_, headersFor) => {
  const { key } = await newWorkspace(sandbox);
  const answer = await sandbox.send('GET', '/leadlex/v1/tasks', { headers: headersFor(key) });
  expect([answer.status, await answer.json()]).toEqual([
    401,
    { error: { code: 'invalid_key', message: 'Invalid or expired API key' } },
  ]);
  expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
});

test('a key that may only read cannot write, and is told which permission it lacks', async () => {
  const { contacts, call, backstage } = await newWorkspace(sandbox, {
    permissions: ['activities:read', 'contacts:read'],
  });
  const contact_id = await contacts.add({});
  const answers = [
    await call('POST', '/tasks', { body: { title: 'x', contact_id } }),
    await call('PATCH', '/tasks/any', { body: { title: 'x' } }),
  ];
  for (const answer of answers) {
    expect([answer.status, await answer.json()]).toEqual([
      403,
      { error: { code: 'insufficient_permissions', message: 'Missing activities:write permission' } },
    ]);
  }
  expect((await call('GET', '/tasks')).status).toBe(200);
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test.each([
  ['/tasks', 'activities:read'],
  ['/contacts', 'contacts:read'],
  ['/contacts/1', 'contacts:read'],
  ['/deals', 'deals:read'],
  ['/deals/1', 'deals:read'],
  ['/companies', 'companies:read'],
  ['/calendar/events', 'calendar:read'],
  ['/users', 'users:read'],
])('GET %s asks for %s', async (path, permission) => {
  const { call } = await newWorkspace(sandbox, { permissions: ['activities:write'] });
  const answer = await call('GET', path);
  expect([answer.status, await answer.json()]).toMatchObject([
    403,
    { error: { message: `Missing ${permission} permission` } },
  ]);
});

test('an unknown path is not found, as JSON', async () => {
  const { call } = await newWorkspace(sandbox);
  const answer = await call('GET', '/lexi/tasks');
  expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
});

test.each(['/contacts/%00', '/deals/a%00b'])('no id has a null character: %s is not found', async (path) => {
  const { call } = await newWorkspace(sandbox);
  expect((await call('GET', path)).status).toBe(404);
});

test('no two requests have one id', async () => {
  const { call } = await newWorkspace(sandbox);
  const ids = [await call('GET', '/users'), await call('GET', '/none')].map(({ headers }) =>
    headers.get('x-request-id'),
  );
  expect(new Set([...ids, null]).size).toBe(3);
});
