import { afterAll, beforeAll, expect, test } from 'vitest';

import { lemlistAuth, openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { DEMO_KEY } from './demo-key';

type DemoTask = {
  title: string;
  description: string;
  status: string;
  due_date: string | null;
  created_date: string;
  contact: object | null;
  company: object | null;
  deal: object | null;
  event: object | null;
};
type Contact = { id: string; full_name: string; email: string; company_name: string | null };

let sandbox: SandboxUnderTest;
let tasks: DemoTask[];
let contacts: Contact[];

const demo = (method: string, path: string, body?: object) =>
  sandbox.send(method, `/leadlex/v1${path}`, { body, headers: { authorization: `Bearer ${DEMO_KEY}` } });
const read = async <Answer>(path: string) => (await (await demo('GET', path)).json()) as Answer;

beforeAll(async () => {
  sandbox = await openSandbox();
  await Promise.all([sandbox.sandbox.seedDemo(), sandbox.sandbox.seedDemo()]);
  await sandbox.sandbox.seedDemo();
  const pages = <Row>(path: string) =>
    Promise.all(
      [1, 2].map((page) => read<{ data: Record<string, Row[]> }>(`${path}?per_page=100&page=${page}`)),
    );
  tasks = (await pages<DemoTask>('/tasks')).flatMap(({ data }) => data.tasks ?? []);
  contacts = (await pages<Contact>('/contacts')).flatMap(({ data }) => data.contacts ?? []);
});
afterAll(() => sandbox.close());

test('the demo firm is whole, and there once, however often it is asked for', async () => {
  const total = async (path: string) => (await read<{ meta: { total: number } }>(path)).meta.total;
  expect([
    (await read<{ data: { users: object[] } }>('/users')).data.users.length,
    contacts.length,
    await total('/companies'),
    await total('/deals'),
    await total('/calendar/events?from=2025-01-01&to=2026-12-31'),
    tasks.length,
  ]).toEqual([6, 150, 50, 40, 15, 200]);
  expect((await demo('GET', '/users')).headers.get('x-ratelimit-limit')).toBe('200');
});

test('its tasks are in all three states, and each has a parent', () => {
  const count = (status: string) => tasks.filter((task) => task.status === status).length;
  expect([count('open'), count('in_progress'), count('completed')]).toEqual([138, 32, 30]);
  expect(tasks.filter(({ contact, company, deal, event }) => !(contact ?? company ?? deal ?? event))).toEqual(
    [],
  );
  for (const kind of ['contact', 'company', 'deal', 'event'] as const) {
    expect(tasks.filter((task) => task[kind]).length).toBeGreaterThan(5);
  }
});

test('its tasks read like work and were made before now', () => {
  const bad = ({ title, description }: DemoTask) =>
    title === '' || /[{}]|undefined|null/.test(title + description);
  expect(tasks.filter(bad)).toEqual([]);
  expect(tasks.every(({ created_date }) => created_date < sandbox.clock.now().toISOString())).toBe(true);
});

test('they are due around today, by the day, to the minute or never', () => {
  const today = sandbox.clock.now().toISOString().slice(0, 10);
  const due = tasks.flatMap(({ due_date, status }) => (due_date && status !== 'completed' ? [due_date] : []));
  expect(due.filter((date) => date.slice(0, 10) < today).length).toBeGreaterThan(15);
  expect(due.filter((date) => date.startsWith(today)).length).toBeGreaterThan(10);
  expect(due.filter((date) => date.slice(0, 10) > today).length).toBeGreaterThan(50);
  expect(due.filter((date) => date.length === 10).length).toBeGreaterThan(50);
  expect(due.filter((date) => date.length > 10).length).toBeGreaterThan(30);
  expect(tasks.filter(({ due_date }) => due_date === null).length).toBeGreaterThan(20);
});

test('some of its people are people of the lemlist demo', async () => {
  const answer = await sandbox.send('GET', '/lemlist/api/contacts', {
    query: { limit: '500' },
    headers: { authorization: lemlistAuth('sandbox-lemlist-key') },
  });
  const { data } = (await answer.json()) as { data: { email: string; fullName: string }[] };
  const known = new Map(data.map(({ email, fullName }) => [email, fullName]));
  const shared = contacts.filter(({ email }) => known.has(email));
  expect(shared).toHaveLength(80);
  expect(shared.every(({ email, full_name }) => known.get(email) === full_name)).toBe(true);
  expect(contacts.filter(({ company_name }) => company_name !== null).length).toBeGreaterThan(120);
});

test('two contacts have the name of Hans Müller, so that the name is ambiguous', async () => {
  const namesakes = contacts.filter(({ full_name }) => full_name === 'Hans Müller');
  expect(new Set(namesakes.map(({ company_name }) => company_name)).size).toBe(2);
  const answer = await demo('POST', '/tasks', { title: 'Call', contact_name: 'Hans Muller' });
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  expect(error.code).toBe('ambiguous_reference');
  expect(namesakes.every(({ id }) => error.message.includes(id))).toBe(true);
});
