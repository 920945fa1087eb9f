import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../sandbox-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test('the log tells each call in order, without the key', async () => {
  const { key, call, send } = { ...(await sandbox.newTeam()), send: sandbox.send };
  await call('GET', '/tasks', { query: { filters: '[]', access_token: key } });
  await call('POST', '/tasks', { body: { type: 'manual', title: key } });
  await call('PATCH', '/tasks', { rawBody: 'not\0JSON' });
  const text = await (await send('GET', '/control/lemlist/calls', { query: { key } })).text();
  expect(text).not.toContain(key);
  const at = sandbox.clock.now().toISOString();
  expect(JSON.parse(text)).toEqual({
    calls: [
      {
        method: 'GET',
        path: '/tasks',
        query: { filters: '[]', access_token: '[key]' },
        body: null,
        status: 200,
        at,
      },
      {
        method: 'POST',
        path: '/tasks',
        query: {},
        body: { type: 'manual', title: '[key]' },
        status: 400,
        at,
      },
      { method: 'PATCH', path: '/tasks', query: {}, body: 'notJSON', status: 400, at },
    ],
  });
});

test('the log keeps the last thousand calls of a team', async () => {
  const { id, call, backstage } = await sandbox.newTeam();
  await sql`insert into sandbox.calls (vendor, account, method, path, query, at)
    select 'lemlist', ${id}, 'GET', '/old/' || n, '{}', now() from generate_series(1, 1005) n`.execute(
    sandbox.db,
  );
  await call('GET', '/newest');
  const { calls } = await backstage<{ calls: { path: string }[] }>('/calls');
  expect([calls.length, calls[0]?.path, calls.at(-1)?.path]).toEqual([1000, '/old/7', '/newest']);
});

test('no table and no back stage answer holds a key', async () => {
  const { key, call, setFaults } = await sandbox.newTeam();
  await setFaults({ kind: 'html', remaining: 1 });
  await call('GET', '/tasks');
  const { rows } = await sql<{ text: string }>`
    select query_to_xml('select * from sandbox.lemlist_teams', true, false, '')::text
      || query_to_xml('select * from sandbox.calls', true, false, '')::text
      || query_to_xml('select * from sandbox.faults', true, false, '')::text as text`.execute(sandbox.db);
  expect(rows[0]?.text).not.toContain(key);
  const unknown = await sandbox.send('GET', '/control/lemlist/tasks', { query: { key: 'some-other-key' } });
  expect([unknown.status, await unknown.json()]).toEqual([404, { error: 'No team has this key' }]);
});

test('somebody in lemlist makes, changes, completes and ignores tasks', async () => {
  const { key, userId, contacts, read, backstage } = await sandbox.newTeam();
  const recordId = await contacts.add({});
  const someone = (method: string, path: string, body: object) =>
    sandbox.send(method, `/control/lemlist${path}`, { body: { key, ...body } });
  const create = async (title: string) => {
    const answer = await someone('POST', '/tasks', {
      type: 'linkedinVoiceNote',
      assignedTo: userId,
      dueDate: '2025-12-01T09:00:00Z',
      recordId,
      title,
    });
    return ((await answer.json()) as { _id: string })._id;
  };
  const [kept, done, ignored] = [await create('kept'), await create('done'), await create('ignored')];
  await someone('PATCH', '/tasks', { id: kept, title: 'renamed' });
  await someone('PATCH', '/tasks', { id: done, done: true });
  await someone('POST', '/tasks/ignore', { ids: [ignored] });
  expect(await backstage('/calls')).toEqual({ calls: [] });
  expect(await read('/tasks')).toMatchObject({
    results: [{ _id: kept, title: 'renamed', type: 'linkedinVoiceNote' }],
  });
  const { tasks } = await backstage<{ tasks: { status: string }[] }>('/tasks');
  expect(tasks.map(({ status }) => status).toSorted()).toEqual(['completed', 'ignored', 'pending']);
});
