import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from './sandbox-under-test';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Effects = { effects: { task: string; kind: string; changes: Record<string, unknown> }[] };

async function teamWithTask() {
  const team = await sandbox.newTeam();
  const made = await team.call('POST', '/tasks', {
    body: {
      type: 'manual',
      assignedTo: team.userId,
      dueDate: '2025-12-01T09:00:00.000Z',
      recordId: await team.contacts.add({}),
      title: 'Count me',
    },
  });
  const { _id: id } = (await made.json()) as { _id: string };
  const effects = async () => (await team.backstage<Effects>('/effects')).effects;
  return { ...team, id, effects };
}

test('what happens to a task is counted once for each time, with what it changed', async () => {
  const { call, id, effects } = await teamWithTask();
  await call('PATCH', '/tasks', { body: { id, title: 'Counted' } });
  await call('PATCH', '/tasks', { body: { id, done: true } });
  expect(await effects()).toMatchObject([
    { task: id, kind: 'made', changes: { title: 'Count me', status: 'pending' } },
    { task: id, kind: 'changed', changes: { title: 'Counted' } },
    { task: id, kind: 'changed', changes: { status: 'completed' } },
  ]);
});

test.each([
  ['a second completion', 'PATCH', '/tasks', (id: string) => ({ id, done: true })],
  ['a second ignore', 'POST', '/tasks/ignore', (id: string) => ({ ids: [id] })],
] as const)('%s changes nothing and is counted all the same', async (_, method, path, body) => {
  const { call, id, effects } = await teamWithTask();
  await call(method, path, { body: body(id) });
  await call(method, path, { body: body(id) });
  expect((await effects()).map((one) => one.kind)).toEqual(['made', 'changed', 'repeated']);
});

test('a call whose answer is lost is counted, one that never did its work is not', async () => {
  const { call, id, effects, setFaults } = await teamWithTask();
  await setFaults({ kind: 'lost-answer', remaining: 1 }, { kind: 'server-error', remaining: 1 });
  await call('PATCH', '/tasks', { body: { id, title: 'Heard' } });
  await call('PATCH', '/tasks', { body: { id, title: 'Not heard' } });
  expect((await effects()).map((one) => one.changes.title)).toEqual(['Count me', 'Heard']);
});

test('the tasks of the other practice vendors are counted too', async () => {
  await sandbox.sandbox.seedDemo();
  for (const vendor of ['saleshandy', 'leadlex']) {
    const answer = await sandbox.send('GET', `/control/${vendor}/effects`);
    const { effects } = (await answer.json()) as Effects;
    expect(effects.length).toBeGreaterThan(100);
    expect(new Set(effects.map((one) => one.kind))).toEqual(new Set(['made']));
  }
});
