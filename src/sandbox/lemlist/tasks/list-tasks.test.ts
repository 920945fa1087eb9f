import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type TaskPage = { results: { _id: string; title: string }[]; page: string };

test('a task is answered as the example of the page shows it', async () => {
  const { campaigns, contacts, leads, tasks, users, read } = await sandbox.newTeam();
  await users.add({ id: 'usr_gmHgNGRcGPSTJrDbT' });
  await campaigns.add({ id: 'cam_9NsHPnykWESTncCW8' });
  await contacts.add({ id: 'ctc_Rofmb6uNGyaPNZ2ni' });
  const leadId = await leads.add({
    id: 'lea_mizMsAEkRrJuhouYe',
    contactId: 'ctc_Rofmb6uNGyaPNZ2ni',
    campaignId: 'cam_9NsHPnykWESTncCW8',
  });
  await tasks.addAll([
    {
      id: 'opp_ouYzdLYGs4RcrHTfm',
      type: 'manual',
      title: 'Keep an eye on him',
      priority: 1,
      leadId,
      campaignId: 'cam_9NsHPnykWESTncCW8',
      contactId: 'ctc_Rofmb6uNGyaPNZ2ni',
      dueDate: new Date('2025-11-10T09:58:57.169Z'),
      userId: 'usr_gmHgNGRcGPSTJrDbT',
      content: 'does he have bandwidth to help us? would be grand',
    },
    {
      id: 'opp_muTZMDjKf7vtanEk9',
      title: 'API Reference Illustration',
      priority: 2,
      dueDate: new Date('2025-10-31T07:58:00.000Z'),
      userId: 'usr_gmHgNGRcGPSTJrDbT',
    },
  ]);

  expect(await read('/tasks')).toEqual({
    results: [
      {
        _id: 'opp_muTZMDjKf7vtanEk9',
        type: 'manual',
        title: 'API Reference Illustration',
        priority: 2,
        dueDate: '2025-10-31T07:58:00.000Z',
        userId: 'usr_gmHgNGRcGPSTJrDbT',
        content: '',
      },
      {
        _id: 'opp_ouYzdLYGs4RcrHTfm',
        type: 'manual',
        title: 'Keep an eye on him',
        priority: 1,
        leadId: 'lea_mizMsAEkRrJuhouYe',
        campaignId: 'cam_9NsHPnykWESTncCW8',
        contactId: 'ctc_Rofmb6uNGyaPNZ2ni',
        dueDate: '2025-11-10T09:58:57.169Z',
        userId: 'usr_gmHgNGRcGPSTJrDbT',
        content: 'does he have bandwidth to help us? would be grand',
      },
    ],
    page: '0',
  });
});

test('low priority is the number 0, none is no key at all', async () => {
  const { tasks, userId, read } = await sandbox.newTeam();
  await tasks.addAll([
    { userId, title: 'low', priority: 0, dueDate: new Date('2025-11-01T00:00:00Z') },
    { userId, title: 'none', dueDate: new Date('2025-11-02T00:00:00Z') },
  ]);
  const { results } = await read<TaskPage>('/tasks');
  expect(results).toEqual([
    expect.objectContaining({ title: 'low', priority: 0 }),
    expect.not.objectContaining({ priority: expect.anything() }),
  ]);
});

test('done and ignored tasks are not listed', async () => {
  const { tasks, userId, read } = await sandbox.newTeam();
  await tasks.addAll([
    { userId, title: 'done', status: 'completed' },
    { userId, title: 'ignored', status: 'ignored' },
    { userId, title: 'open' },
  ]);
  expect((await read<TaskPage>('/tasks')).results.map(({ title }) => title)).toEqual(['open']);
});

test('pages hold a hundred tasks each, none twice, and the one past the end is empty', async () => {
  const { tasks, userId, read } = await sandbox.newTeam();
  const dueDate = new Date('2025-11-05T10:00:00Z');
  const ids = Array.from({ length: 230 }, (_, index) => `opp_${String(1000 - index)}`);
  await tasks.addAll(ids.map((id) => ({ id, userId, dueDate })));

  const pages = await Promise.all(
    ['0', '1', '2', '3'].map((page) => read<TaskPage>('/tasks', { page, filters: '[]' })),
  );
  expect(pages.map(({ page, results }) => [page, results.length])).toEqual([
    ['0', 100],
    ['1', 100],
    ['2', 30],
    ['3', 0],
  ]);
  const listed = pages.flatMap(({ results }) => results.map(({ _id }) => _id));
  expect(listed).toEqual(ids.toSorted());
});

test('a team sees its own tasks only', async () => {
  const [ours, theirs] = [await sandbox.newTeam(), await sandbox.newTeam()];
  await theirs.tasks.add({ userId: theirs.userId, title: 'theirs' });
  expect((await ours.read<TaskPage>('/tasks')).results).toEqual([]);
});

test.each(['-1', '1.5', 'first', '99999999999'])('page %s is refused as bad params', async (page) => {
  const { call } = await sandbox.newTeam();
  const answer = await call('GET', '/tasks', { query: { page } });
  expect([answer.status, await answer.text()]).toEqual([400, 'Bad params']);
});

test('a method that tasks do not have is a 405 without a body', async () => {
  const { call } = await sandbox.newTeam();
  const answer = await call('DELETE', '/tasks');
  expect([answer.status, await answer.text()]).toEqual([405, '']);
});
