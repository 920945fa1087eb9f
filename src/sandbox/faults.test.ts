import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createSandbox } from './sandbox';
import { lemlistAuth, openSandbox, type SandboxUnderTest } from './sandbox-under-test';

let sandbox: SandboxUnderTest;
let server: ServerType;
let origin: string;
let callsAtWork = 0;

beforeAll(async () => {
  sandbox = await openSandbox();
  const app = new Hono()
    .use(async (_, next) => {
      callsAtWork += 1;
      await next();
      callsAtWork -= 1;
    })
    .route('/sandbox', sandbox.sandbox.app);
  server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await sandbox.close();
});

type Backstage = { tasks: { title: string }[]; calls: { path: string; status: number | null }[] };

async function teamOnline() {
  const team = await sandbox.newTeam();
  const request = (method: string, path: string, init: { body?: object; signal?: AbortSignal } = {}) =>
    fetch(`${origin}/sandbox/lemlist/api${path}`, {
      method,
      headers: { authorization: lemlistAuth(team.key), 'content-type': 'application/json' },
      ...(init.body && { body: JSON.stringify(init.body) }),
      ...(init.signal && { signal: init.signal }),
    });
  const newTask = async () => ({
    type: 'manual',
    assignedTo: team.userId,
    dueDate: '2025-12-01T09:00:00.000Z',
    recordId: await team.contacts.add({}),
    title: 'Only once',
  });
  return { ...team, request, newTask };
}

test('without faults a task goes in and out over real HTTP', async () => {
  const { request, newTask } = await teamOnline();
  expect((await request('POST', '/tasks', { body: await newTask() })).status).toBe(200);
  const list = await request('GET', '/tasks?filters=%5B%5D');
  expect(list.headers.get('x-ratelimit-remaining')).toBe('998');
  expect(await list.json()).toMatchObject({ results: [{ title: 'Only once' }], page: '0' });
});

test('an answer that is lost leaves the task behind', async () => {
  const { request, newTask, setFaults, backstage } = await teamOnline();
  await setFaults({ kind: 'lost-answer', method: 'post', path: '/tasks', remaining: 1 });
  await expect(request('POST', '/tasks', { body: await newTask() })).rejects.toThrow('fetch failed');
  expect(await backstage<Backstage>('/tasks')).toMatchObject({ tasks: [{ title: 'Only once' }] });
  expect(await backstage<Backstage>('/calls')).toMatchObject({ calls: [{ path: '/tasks', status: null }] });
  expect((await request('GET', '/tasks')).status).toBe(200);
});

test('a lost answer gives nothing away where there is no connection to drop', async () => {
  const { call, setFaults } = await teamOnline();
  await setFaults({ kind: 'lost-answer' });
  const answer = await call('GET', '/tasks');
  expect([answer.status, await answer.text()]).toEqual([504, '']);
});

test('a call that is never answered does nothing and ends when the client gives up', async () => {
  const { request, newTask, setFaults, backstage } = await teamOnline();
  await setFaults({ kind: 'timeout', remaining: 1 });
  const client = new AbortController();
  const pending = request('POST', '/tasks', { body: await newTask(), signal: client.signal });
  await expect.poll(() => backstage<Backstage>('/calls')).toMatchObject({ calls: [{ status: null }] });
  client.abort();
  await expect(pending).rejects.toThrow('aborted');
  await expect.poll(() => callsAtWork).toBe(0);
  expect(await backstage<Backstage>('/tasks')).toEqual({ tasks: [] });
});

test('a call that hangs as long as it was told to ends with a dropped connection', async () => {
  const { request, setFaults } = await teamOnline();
  await setFaults({ kind: 'timeout', delayMs: 20 });
  await expect(request('GET', '/tasks')).rejects.toThrow('fetch failed');
});

