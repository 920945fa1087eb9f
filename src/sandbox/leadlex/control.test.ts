import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../sandbox-under-test';
import { newWorkspace } from './workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

async function workspaceWithContact() {
  const workspace = await newWorkspace(sandbox);
  const contact_id = await workspace.contacts.add({});
  const someone = (method: string, path: string, body: object) =>
    sandbox.send(method, `/control/leadlex${path}`, { body: { key: workspace.key, ...body } });
  return { ...workspace, contact_id, someone };
}

test('somebody in LeadLex makes, changes, completes and deletes tasks', async () => {
  const { key, contact_id, someone, read, backstage } = await workspaceWithContact();
  const create = async (title: string) =>
    ((await (await someone('POST', '/tasks', { title, contact_id })).json()) as { id: string }).id;
  const [kept, done, gone] = [await create('kept'), await create('done'), await create('gone')];
  await someone('PATCH', `/tasks/${kept}`, { title: 'renamed' });
  await someone('PATCH', `/tasks/${done}`, { status: 'completed' });
  const remove = () => sandbox.send('DELETE', `/control/leadlex/tasks/${gone}`, { query: { key } });
  expect([(await remove()).status, (await remove()).status]).toEqual([200, 404]);
  expect(await backstage('/calls')).toEqual({ calls: [] });
  const { tasks } = await backstage<{ tasks: { title: string; status: string }[] }>('/tasks');
  expect(Object.fromEntries(tasks.map(({ title, status }) => [title, status]))).toEqual({
    renamed: 'open',
    done: 'completed',
  });
  expect(await read('/tasks', { status: 'open' })).toMatchObject({ data: { tasks: [{ id: kept }] } });
});

test('the log tells each call, without the key', async () => {
  const { key, call } = await workspaceWithContact();
  await call('GET', '/tasks', { query: { status: 'open' } });
  await call('POST', '/tasks', { body: { title: key } });
  const answer = await sandbox.send('GET', '/control/leadlex/calls', { query: { key } });
  const text = await answer.text();
  expect(text).not.toContain(key);
  const at = sandbox.clock.now().toISOString();
  expect(JSON.parse(text)).toEqual({
    calls: [
      { method: 'GET', path: '/tasks', query: { status: 'open' }, body: null, status: 200, at },
      { method: 'POST', path: '/tasks', query: {}, body: { title: '[key]' }, status: 400, at },
    ],
  });
});

test('no table holds a key, and a key that nobody has opens nothing', async () => {
  const { key, call } = await workspaceWithContact();
  await call('GET', '/users');
  const { rows } = await sql<{ text: string }>`
    select query_to_xml('select * from sandbox.leadlex_workspaces', true, false, '')::text as text`.execute(
    sandbox.db,
  );
  expect(rows[0]?.text).toContain('<plan>org</plan>');
  expect(rows[0]?.text).not.toContain(key);
  const unknown = await sandbox.send('GET', '/control/leadlex/tasks', { query: { key: 'wbk_other' } });
  expect([unknown.status, await unknown.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
});

test.each([
  ['rate-limited', 429, 'application/json', '"rate_limited"'],
  ['server-error', 500, 'application/json', '"internal_error"'],
  ['unauthorized', 401, 'application/json', '"invalid_key"'],
  ['html', 200, 'text/html', '<!doctype html>'],
  ['broken-json', 200, 'application/json', '{"data":{"tasks":[{"id":"'],
])('the fault %s answers %i without doing the work', async (kind, status, type, words) => {
  const { call, contact_id, setFaults, backstage } = await workspaceWithContact();
  await setFaults({ kind });
  const answer = await call('POST', '/tasks', { body: { title: 'x', contact_id } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    expect.stringContaining(type),
  ]);
  expect(await answer.text()).toContain(words);
  expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
  expect(answer.headers.get('x-request-id')).not.toBeNull();
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test('a rate limit that is a fault says in epoch seconds when to come back', async () => {
  const { call, setFaults } = await workspaceWithContact();
  await setFaults({ kind: 'rate-limited', retryAfter: 30 });
  const { headers } = await call('GET', '/tasks');
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-reset')).toBe(String(sandbox.clock.now().getTime() / 1000 + 30));
});

test('an answer that is lost leaves the task behind', async () => {
  const { call, contact_id, setFaults, backstage } = await workspaceWithContact();
  await setFaults({ kind: 'lost-answer', method: 'POST', path: '/tasks', remaining: 1 });
  const answer = await call('POST', '/tasks', { body: { title: 'Only once', contact_id } });
  expect([answer.status, await answer.text()]).toEqual([504, '']);
  expect(await backstage('/tasks')).toMatchObject({ tasks: [{ title: 'Only once' }] });
});

test('faults can be read and cleared, and the ambiguous contact is for LeadLex only', async () => {
  const { key, setFaults, backstage } = await workspaceWithContact();
  const fault = { kind: 'ambiguous-contact', remaining: 2 };
  expect((await setFaults(fault)).status).toBe(200);
  expect(await backstage('/faults')).toEqual({ faults: [fault] });
  await sandbox.send('DELETE', '/control/leadlex/faults', { query: { key } });
  expect(await backstage('/faults')).toEqual({ faults: [] });
  const team = await sandbox.newTeam();
  expect((await team.setFaults(fault)).status).toBe(400);
});
