import { afterAll, beforeAll, expect, test } from 'vitest';

import { createSandbox } from '../../sandbox';
import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const budgetOf = ({ status, headers }: Response) => [
  status,
  ...['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`)),
];
const seconds = (time: string) => String(Date.parse(time) / 1000);
const MINUTE = 60_000;

/** A clock of its own, so that no test sees another's day. */
async function alone(plan: 'starter' | 'pro' | 'org') {
  sandbox.clock.time = new Date('2025-11-03T09:00:00.000Z');
  const { key, call } = await newWorkspace(sandbox, { plan });
  const spend = async (calls: number, wait = 0) => {
    const statuses = [];
    for (let made = 0; made < calls; made += 1) {
      sandbox.clock.forward(wait);
      statuses.push((await call('GET', '/users')).status);
    }
    return new Set(statuses);
  };
  return { key, call, spend, get: () => call('GET', '/users') };
}

test.each([
  ['starter', '10'],
  ['pro', '50'],
  ['org', '200'],
] as const)('the plan %s allows %s calls in a minute', async (plan, limit) => {
  const { get } = await alone(plan);
  expect(budgetOf(await get())).toEqual([
    200,
    limit,
    String(Number(limit) - 1),
    seconds('2025-11-03T09:01:00Z'),
  ]);
});

test('the call after the last of a minute is refused, and the next minute lets it in', async () => {
  const { get, spend } = await alone('starter');
  expect(await spend(10)).toEqual(new Set([200]));
  sandbox.clock.forward(20_000);
  const refused = await get();
  expect(budgetOf(refused)).toEqual([429, '10', '0', seconds('2025-11-03T09:01:00Z')]);
  expect(await refused.json()).toEqual({ error: { code: 'rate_limited', message: 'Rate limit exceeded' } });
  expect(refused.headers.get('retry-after')).toBeNull();
  sandbox.clock.forward(40_000);
  expect((await get()).status).toBe(200);
});

test('the budget is on refusals too, and they use it up', async () => {
  const { call } = await alone('starter');
  const answers = [await call('GET', '/none'), await call('POST', '/tasks', { rawBody: 'x' })];
  expect(answers.map(budgetOf).map(([status, , remaining]) => [status, remaining])).toEqual([
    [404, '9'],
    [400, '8'],
  ]);
});

test('the call after the last of a day is refused until midnight in UTC, also after a restart', async () => {
  const { key, get, spend } = await alone('starter');
  expect(await spend(95, MINUTE)).toEqual(new Set([200]));
  sandbox.clock.forward(MINUTE);
  expect(budgetOf(await get())).toEqual([200, '100', '4', seconds('2025-11-04T00:00:00Z')]);
  expect(await spend(4, MINUTE)).toEqual(new Set([200]));
  sandbox.clock.forward(MINUTE);
  expect(budgetOf(await get())).toEqual([429, '100', '0', seconds('2025-11-04T00:00:00Z')]);

  const restarted = await createSandbox(sandbox);
  const again = await restarted.app.request('/leadlex/v1/users', {
    headers: { authorization: `Bearer ${key}` },
  });
  expect(again.status).toBe(429);

  sandbox.clock.time = new Date('2025-11-03T23:59:59.999Z');
  expect((await get()).status).toBe(429);
  sandbox.clock.forward(1);
  expect(budgetOf(await get()).slice(0, 3)).toEqual([200, '10', '8']);
});

test('calls refused by the minute do not use up the day', async () => {
  const { get, spend } = await alone('starter');
  await spend(60);
  sandbox.clock.forward(MINUTE);
  for (let minute = 0; minute < 8; minute += 1) {
    expect(await spend(10)).toEqual(new Set([200]));
    sandbox.clock.forward(MINUTE);
  }
  expect(budgetOf(await get())).toEqual([200, '10', '9', expect.any(String)]);
});

test('calls at the same time each count', async () => {
  const { get } = await alone('starter');
  const answers = await Promise.all(Array.from({ length: 14 }, get));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
});

test('one workspace does not use up the budget of another', async () => {
  const [ours, theirs] = [await alone('starter'), await alone('starter')];
  await ours.spend(10);
  expect([(await ours.get()).status, (await theirs.get()).status]).toEqual([429, 200]);
});