test.each([
  ['rate-limited', 429, 'text/plain', 'Too many requests'],
  ['server-error', 500, 'text/plain', 'Internal server error'],
  ['unauthorized', 401, 'text/plain', 'The authentication you supplied is incorrect'],
  ['html', 200, 'text/html', '<!doctype html>'],
  ['broken-json', 200, 'application/json', '{"results":[{"_id":"opp_'],
])('%s answers %i without doing the work', async (kind, status, type, words) => {
  const { call, userId, contacts, setFaults, backstage } = await teamOnline();
  const body = {
    type: 'manual',
    assignedTo: userId,
    dueDate: '2025-12-01T09:00:00Z',
    recordId: await contacts.add({}),
  };
  await setFaults({ kind });
  const answer = await call('POST', '/tasks', { body });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    expect.stringContaining(type),
  ]);
  expect(await answer.text()).toContain(words);
  expect(answer.headers.get('x-ratelimit-limit')).not.toBeNull();
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test('a rate limit says when to come back', async () => {
  const { call, setFaults } = await teamOnline();
  await setFaults({ kind: 'rate-limited', retryAfter: 30 });
  const { headers } = await call('GET', '/tasks');
  expect(headers.get('retry-after')).toBe('30');
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-reset')).toBe(String(new Date(sandbox.clock.now().getTime() + 30_000)));
});

test('a slow answer is the right one', async () => {
  const { call, setFaults } = await teamOnline();
  await setFaults({ kind: 'slow', delayMs: 1 });
  expect(await (await call('GET', '/tasks')).json()).toEqual({ results: [], page: '0' });
});

test('a fault meets only the calls it is for, and only as often as it says', async () => {
  const { call, setFaults } = await teamOnline();
  const calmer = await sandbox.newTeam();
  await setFaults({ kind: 'server-error', method: 'GET', path: '/campaigns*', remaining: 2 });
  const paths = ['/tasks', '/campaigns/cam_1', '/campaigns', '/campaigns'];
  const codes = [];
  for (const path of paths) codes.push((await call('GET', path)).status);
  expect(codes).toEqual([200, 500, 500, 200]);
  expect((await calmer.call('GET', '/campaigns')).status).toBe(200);
});

test('calls at the same time do not use a fault more often than it says', async () => {
  const { call, setFaults } = await teamOnline();
  await setFaults({ kind: 'server-error', remaining: 3 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => call('GET', '/team')));
  expect(answers.filter(({ status }) => status === 500)).toHaveLength(3);
});

test('faults outlive a restart, can be read, and end when they are cleared', async () => {
  const { key, call, setFaults } = await teamOnline();
  const fault = {
    kind: 'rate-limited',
    method: 'GET',
    path: '/tasks',
    remaining: 5,
    delayMs: 0,
    retryAfter: 3,
  };
  await setFaults(fault);
  const restarted = await createSandbox(sandbox);
  const control = async (method: string) =>
    (await restarted.app.request(`/control/lemlist/faults?key=${key}`, { method })).json();
  expect(await control('GET')).toEqual({ faults: [fault] });
  expect(await control('DELETE')).toEqual({ faults: [] });
  expect((await call('GET', '/tasks')).status).toBe(200);
});

test('a fault for writes lets what only reads pass', async () => {
  const { request, newTask, setFaults } = await teamOnline();
  await setFaults({ kind: 'server-error', method: 'write' });
  const ignore = { body: { ids: ['opp_1'] } };
  const codes = [
    (await request('GET', '/tasks')).status,
    (await request('POST', '/tasks', { body: await newTask() })).status,
    (await request('PATCH', '/tasks', { body: {} })).status,
    (await request('POST', '/tasks/ignore', ignore)).status,
  ];
  expect(codes).toEqual([200, 500, 500, 500]);
});

test('a change of the faults leaves the others and comes before them', async () => {
  const { key, call, setFaults, backstage } = await teamOnline();
  const change = async (body: object) =>
    (await sandbox.send('PATCH', '/control/lemlist/faults', { body: { key, ...body } })).status;
  await setFaults({ kind: 'html' }, { kind: 'server-error', remaining: 2 });
  expect(await change({ off: ['html'], on: [{ kind: 'rate-limited', remaining: 1 }] })).toBe(200);
  const codes = [];
  for (let calls = 0; calls < 3; calls += 1) codes.push((await call('GET', '/tasks')).status);
  expect(codes).toEqual([429, 500, 500]);
  expect(await change({ on: [{ kind: 'ambiguous-contact' }] })).toBe(400);
  expect(await backstage('/faults')).toEqual({ faults: [] });
});

test.each([
  { kind: 'tired' },
  { kind: 'html', path: 'tasks' },
  { kind: 'html', remaining: 0 },
  { kind: 'slow', delayMs: 120_001 },
])('the fault %j is refused', async (fault) => {
  const { setFaults } = await sandbox.newTeam();
  expect((await setFaults(fault)).status).toBe(400);
});
