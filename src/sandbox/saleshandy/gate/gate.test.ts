import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

describe('the key', () => {
  test.each<[string, (key: string) => Record<string, string>]>([
    ['no header', () => ({})],
    ['a wrong key', () => ({ 'x-api-key': 'nobody' })],
    ['Bearer', (key) => ({ authorization: `Bearer ${key}` })],
  ])('is refused as %s with 400 and the code 1001', async (_, headers) => {
    const { key } = await saleshandyTeam(sandbox);
    const answer = await sandbox.send('GET', '/saleshandy/v1/tasks', { headers: headers(key) });
    expect([answer.status, await answer.json()]).toEqual([400, { code: 1001, message: 'Invalid token' }]);
  });

  test('of another vendor is refused', async () => {
    const { key } = await sandbox.newTeam();
    const answer = await sandbox.send('GET', '/saleshandy/v1/tasks', { headers: { 'x-api-key': key } });
    expect(answer.status).toBe(400);
  });
});

describe('the rate limit', () => {
  const budgetOf = ({ headers }: Response) =>
    ['x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'].map((name) => headers.get(name));

  test('lets twenty calls in, refuses the next with the time to come back, and opens again', async () => {
    const sandbox = await openSandbox();
    const { call } = await saleshandyTeam(sandbox, { rateLimit: 20 });
    const reset = new Date(sandbox.clock.now().getTime() + 1000).toISOString();
    const answers = [];
    for (let calls = 0; calls < 21; calls += 1) answers.push(await call('GET', '/tasks/counts'));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(20).fill(200), 429]);
    expect([answers[0], answers[19], answers[20]].map((answer) => answer && budgetOf(answer))).toEqual([
      ['19', reset, null],
      ['0', reset, null],
      ['0', reset, '1'],
    ]);
    expect(await answers[20]?.json()).toEqual({ code: 4029, message: 'Too many requests' });
    sandbox.clock.forward(1000);
    expect((await call('GET', '/tasks/counts')).status).toBe(200);
    await sandbox.close();
  });

  test('is counted for each key on its own', async () => {
    const [ours, theirs] = [
      await saleshandyTeam(sandbox, { rateLimit: 1 }),
      await saleshandyTeam(sandbox, { rateLimit: 1 }),
    ];
    const answers = [await ours.call('GET', '/sequences'), await ours.call('GET', '/sequences')];
    answers.push(await theirs.call('GET', '/sequences'));
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
  });
});

test('an unknown path is a 404 in JSON', async () => {
  const { call } = await saleshandyTeam(sandbox);
  const answer = await call('GET', '/deals');
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { code: 4004, message: 'Cannot GET /v1/deals' },
  ]);
});
