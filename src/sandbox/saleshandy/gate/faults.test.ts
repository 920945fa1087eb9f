import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test.each([
  ['rate-limited', 429, 'application/json', '{"code":4029,"message":"Too many requests"}'],
  ['server-error', 500, 'application/json', '{"code":5001,"message":"internal error"}'],
  ['unauthorized', 400, 'application/json', '{"code":1001,"message":"Invalid token"}'],
  ['html', 200, 'text/html', '<!doctype html>'],
  ['broken-json', 200, 'application/json', '{"message":"Tasks fetched successfully","payload":{"tasks":['],
])('%s answers %i without doing the work', async (kind, status, type, words) => {
  const { prospects, call, setFaults, backstage } = await saleshandyTeam(sandbox);
  const body = { prospectIds: [await prospects.add({})], taskType: '9' };
  await setFaults({ kind });
  const answer = await call('POST', '/tasks/create', { body });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    expect.stringContaining(type),
  ]);
  expect(await answer.text()).toContain(words);
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test('a rate limit says when to come back, in seconds and as a date', async () => {
  const { call, setFaults } = await saleshandyTeam(sandbox);
  await setFaults({ kind: 'rate-limited', retryAfter: 30 });
  const { headers } = await call('GET', '/tasks');
  expect([
    headers.get('retry-after'),
    headers.get('x-ratelimit-remaining'),
    headers.get('x-ratelimit-reset'),
  ]).toEqual(['30', '0', new Date(sandbox.clock.now().getTime() + 30_000).toISOString()]);
});

test('a lost answer leaves the task behind', async () => {
  const { prospects, call, setFaults, tasksOf } = await saleshandyTeam(sandbox);
  await setFaults({ kind: 'lost-answer', method: 'POST', path: '/tasks/create', remaining: 1 });
  const body = { prospectIds: [await prospects.add({})], taskType: '9' };
  const answer = await call('POST', '/tasks/create', { body });
  expect([answer.status, await answer.text()]).toEqual([504, '']);
  expect(await tasksOf()).toHaveLength(1);
});

test('a fault at one path leaves the others alone', async () => {
  const { call, setFaults } = await saleshandyTeam(sandbox);
  await setFaults({ kind: 'server-error', path: '/tasks/*', remaining: 1 });
  const codes = [];
  for (const path of ['/tasks', '/tasks/counts', '/tasks/counts'])
    codes.push((await call('GET', path)).status);
  expect(codes).toEqual([200, 500, 200]);
});

test('partial-success fails every second prospect of the next create, without a task', async () => {
  const { prospects, call, setFaults, backstage } = await saleshandyTeam(sandbox);
  const prospectIds = await prospects.addAll([{}, {}, {}, {}]);
  await setFaults({ kind: 'partial-success', remaining: 1 });
  const create = async (ids: string[]) => {
    const answer = await call('POST', '/tasks/create', { body: { prospectIds: ids, taskType: '9' } });
    const { payload } = (await answer.json()) as {
      payload: { results: { prospectId: string; taskId: string | null; success: boolean }[] };
    };
    return payload.results;
  };
  // Other calls neither meet the fault nor use it up.
  expect((await call('GET', '/tasks')).status).toBe(200);
  const results = await create(prospectIds);
  expect(results.map(({ prospectId, success }) => [prospectId, success])).toEqual(
    prospectIds.map((id, index) => [id, index % 2 === 0]),
  );
  expect(results[1]?.taskId).toBeNull();
  expect((await backstage<{ tasks: object[] }>('/tasks')).tasks).toHaveLength(2);
  expect((await create(prospectIds)).every(({ success }) => success)).toBe(true);
});

test('partial-success fails a lone prospect too, and is no fault of other vendors', async () => {
  const { prospects, call, setFaults } = await saleshandyTeam(sandbox);
  const prospectId = await prospects.add({});
  await setFaults({ kind: 'partial-success' });
  const answer = await call('POST', '/tasks/create', { body: { prospectIds: [prospectId], taskType: '9' } });
  expect(await answer.json()).toMatchObject({
    payload: { results: [{ prospectId, taskId: null, success: false }] },
  });
  const lemlist = await sandbox.newTeam();
  expect((await lemlist.setFaults({ kind: 'partial-success' })).status).toBe(400);
});
