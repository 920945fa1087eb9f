import { afterAll, beforeAll, expect, test } from 'vitest';

import { lemlistAuth, openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { taskTypes } from '../tables';
import { DEMO_KEY } from './demo-key';

type DemoTask = {
  _id: string;
  type: string;
  title: string;
  content: string;
  status: string;
  dueDate: string;
  leadId?: string;
  campaignId?: string;
  contactId?: string;
  companyId?: string;
  images: string[];
  videos: string[];
};

let sandbox: SandboxUnderTest;
let pending: DemoTask[];

const control = async <Answer>(path: string) =>
  (await (await sandbox.send('GET', `/control/lemlist${path}`)).json()) as Answer;
const demo = async <Answer>(path: string) =>
  (await (
    await sandbox.send('GET', `/lemlist/api${path}`, { headers: { authorization: lemlistAuth(DEMO_KEY) } })
  ).json()) as Answer;

beforeAll(async () => {
  sandbox = await openSandbox();
  await Promise.all([sandbox.sandbox.seedDemo(), sandbox.sandbox.seedDemo()]);
  await sandbox.sandbox.seedDemo();
  const { tasks } = await control<{ tasks: DemoTask[] }>('/tasks');
  pending = tasks.filter(({ status }) => status === 'pending');
});
afterAll(() => sandbox.close());

test('the demo team is whole, and there once, however often it is asked for', async () => {
  const [team, { campaigns }, contacts, companies] = await Promise.all([
    demo<{ users: { name: string }[] }>('/team?version=v2'),
    demo<{ campaigns: { status: string }[] }>('/campaigns?version=v2'),
    demo<{ total: number }>('/contacts?limit=1'),
    demo<{ data: object[] }>('/companies?limit=500'),
  ]);
  expect([
    team.users.length,
    campaigns.length,
    contacts.total,
    companies.data.length,
    pending.length,
  ]).toEqual([12, 8, 400, 65, 600]);
  expect(new Set(campaigns.map(({ status }) => status)).size).toBeGreaterThanOrEqual(5);
});

test('its tasks are of every type and read like work', () => {
  expect(new Set(pending.map(({ type }) => type))).toEqual(new Set(taskTypes));
  expect(
    pending.filter(({ title, content }) => title === '' || /[{}]|undefined|null/.test(title + content)),
  ).toEqual([]);
});

test('most belong to a lead, some to a person or a company only, a few to nobody', () => {
  const share = (has: (task: DemoTask) => boolean) => pending.filter(has).length / pending.length;
  expect(share(({ leadId, campaignId }) => Boolean(leadId) && Boolean(campaignId))).toBeCloseTo(0.65, 1);
  expect(share(({ contactId, leadId }) => Boolean(contactId) && !leadId)).toBeGreaterThan(0.1);
  expect(share(({ companyId }) => Boolean(companyId))).toBeGreaterThan(0.04);
  expect(share(({ contactId, companyId }) => !contactId && !companyId)).toBeGreaterThan(0.01);
});

test('they are due around today, some already late', () => {
  const today = sandbox.clock.now().toISOString().slice(0, 10);
  const days = pending.map(({ dueDate }) => dueDate.slice(0, 10));
  expect(days.filter((day) => day < today).length).toBeGreaterThan(60);
  expect(days.filter((day) => day === today).length).toBeGreaterThan(60);
  expect(days.filter((day) => day > today).length).toBeGreaterThan(240);
});

test('a few LinkedIn tasks carry media, all by HTTPS', () => {
  const withMedia = pending.filter(({ images, videos }) => images.length + videos.length > 0);
  expect(withMedia.length).toBeGreaterThan(3);
  expect(new Set(withMedia.map(({ type }) => type))).toEqual(new Set(['linkedinSend']));
  expect(
    withMedia
      .flatMap(({ images, videos }) => [...images, ...videos])
      .every((url) => url.startsWith('https://')),
  ).toBe(true);
});

test('people of many scripts can be found by name, and each has an address of plain letters', async () => {
  const names = ['佐藤', 'ليلى', 'Ελένη', 'Юлия', '김서연', 'शर्मा', 'Büyük', 'Weißgerber'];
  const found = await Promise.all(
    names.map((name) => demo<{ total: number }>(`/contacts?search=${encodeURIComponent(name)}`)),
  );
  expect(found.filter(({ total }) => total === 0)).toEqual([]);
  const { data } = await demo<{ data: { email: string }[] }>('/contacts?limit=500');
  expect(data.filter(({ email }) => !/^[a-z]+\.[a-z]+\d*@[a-z-]+\.example$/.test(email))).toEqual([]);
  expect(new Set(data.map(({ email }) => email)).size).toBe(400);
});

test('the last two weeks have a history', async () => {
  const activities = await demo<{ createdAt: string }[]>('/activities?version=v2&type=manualDone');
  expect(activities).toHaveLength(80);
  expect(activities.every(({ createdAt }) => createdAt < sandbox.clock.now().toISOString())).toBe(true);
});
