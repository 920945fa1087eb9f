import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { saleshandyTeam } from '../saleshandy-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Page = {
  message: string;
  payload: { tasks: { taskId: string }[]; page: number; pageSize: number; total: number };
};

async function teamWithTasks() {
  const team = await saleshandyTeam(sandbox);
  const [anna, ben] = await team.prospects.addAll([
    {
      firstName: 'Anna',
      lastName: 'Weber',
      email: 'anna@weber.example',
      company: 'Nordlicht',
      outcome: 'Interested',
    },
    { firstName: 'Ben', lastName: 'Okoro', email: 'ben@okoro.example', company: 'Tidewell' },
  ]);
  const sequenceId = await team.sequences.add({ name: 'Depots' });
  const prospectId = anna ?? '';
  const closedAt = new Date('2025-11-02T10:00:00Z');
  await team.tasks.addAll([
    { id: 'late', prospectId, type: '2', dueDate: '2025-11-02', priority: '4', sequenceId },
    { id: 'today', prospectId: ben ?? '', type: '13', dueDate: '2025-11-03', priority: '1' },
    { id: 'soon', prospectId, type: '9', dueDate: '2025-11-04', assigneeId: team.userId },
    {
      id: 'asleep',
      prospectId,
      type: '16',
      dueDate: '2025-11-01',
      snoozedUntil: new Date('2025-11-03T09:00:00.001Z'),
    },
    {
      id: 'done',
      prospectId,
      type: '11',
      dueDate: '2025-11-06',
      state: 'completed',
      callOutcome: 'No Answer',
      completedAt: closedAt,
    },
    {
      id: 'done-early',
      prospectId,
      type: '18',
      dueDate: '2025-11-07',
      state: 'completed',
      completedAt: new Date(0),
    },
    { id: 'dropped', prospectId, type: '6', dueDate: '2025-11-08', state: 'skipped', skippedAt: closedAt },
  ]);
  const ids = async (query: Record<string, string>) =>
    (await team.tasksOf(query)).map(({ taskId }) => taskId);
  return { ...team, sequenceId, ids };
}

const all = ['asleep', 'late', 'today', 'soon', 'done', 'done-early', 'dropped'];

test.each<[Record<string, string>, string[]]>([
  [{}, all],
  [{ status: 'upcoming' }, ['asleep', 'soon']],
  [{ status: 'dueToday' }, ['today']],
  [{ status: 'overdue' }, ['late']],
  [{ status: 'completed' }, ['done', 'done-early']],
  [{ status: 'skipped' }, ['dropped']],
  [{ taskType: 'linkedin' }, ['late', 'dropped']],
  [{ taskType: 'call' }, ['today', 'done']],
  [{ taskType: 'custom' }, ['soon']],
  [{ taskType: 'whatsapp' }, ['asleep', 'done-early']],
  [{ callOutcome: 'No Answer' }, ['done']],
  [{ prospectOutcome: 'Interested' }, ['asleep', 'late', 'soon', 'done', 'done-early', 'dropped']],
  [{ search: 'BEN@OKO' }, ['today']],
  [{ search: 'ben okoro' }, ['today']],
  [{ search: 'tidewell' }, ['today']],
  [{ search: '%' }, []],
  [{ status: 'upcoming', taskType: 'custom' }, ['soon']],
  [{ sequenceId: 'nobodys' }, []],
  [{ sortOrder: 'DESC' }, all.toReversed()],
  [{ sortBy: 'priority' }, ['today', 'late', 'asleep', 'soon', 'done', 'done-early', 'dropped']],
  [{ sortBy: 'priority', sortOrder: 'DESC', status: 'overdue' }, ['late']],
  [{ sortBy: 'completedAt', sortOrder: 'DESC', status: 'completed' }, ['done', 'done-early']],
  [{ sortBy: 'completedAt', status: 'completed' }, ['done-early', 'done']],
  [{ sortBy: 'skippedAt', sortOrder: 'DESC', taskType: 'linkedin' }, ['dropped', 'late']],
])('%j lists %j', async (query, listed) => {
  const { ids } = await teamWithTasks();
  expect(await ids(query)).toEqual(listed);
});

