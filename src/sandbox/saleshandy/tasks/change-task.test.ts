import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';
import { callOutcomes } from '../vocabulary';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const TOMORROW = '2025-11-04T09:00:00.000Z';

async function teamWithTask(task: { type?: '9' | '13'; state?: 'completed' | 'skipped' } = {}) {
  const team = await saleshandyTeam(sandbox);
  const taskId = await team.tasks.add({ prospectId: await team.prospects.add({}), ...task });
  const post = async (verb: string, body?: object) => {
    const answer = await team.call('POST', `/tasks/${taskId}/${verb}`, body === undefined ? {} : { body });
    return [answer.status, await answer.json()];
  };
  const note = async (body: object) => {
    const answer = await team.call('PATCH', `/tasks/${taskId}/note`, { body });
    return [answer.status, await answer.json()];
  };
  return { ...team, taskId, post, note };
}

const refused = (words: string) => [
  400,
  { code: 4000, message: expect.stringMatching(`^${words}`) as string },
];

describe('completing', () => {
  test('needs no body for a task that is no call', async () => {
    const { taskId, post, tasksOf } = await teamWithTask();
    expect(await post('complete')).toEqual([
      200,
      {
        message: 'Task completed successfully',
        payload: {
          task: {
            taskId,
            status: 'completed',
            callOutcome: null,
            completedAt: sandbox.clock.now().toISOString(),
          },
        },
      },
    ]);
    expect(await tasksOf({ status: 'completed' })).toMatchObject([{ taskId }]);
  });

  test.each(callOutcomes)('a call takes the outcome %s', async (callOutcome) => {
    const { post, tasksOf } = await teamWithTask({ type: '13' });
    expect(await post('complete', { callOutcome })).toMatchObject([
      200,
      { payload: { task: { callOutcome } } },
    ]);
    expect(await tasksOf({ callOutcome })).toHaveLength(1);
  });

  test.each([{}, { callOutcome: 'no-answer' }, { callOutcome: 'interested' }])(
    'a call is refused with %j and stays open',
    async (body) => {
      const { post, tasksOf } = await teamWithTask({ type: '13' });
      expect(await post('complete', body)).toEqual(refused('Failed to complete task: callOutcome'));
      expect(await tasksOf({ status: 'dueToday' })).toHaveLength(1);
    },
  );

  test('an outcome is not kept on a task that is no call', async () => {
    const { post } = await teamWithTask();
    expect(await post('complete', { callOutcome: 'Interested' })).toMatchObject([
      200,
      { payload: { task: { callOutcome: null } } },
    ]);
  });
});

test('a skipped task is listed as skipped', async () => {
  const { taskId, post, tasksOf } = await teamWithTask();
  expect(await post('skip')).toEqual([
    200,
    {
      message: 'Task skipped successfully',
      payload: { task: { taskId, status: 'skipped', skippedAt: sandbox.clock.now().toISOString() } },
    },
  ]);
  expect(await tasksOf({ status: 'skipped' })).toMatchObject([{ taskId }]);
});

describe('snoozing', () => {
  test('answers as the page shows it; the task is listed as snoozed and counts as upcoming', async () => {
    const { taskId, post, tasksOf } = await teamWithTask({ type: '13' });
    const body = { snoozeUntil: '2025-11-04T10:00:00+01:00', callOutcome: 'Callback Later' };
    expect(await post('snooze', body)).toEqual([
      200,
      {
        message: 'Task snoozed successfully',
        payload: {
          task: { taskId, status: 'snoozed', snoozedUntil: TOMORROW, callOutcome: 'Callback Later' },
        },
      },
    ]);
    expect(await tasksOf({ status: 'upcoming' })).toMatchObject([
      { taskId, status: 'snoozed', snoozedUntil: TOMORROW, dueDate: '2025-11-03' },
    ]);
  });

  test.each([
    {},
    { snoozeUntil: '2025-11-04' },
    { snoozeUntil: '2025-11-03T09:00:00Z' },
    { snoozeUntil: TOMORROW, callOutcome: 'Later' },
  ])('is refused with %j', async (body) => {
    const { post, tasksOf } = await teamWithTask();
    expect(await post('snooze', body)).toEqual(refused('Failed to snooze task: (snoozeUntil|callOutcome)'));
    expect(await tasksOf()).toMatchObject([{ status: 'dueToday', snoozedUntil: null }]);
  });

  test('ends with completing', async () => {
    const { post, tasksOf } = await teamWithTask();
    await post('snooze', { snoozeUntil: TOMORROW });
    await post('complete');
    expect(await tasksOf()).toMatchObject([{ status: 'completed', snoozedUntil: null }]);
  });
});

describe('the note', () => {
  test('is replaced, also on a closed task', async () => {
    const { taskId, note, tasksOf } = await teamWithTask({ state: 'completed' });
    expect(await note({ note: 'Ask for Ada' })).toEqual([
      200,
      { message: 'Task note updated successfully', payload: { task: { taskId, taskNote: 'Ask for Ada' } } },
    ]);
    expect(await tasksOf()).toMatchObject([{ taskNote: 'Ask for Ada' }]);
  });

  test.each([{}, { note: null }, { taskNote: 'x' }])('is refused as %j', async (body) => {
    const { note } = await teamWithTask();
    expect(await note(body)).toEqual(refused('Failed to update task note: note'));
  });
});

test.each(['completed', 'skipped'] as const)('a task that is %s has no way back or on', async (state) => {
  const { post, tasksOf } = await teamWithTask({ state });
  expect([
    await post('complete'),
    await post('skip'),
    await post('snooze', { snoozeUntil: TOMORROW }),
  ]).toEqual([
    refused(`Failed to complete task: the task is ${state}`),
    refused(`Failed to skip task: the task is ${state}`),
    refused(`Failed to snooze task: the task is ${state}`),
  ]);
  expect(await tasksOf()).toMatchObject([{ status: state }]);
});

test('a task of another team is unknown to every verb', async () => {
  const { taskId, tasksOf } = await teamWithTask();
  const { call } = await saleshandyTeam(sandbox);
  const answers = [
    await call('POST', `/tasks/${taskId}/complete`),
    await call('POST', `/tasks/${taskId}/skip`),
    await call('POST', `/tasks/${taskId}/snooze`, { body: { snoozeUntil: TOMORROW } }),
    await call('PATCH', `/tasks/${taskId}/note`, { body: { note: 'x' } }),
  ];
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(
    ['complete task', 'skip task', 'snooze task', 'update task note'].map((action) => ({
      code: 4000,
      message: `Failed to ${action}: Task not found`,
    })),
  );
  expect(await tasksOf()).toMatchObject([{ status: 'dueToday', taskNote: null }]);
});

test.each([
  ['PATCH', ''],
  ['PUT', ''],
  ['DELETE', ''],
  ['POST', '/reopen'],
])('there is no %s /tasks/{id}%s', async (method, path) => {
  const { taskId, call } = await teamWithTask();
  expect((await call(method, `/tasks/${taskId}${path}`)).status).toBe(404);
});
