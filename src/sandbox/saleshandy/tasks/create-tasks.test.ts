import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';
import { taskTypes } from '../vocabulary';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

test('the example of the page makes the task and answers for each prospect', async () => {
  const { prospects, userId, call, read } = await saleshandyTeam(sandbox);
  await prospects.addAll([
    { id: 'Pr9xQ2Lm', ownerId: userId },
    { id: 'Pr4Kb8Qw', firstName: 'Anna' },
  ]);
  const answer = await call('POST', '/tasks/create', {
    body: {
      prospectIds: ['Pr9xQ2Lm', 'Pr4Kb8Qw', 'INVALIDxx'],
      taskType: '13',
      priority: '3',
      dueDate: '2026-04-22',
      taskNote: 'Call to follow up on the proposal sent yesterday.',
    },
  });
  expect(answer.status).toBe(201);
  const body = (await answer.json()) as { payload: { results: { taskId: string }[] } };
  const taskId = expect.stringMatching(/^\w{10}$/) as string;
  expect(body).toEqual({
    message: 'Task created successfully',
    payload: {
      results: [
        { prospectId: 'Pr9xQ2Lm', taskId, success: true },
        { prospectId: 'Pr4Kb8Qw', taskId, success: true },
        { prospectId: 'INVALIDxx', taskId: null, success: false },
      ],
    },
  });
  const [first, second] = body.payload.results;
  expect(first?.taskId).not.toBe(second?.taskId);
  expect(await read(`/tasks/${first?.taskId}`)).toEqual({
    message: 'Task fetched successfully',
    payload: {
      taskId: first?.taskId,
      taskType: '13',
      taskNote: 'Call to follow up on the proposal sent yesterday.',
      priority: '3',
      dueDate: '2026-04-22',
      status: 'upcoming',
      snoozedUntil: null,
      callOutcome: null,
      completedAt: null,
      skippedAt: null,
      createdAt: sandbox.clock.now().toISOString(),
      prospect: {
        id: 'Pr9xQ2Lm',
        firstName: 'John',
        lastName: 'Doe',
        email: '',
        company: '',
        phone: '',
        jobTitle: '',
        linkedin: '',
      },
      sequence: null,
      assignee: { id: userId, name: 'Ada Okonkwo' },
    },
  });
  expect(await read(`/tasks/${second?.taskId}`)).toMatchObject({ payload: { assignee: null } });
});

test('what may be left out is none, and due today', async () => {
  const { prospects, call, tasksOf } = await saleshandyTeam(sandbox);
  const prospectIds = [await prospects.add({})];
  await call('POST', '/tasks/create', { body: { prospectIds, taskType: '9' } });
  expect(await tasksOf()).toMatchObject([
    { taskNote: null, priority: null, dueDate: '2025-11-03', status: 'dueToday' },
  ]);
});

test('each of the fourteen types is taken and answered by its code', async () => {
  const { prospects, call, tasksOf } = await saleshandyTeam(sandbox);
  const prospectIds = [await prospects.add({})];
  const answers = await Promise.all(
    taskTypes.map((taskType) => call('POST', '/tasks/create', { body: { prospectIds, taskType } })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(14).fill(201));
  const types = (await tasksOf()).map(({ taskType }) => Number(taskType));
  expect(types.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 9, 11, 12, 13, 14, 15, 16, 17, 18]);
});

test('a prospect of another team is a failed row, also when it is the only one', async () => {
  const [ours, theirs] = [await saleshandyTeam(sandbox), await saleshandyTeam(sandbox)];
  const prospectId = await theirs.prospects.add({});
  const answer = await ours.call('POST', '/tasks/create', {
    body: { prospectIds: [prospectId], taskType: '9' },
  });
  expect([answer.status, await answer.json()]).toEqual([
    201,
    {
      message: 'Task created successfully',
      payload: { results: [{ prospectId, taskId: null, success: false }] },
    },
  ]);
  expect(await theirs.tasksOf()).toEqual([]);
});

test.each([
  ['prospectIds', undefined],
  ['prospectIds', []],
  ['prospectIds', 'Pr9xQ2Lm'],
  ['prospectIds', [7]],
  ['prospectIds', Array(1001).fill('Pr9xQ2Lm')],
  ['taskType', undefined],
  ['taskType', '1'],
  ['taskType', 13],
  ['priority', '5'],
  ['priority', 1],
  ['dueDate', '2026-02-30'],
  ['dueDate', '2026-04-22T09:00:00Z'],
  ['taskNote', 'zero \0'],
])('a task with %s %j is refused by name, and none is made', async (field, value) => {
  const { prospects, call, tasksOf } = await saleshandyTeam(sandbox);
  const body = { prospectIds: [await prospects.add({})], taskType: '9', [field]: value };
  const answer = await call('POST', '/tasks/create', { body });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { code: 4000, message: expect.stringMatching(`^Failed to create task: ${field}`) as string },
  ]);
  expect(await tasksOf()).toEqual([]);
});

test.each([
  ['not JSON', { rawBody: '{"taskType":' }],
  ['an array', { rawBody: '[]' }],
  ['no body', {}],
  [
    'another content type',
    { rawBody: '{"prospectIds":["x"],"taskType":"9"}', headers: { 'content-type': 'text/plain' } },
  ],
])('a body that is %s is refused', async (_, request) => {
  const { call } = await saleshandyTeam(sandbox);
  const answer = await call('POST', '/tasks/create', request);
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 4000 }]);
});

test('a body of more than a megabyte is refused', async () => {
  const { call } = await saleshandyTeam(sandbox);
  const answer = await call('POST', '/tasks/create', { body: { taskNote: 'a'.repeat(1024 * 1024) } });
  expect([answer.status, await answer.json()]).toMatchObject([413, { message: 'Payload too large' }]);
});