test('tasks are listed by their sequence and by their assignee, and name both', async () => {
  const { ids, sequenceId, userId, read } = await teamWithTasks();
  expect([await ids({ sequenceId }), await ids({ taskAssignee: userId })]).toEqual([['late'], ['soon']]);
  expect(await read('/tasks', { search: 'weber', status: 'overdue' })).toMatchObject({
    payload: {
      tasks: [
        {
          prospect: { firstName: 'Anna', email: 'anna@weber.example', company: 'Nordlicht' },
          sequence: { id: sequenceId, name: 'Depots' },
          assignee: null,
        },
      ],
      total: 1,
    },
  });
  expect(await read('/tasks/soon')).toMatchObject({
    payload: { assignee: { id: userId, name: 'Ada Okonkwo' } },
  });
});

test('a snooze that is over leaves the day it was snoozed to, and the due date as it was', async () => {
  const sandbox = await openSandbox();
  const team = await saleshandyTeam(sandbox);
  await team.tasks.add({
    prospectId: await team.prospects.add({}),
    dueDate: '2025-10-20',
    snoozedUntil: new Date('2025-11-04T08:00:00Z'),
  });
  const seen = [];
  for (let day = 0; day < 4; day += 1) {
    const [task] = await team.tasksOf();
    seen.push([task?.status, task?.dueDate, task?.snoozedUntil]);
    sandbox.clock.forward(86_400_000 / 2);
  }
  await sandbox.close();
  const until = ['2025-10-20', '2025-11-04T08:00:00.000Z'];
  expect(seen).toEqual([
    ['snoozed', ...until],
    ['snoozed', ...until],
    ['dueToday', ...until],
    ['dueToday', ...until],
  ]);
});

test('the counts are those of the lists', async () => {
  const { read } = await teamWithTasks();
  expect(await read('/tasks/counts')).toEqual({
    message: 'Task counts fetched successfully',
    payload: { upcoming: 2, dueToday: 1, overdue: 1, completed: 2, skipped: 1 },
  });
});

test('pages count from 1, hold each task once, and the one past the end is empty', async () => {
  const { prospects, tasks, read } = await saleshandyTeam(sandbox);
  const prospectId = await prospects.add({});
  const made = await tasks.addAll(Array.from({ length: 230 }, () => ({ prospectId })));
  const pages = await Promise.all(
    ['1', '2', '3', '4'].map((page) => read<Page>('/tasks', { page, pageSize: '100' })),
  );
  expect(pages.map(({ payload: { tasks: listed, ...pager } }) => [listed.length, pager])).toEqual([
    [100, { page: 1, pageSize: 100, total: 230 }],
    [100, { page: 2, pageSize: 100, total: 230 }],
    [30, { page: 3, pageSize: 100, total: 230 }],
    [0, { page: 4, pageSize: 100, total: 230 }],
  ]);
  const listed = pages.flatMap(({ payload }) => payload.tasks.map(({ taskId }) => taskId));
  expect(listed.toSorted()).toEqual(made.toSorted());
  expect((await read<Page>('/tasks')).payload).toMatchObject({ page: 1, pageSize: 25 });
  expect((await read<Page>('/tasks', { pageSize: '500' })).payload).toMatchObject({ pageSize: 100 });
});

test('a team sees its own tasks only', async () => {
  const [{ ids }, theirs] = [await teamWithTasks(), await saleshandyTeam(sandbox)];
  expect([await theirs.tasksOf(), (await ids({})).length]).toEqual([[], 7]);
  const answer = await theirs.call('GET', '/tasks/late');
  expect([answer.status, await answer.json()]).toEqual([404, { code: 4004, message: 'Task not found' }]);
});

test.each<Record<string, string>>([
  { page: '0' },
  { page: 'first' },
  { pageSize: '0' },
  { sortBy: 'createdAt' },
  { sortOrder: 'asc' },
  { status: 'snoozed' },
  { taskType: '13' },
  { callOutcome: 'no-answer' },
])('the query %j is refused', async (query) => {
  const { call } = await saleshandyTeam(sandbox);
  const answer = await call('GET', '/tasks', { query });
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { code: 4000, message: expect.stringMatching(/^Failed to fetch tasks: /) as string },
  ]);
});
