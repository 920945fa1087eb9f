import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { lemlistAuth, openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

describe('the key', () => {
  test('is taken as the password of an empty user name', async () => {
    const { key, call } = await sandbox.newTeam();
    expect((await call('GET', '/team', { headers: { authorization: basic(`:${key}`) } })).status).toBe(200);
  });

  test.each<[string, (key: string) => Record<string, string>, string]>([
    ['no header', () => ({}), 'No API key provided'],
    ['Bearer', (key) => ({ authorization: `Bearer ${key}` }), 'No API key provided'],
    ['an empty password', () => ({ authorization: basic(':') }), 'No API key provided'],
    [
      'a wrong key',
      () => ({ authorization: basic(':nobody') }),
      'The authentication you supplied is incorrect',
    ],
    [
      'a user name',
      (key) => ({ authorization: basic(`rep:${key}`) }),
      'The authentication you supplied is incorrect',
    ],
    [
      'a key without its colon',
      (key) => ({ authorization: basic(key) }),
      'The authentication you supplied is incorrect',
    ],
  ])('is refused as %s with 401 in plain text', async (_, headers, words) => {
    const { key } = await sandbox.newTeam();
    const answer = await sandbox.send('GET', '/lemlist/api/tasks', { headers: headers(key) });
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      401,
      'text/plain; charset=UTF-8',
      words,
    ]);
    expect(answer.headers.get('x-ratelimit-limit')).toBe('20');
  });
});

describe('the rate limit', () => {
  const budgetOf = ({ headers }: Response) =>
    ['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'].map((name) =>
      headers.get(name),
    );

  test('is on every answer, with the reset as the text of a Date', async () => {
    const { key } = await sandbox.newTeam({ rateLimit: 20 });
    const headers = { authorization: lemlistAuth(key) };
    const paths = ['/team', '/users/usr_nobody', '/no/such/path'];
    const answers = [];
    for (const path of paths) answers.push(await sandbox.send('GET', `/lemlist/api${path}`, { headers }));
    const reset = String(new Date(sandbox.clock.now().getTime() + 2000));
    expect(answers.map((answer) => [answer.status, ...budgetOf(answer)])).toEqual([
      [200, '2', '20', '19', reset],
      [404, '2', '20', '18', reset],
      [200, '2', '20', '17', reset],
    ]);
  });

  test('refuses the 21st call within two seconds, and lets the next window in', async () => {
    const { call } = await sandbox.newTeam({ rateLimit: 20 });
    const codes = [];
    for (let calls = 0; calls < 21; calls += 1) codes.push((await call('GET', '/team')).status);
    expect(codes).toEqual([...Array<number>(20).fill(200), 429]);

    sandbox.clock.forward(1500);
    const refused = await call('GET', '/team');
    expect([refused.status, ...budgetOf(refused).slice(0, 3), await refused.text()]).toEqual([
      429,
      '1',
      '20',
      '0',
      'Too many requests',
    ]);
    sandbox.clock.forward(500);
    expect((await call('GET', '/team')).status).toBe(200);
  });

  test('is counted for each key on its own', async () => {
    const [ours, theirs] = [await sandbox.newTeam({ rateLimit: 1 }), await sandbox.newTeam({ rateLimit: 1 })];
    const answers = [
      await ours.call('GET', '/team'),
      await ours.call('GET', '/team'),
      await theirs.call('GET', '/team'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
  });
});

test('an unknown path answers the web app with status 200', async () => {
  const { call } = await sandbox.newTeam();
  const answer = await call('GET', '/opportunities');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
});
