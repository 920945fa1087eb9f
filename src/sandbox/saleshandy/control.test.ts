import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../sandbox-under-test';
import { saleshandyTeam } from './saleshandy-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test('the log tells each call in order, without the key', async () => {
  const { key, call } = await saleshandyTeam(sandbox);
  await call('GET', '/tasks', { query: { search: key } });
  await call('POST', '/tasks/create', { body: { taskNote: key } });
  const text = await (await sandbox.send('GET', '/control/saleshandy/calls', { query: { key } })).text();
  expect(text).not.toContain(key);
  const at = sandbox.clock.now().toISOString();
  expect(JSON.parse(text)).toEqual({
    calls: [
      { method: 'GET', path: '/tasks', query: { search: '[key]' }, body: null, status: 200, at },
      { method: 'POST', path: '/tasks/create', query: {}, body: { taskNote: '[key]' }, status: 400, at },
    ],
  });
});

test('no back stage answer is given for an unknown key', async () => {
  const unknown = await sandbox.send('GET', '/control/saleshandy/tasks', {
    query: { key: 'some-other-key' },
  });
  expect([unknown.status, await unknown.json()]).toEqual([
    404,
    { code: 4004, message: 'No team has this key' },
  ]);
});

test('somebody in Saleshandy makes tasks, changes what the API cannot, and closes them', async () => {
  const { key, userId, prospects, sequences, read, backstage } = await saleshandyTeam(sandbox);
  const [prospectId, sequenceId] = [await prospects.add({}), await sequences.add({})];
  const someone = async (method: string, body: object) => {
    const answer = await sandbox.send(method, '/control/saleshandy/tasks', { body: { key, ...body } });
    return (await answer.json()) as { taskId: string };
  };
  const create = async (taskNote: string) =>
    someone('POST', { prospectId, taskType: '13', taskNote, assigneeId: userId, sequenceId });
  const [kept, done, skipped] = [await create('kept'), await create('done'), await create('skipped')];
  expect(kept).toMatchObject({ taskNote: 'kept', assignee: { id: userId }, sequence: { id: sequenceId } });
  expect(
    await someone('PATCH', {
      taskId: kept.taskId,
      taskType: '9',
      priority: '1',
      dueDate: '2025-12-24',
      taskNote: 'renamed',
      assigneeId: null,
    }),
  ).toMatchObject({
    taskType: '9',
    priority: '1',
    dueDate: '2025-12-24',
    taskNote: 'renamed',
    assignee: null,
    sequence: { id: sequenceId },
  });
  await someone('PATCH', { taskId: done.taskId, status: 'completed', callOutcome: 'Interested' });
  await someone('PATCH', { taskId: skipped.taskId, status: 'skipped' });
  expect(await backstage('/calls')).toEqual({ calls: [] });
  expect(await read('/tasks/counts')).toMatchObject({ payload: { upcoming: 1, completed: 1, skipped: 1 } });
  expect((await backstage<{ tasks: object[] }>('/tasks')).tasks).toHaveLength(3);
});

test.each([
  ['POST', { prospectId: 'nobody', taskType: '9' }, 'Failed to create task: no prospect has this id'],
  ['PATCH', { taskId: 'nothing', priority: '1' }, 'Failed to change task: Task not found'],
  ['PATCH', { taskId: 'nothing', status: 'open' }, 'Failed to change task: status'],
])('%s %j is refused back stage', async (method, body, words) => {
  const { key } = await saleshandyTeam(sandbox);
  const answer = await sandbox.send(method, '/control/saleshandy/tasks', { body: { key, ...body } });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { code: 4000, message: expect.stringMatching(`^${words}`) as string },
  ]);
});

test('no table of the team holds its key', async () => {
  const { key, call, setFaults } = await saleshandyTeam(sandbox);
  await setFaults({ kind: 'html', remaining: 1 });
  await call('GET', '/tasks');
  const { rows } = await sql<{ text: string }>`
    select query_to_xml('select * from sandbox.saleshandy_teams', true, false, '')::text
      || query_to_xml('select * from sandbox.calls', true, false, '')::text
      || query_to_xml('select * from sandbox.faults', true, false, '')::text as text`.execute(sandbox.db);
  expect(rows[0]?.text).not.toContain(key);
});
