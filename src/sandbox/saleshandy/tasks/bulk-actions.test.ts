import { afterEach, beforeEach, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';

// The clock moves on, so each test has a sandbox of its own.
let sandbox: SandboxUnderTest;
beforeEach(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.close());

type Started = { bulkActionId: string; message: string; statusCheckUrl: string };

async function teamWithTasks() {
  const team = await saleshandyTeam(sandbox);
  const prospectId = await team.prospects.add({});
  await team.tasks.addAll([
    { id: 'a', prospectId },
    { id: 'b', prospectId },
    { id: 'c', prospectId },
    { id: 'done', prospectId, state: 'completed' },
  ]);
  const bulk = (path: string, body: object) => team.call('POST', `/tasks/${path}`, { body });
  const statuses = async () =>
    Object.fromEntries((await team.tasksOf()).map(({ taskId, status }) => [taskId, status]));
  return { ...team, bulk, statuses };
}

test('a bulk skip is answered at once, without an envelope, and done a moment later', async () => {
  const { bulk, read, statuses } = await teamWithTasks();
  const answer = await bulk('bulk-skip', { taskIds: ['a', 'b', 'b', 'done', 'unknown'] });
  expect(answer.status).toBe(200);
  const started = (await answer.json()) as Started;
  const { bulkActionId } = started;
  expect(started).toEqual({
    bulkActionId: expect.stringMatching(/^\w{10}$/) as string,
    message: 'Bulk action started',
    statusCheckUrl: `http://127.0.0.1:4400/saleshandy/v1/tasks/bulk-status/${bulkActionId}`,
  });
  const createdAt = sandbox.clock.now().toISOString();
  const facts = { bulkActionId, action: 'bulk-skip', totalTasks: 4, createdAt, csvDownloadLink: null };
  expect(await read(`/tasks/bulk-status/${bulkActionId}`)).toEqual({
    ...facts,
    completed: 0,
    failed: 0,
    pending: 4,
    status: 'in-progress',
    completedAt: null,
  });
  expect(await statuses()).toMatchObject({ a: 'dueToday', b: 'dueToday' });

  sandbox.clock.forward(1000);
  expect(await read(`/tasks/bulk-status/${bulkActionId}`)).toEqual({
    ...facts,
    completed: 2,
    failed: 2,
    pending: 0,
    status: 'completed',
    completedAt: sandbox.clock.now().toISOString(),
  });
  expect(await statuses()).toEqual({ a: 'skipped', b: 'skipped', c: 'dueToday', done: 'completed' });
});

test('a bulk snooze puts the open tasks off', async () => {
  const { bulk, tasksOf } = await teamWithTasks();
  const snoozeUntil = '2025-11-10T09:00:00.000Z';
  await bulk('bulk-snooze', { taskIds: ['a', 'c', 'done'], snoozeUntil });
  sandbox.clock.forward(1000);
  expect(await tasksOf({ status: 'upcoming' })).toMatchObject([
    { taskId: 'a', status: 'snoozed', snoozedUntil: snoozeUntil },
    { taskId: 'c', status: 'snoozed', snoozedUntil: snoozeUntil },
  ]);
  expect(await tasksOf({ status: 'completed' })).toMatchObject([{ snoozedUntil: null }]);
});

test('a bulk action leaves the tasks of another team alone', async () => {
  const [ours, theirs] = [await teamWithTasks(), await saleshandyTeam(sandbox)];
  const taskId = await theirs.tasks.add({ prospectId: await theirs.prospects.add({}) });
  const started = (await (await ours.bulk('bulk-skip', { taskIds: [taskId] })).json()) as Started;
  sandbox.clock.forward(1000);
  expect(await ours.read(`/tasks/bulk-status/${started.bulkActionId}`)).toMatchObject({ failed: 1 });
  expect(await theirs.tasksOf()).toMatchObject([{ status: 'dueToday' }]);
  expect((await theirs.call('GET', `/tasks/bulk-status/${started.bulkActionId}`)).status).toBe(404);
});

test('as many tasks as documented go into one call, and no more', async () => {
  const { bulk } = await teamWithTasks();
  const taskIds = (count: number) => Array.from({ length: count }, (_, index) => `task-${index}`);
  const snoozeUntil = '2025-11-10T09:00:00Z';
  const answers = [
    await bulk('bulk-skip', { taskIds: taskIds(100) }),
    await bulk('bulk-snooze', { taskIds: taskIds(10_000), snoozeUntil }),
    await bulk('bulk-skip', { taskIds: taskIds(101) }),
    await bulk('bulk-snooze', { taskIds: taskIds(10_001), snoozeUntil }),
    await bulk('bulk-skip', { taskIds: [] }),
    await bulk('bulk-snooze', { taskIds: ['a'] }),
    await bulk('bulk-snooze', { taskIds: ['a'], snoozeUntil: '2025-11-03T08:59:59Z' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 400, 400, 400, 400]);
  expect(await answers[2]?.json()).toMatchObject({
    code: 4000,
    message: expect.stringMatching(/^Failed to bulk skip tasks: taskIds/) as string,
  });
  expect(await answers[6]?.json()).toMatchObject({
    message: expect.stringMatching(/^Failed to bulk snooze tasks: snoozeUntil/) as string,
  });
});
