import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test('the example of the page, an id alone, changes nothing and answers the task', async () => {
  const { users, tasks, call } = await sandbox.newTeam();
  const userId = await users.add({ id: 'usr_ahfFktBBHUIxbVG5P' });
  const id = await tasks.add({
    id: 'opp_KNQOrrlGnLvEXDDS9',
    title: 'Check him out',
    priority: 2,
    dueDate: new Date('2025-10-31T07:58:00.000Z'),
    userId,
    content: 'Really glad we started using lemlist',
  });
  const answer = await call('PATCH', '/tasks', { body: { id } });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      _id: 'opp_KNQOrrlGnLvEXDDS9',
      type: 'manual',
      title: 'Check him out',
      priority: 2,
      dueDate: '2025-10-31T07:58:00.000Z',
      userId: 'usr_ahfFktBBHUIxbVG5P',
      content: 'Really glad we started using lemlist',
    },
  ]);
});

test('what is sent changes, what is not stays', async () => {
  const { users, tasks, userId, call, read } = await sandbox.newTeam();
  const other = await users.add({});
  const id = await tasks.add({ userId, title: 'before', content: 'before', priority: 2 });
  const patch = (body: object) => call('PATCH', '/tasks', { body: { id, ...body } });

  await patch({ assignedTo: other, dueDate: '2025-12-24T18:00:00.000Z', title: 'after' });
  await patch({ message: 'after', priority: '0' });
  const { results } = await read<{ results: object[] }>('/tasks');
  expect(results).toEqual([
    {
      _id: id,
      type: 'manual',
      title: 'after',
      content: 'after',
      priority: 0,
      userId: other,
      dueDate: '2025-12-24T18:00:00.000Z',
    },
  ]);
  expect(await (await patch({ priority: '', title: '' })).json()).toEqual(
    expect.objectContaining({ title: '', content: 'after' }),
  );
  expect((await read<{ results: object[] }>('/tasks')).results[0]).not.toHaveProperty('priority');
});

test('done: true takes the task off the list for good and leaves one manualDone activity', async () => {
  const { contacts, campaigns, leads, tasks, userId, call, read, backstage } = await sandbox.newTeam();
  const contactId = await contacts.add({ firstName: 'Zoë' });
  const campaignId = await campaigns.add({});
  const leadId = await leads.add({ contactId, campaignId });
  const id = await tasks.add({ userId, contactId, campaignId, leadId });
  const patch = (body: object) => call('PATCH', '/tasks', { body: { id, ...body } });

  expect(await (await patch({ done: false })).json()).toMatchObject({ _id: id });
  expect((await read<{ results: object[] }>('/tasks')).results).toHaveLength(1);
  expect(await (await patch({ done: true })).json()).toMatchObject({ _id: id, leadId });
  expect((await patch({ done: true })).status).toBe(200);
  expect((await patch({ done: false })).status).toBe(200);

  expect((await read<{ results: object[] }>('/tasks')).results).toEqual([]);
  expect(await backstage('/tasks')).toMatchObject({
    tasks: [{ _id: id, status: 'completed', completedAt: sandbox.clock.now().toISOString() }],
  });
  expect(await read('/activities', { version: 'v2', type: 'manualDone' })).toEqual([
    expect.objectContaining({
      type: 'manualDone',
      leadId,
      campaignId,
      contactId,
      userId,
      leadFirstName: 'Zoë',
    }),
  ]);
});

test('two calls at once complete a task once', async () => {
  const { tasks, userId, call, read } = await sandbox.newTeam();
  const id = await tasks.add({ userId });
  const patch = () => call('PATCH', '/tasks', { body: { id, done: true } });
  const answers = await Promise.all([patch(), patch()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await read('/activities', { version: 'v2' })).toHaveLength(1);
});

test('images beside the videos that are there must not be more than six', async () => {
  const { tasks, userId, call } = await sandbox.newTeam();
  const videos = ['https://a.example.com/1.mp4'];
  const id = await tasks.add({ userId, type: 'linkedinSend', videos });
  const images = Array.from({ length: 6 }, () => 'https://a.example.com/1.png');
  const answer = await call('PATCH', '/tasks', { body: { id, images } });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'LINKEDIN_MEDIA_TOO_MANY' }]);
});

test.each(['images', 'videos'])(
  '%s on a task that is not for LinkedIn are refused, even when empty',
  async (kind) => {
    const { tasks, userId, call, backstage } = await sandbox.newTeam();
    const id = await tasks.add({ userId, title: 'before' });
    const answer = await call('PATCH', '/tasks', { body: { id, title: 'after', [kind]: [] } });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: 'LINKEDIN_MEDIA_INVALID_TYPE' },
    ]);
    expect(await backstage('/tasks')).toMatchObject({ tasks: [{ title: 'before' }] });
  },
);

test('an unknown task is a 404 and an unknown assignee a 400, both in plain text', async () => {
  const { tasks, userId, call } = await sandbox.newTeam();
  const id = await tasks.add({ userId });
  const answers = await Promise.all([
    call('PATCH', '/tasks', { body: { id: 'opp_0Ieq2qRMg5EIeUMFV', done: true } }),
    call('PATCH', '/tasks', { body: { id, assignedTo: 'usr_nobody' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 400]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual([
    'Task not found',
    'User not found',
  ]);
});

test.each([
  {},
  { id: 7 },
  { id: 'opp_1', done: 'yes' },
  { id: 'opp_1', priority: 2 },
  { id: 'opp_1', dueDate: 'tomorrow' },
  { id: 'opp_1', images: 'https://a.example.com/1.png' },
])('%j is refused as bad params', async (body) => {
  const { call } = await sandbox.newTeam();
  const answer = await call('PATCH', '/tasks', { body });
  expect([answer.status, await answer.text()]).toEqual([400, 'Bad params']);
});

test('a path with an id reaches the web app, with status 200, and changes nothing', async () => {
  const { tasks, userId, call, backstage } = await sandbox.newTeam();
  const id = await tasks.add({ userId });
  const answer = await call('PATCH', `/tasks/${id}`, { body: { done: true } });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8']);
  expect(await backstage('/tasks')).toMatchObject({ tasks: [{ status: 'pending' }] });
});

test('ignored tasks leave the list; unknown and finished ones are skipped', async () => {
  const { tasks, userId, call, read, backstage } = await sandbox.newTeam();
  const [ignored, done, open] = await tasks.addAll([{ userId }, { userId, status: 'completed' }, { userId }]);
  const answer = await call('POST', '/tasks/ignore', { body: { ids: [ignored, done, 'opp_unknown'] } });
  expect([answer.status, await answer.json()]).toEqual([200, {}]);
  expect(await read('/tasks')).toMatchObject({ results: [{ _id: open }] });
  const { tasks: all } = await backstage<{ tasks: { _id: string; status: string }[] }>('/tasks');
  expect(Object.fromEntries(all.map(({ _id, status }) => [_id, status]))).toEqual({
    [String(ignored)]: 'ignored',
    [String(done)]: 'completed',
    [String(open)]: 'pending',
  });
  expect((await call('POST', '/tasks/ignore', { body: {} })).status).toBe(400);
});
