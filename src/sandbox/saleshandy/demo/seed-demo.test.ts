import { afterAll, beforeAll, expect, test } from 'vitest';

import { lemlistAuth, openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { callOutcomes, taskTypes } from '../vocabulary';
import { DEMO_KEY } from './demo-key';

type DemoTask = {
  taskType: string;
  taskNote: string | null;
  status: string;
  dueDate: string;
  priority: string | null;
  callOutcome: string | null;
  completedAt: string | null;
  skippedAt: string | null;
  createdAt: string;
  assignee: { name: string } | null;
  sequence: object | null;
};
type DemoProspect = { email: string; attributes: { key: string; value: string }[] };

let sandbox: SandboxUnderTest;
let open: DemoTask[];
let closed: DemoTask[];
let prospects: DemoProspect[];

const demo = async <Answer>(path: string) =>
  (await (
    await sandbox.send('GET', `/saleshandy/v1${path}`, { headers: { 'x-api-key': DEMO_KEY } })
  ).json()) as Answer;

beforeAll(async () => {
  sandbox = await openSandbox();
  await Promise.all([sandbox.sandbox.seedDemo(), sandbox.sandbox.seedDemo()]);
  await sandbox.sandbox.seedDemo();
  const { tasks } = (await (await sandbox.send('GET', '/control/saleshandy/tasks')).json()) as {
    tasks: DemoTask[];
  };
  open = tasks.filter(({ completedAt, skippedAt }) => completedAt === null && skippedAt === null);
  closed = tasks.filter((task) => !open.includes(task));
  const pages = await Promise.all(
    [1, 2, 3].map((page) => demo<{ payload: DemoProspect[] }>(`/prospects?page=${page}`)),
  );
  prospects = pages.flatMap(({ payload }) => payload);
});
afterAll(() => sandbox.close());

test('the demo team is whole, and there once, however often it is asked for', async () => {
  const [members, sequences] = await Promise.all([
    demo<{ payload: object[] }>('/user/team-member-list'),
    demo<{ payload: object[] }>('/sequences'),
  ]);
  expect([
    members.payload.length,
    sequences.payload.length,
    prospects.length,
    open.length,
    closed.length,
  ]).toEqual([8, 5, 250, 300, 40]);
});

test('its tasks are of every type and priority and read like work', () => {
  expect(new Set(open.map(({ taskType }) => taskType))).toEqual(new Set(taskTypes));
  expect(new Set(open.map(({ priority }) => priority))).toEqual(new Set([null, '1', '2', '3', '4']));
  expect(
    open.filter(({ taskNote }) => taskNote === '' || /[{}]|undefined|null/.test(taskNote ?? '')),
  ).toEqual([]);
  expect(open.filter(({ assignee }) => assignee === null)).toEqual([]);
  expect(open.filter(({ sequence }) => sequence !== null).length).toBeGreaterThan(150);
});

test('they are due around today, some late, some put off', async () => {
  const { payload } = await demo<{ payload: Record<string, number> }>('/tasks/counts');
  expect(
    Math.min(...['overdue', 'dueToday', 'upcoming'].map((status) => payload[status] ?? 0)),
  ).toBeGreaterThan(30);
  expect(open.filter(({ status }) => status === 'snoozed').length).toBeGreaterThan(3);
});

test('the last two weeks have a history, each call with its outcome', () => {
  const now = sandbox.clock.now();
  const times = closed.map(({ completedAt, skippedAt }) => Date.parse(completedAt ?? skippedAt ?? ''));
  expect(times.every((time) => time < now.getTime() && time >= now.getTime() - 14 * 86_400_000)).toBe(true);
  expect(new Set(closed.map(({ status }) => status))).toEqual(new Set(['completed', 'skipped']));
  const calls = closed.filter(({ status, taskType }) => status === 'completed' && /^1[1-5]$/.test(taskType));
  expect(calls.length).toBeGreaterThan(3);
  expect(calls.filter(({ callOutcome }) => !callOutcomes.includes(callOutcome as never))).toEqual([]);
  expect(
    closed.filter(({ createdAt, completedAt, skippedAt }) => createdAt > (completedAt ?? skippedAt ?? '')),
  ).toEqual([]);
});

test('some of its people are contacts of the lemlist demo, by address, phone or LinkedIn', async () => {
  const answer = await sandbox.send('GET', '/lemlist/api/contacts', {
    query: { limit: '500' },
    headers: { authorization: lemlistAuth('sandbox-lemlist-key') },
  });
  const { data } = (await answer.json()) as {
    data: { email: string; fields: { phone: string; linkedinUrl: string } }[];
  };
  const there = (values: string[]) => new Set(values.filter((value) => value !== ''));
  const emails = there(data.map(({ email }) => email));
  const phones = there(data.map(({ fields }) => fields.phone));
  const profiles = there(data.map(({ fields }) => fields.linkedinUrl));
  const valueOf = ({ attributes }: DemoProspect, key: string) =>
    attributes.find((attribute) => attribute.key === key)?.value ?? '';
  const byEmail = prospects.filter(({ email }) => emails.has(email));
  const byOthers = prospects.filter(
    (prospect) =>
      !emails.has(prospect.email) &&
      (phones.has(valueOf(prospect, 'Phone Number')) || profiles.has(valueOf(prospect, 'LinkedIn'))),
  );
  expect(byEmail.length).toBe(72);
  expect(byOthers.length).toBeGreaterThan(10);
  expect(prospects.length - byEmail.length - byOthers.length).toBeGreaterThan(120);
});
