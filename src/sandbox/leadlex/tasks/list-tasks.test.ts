import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type TaskPage = { data: { tasks: { id: string; title: string }[] }; meta: object };
const titles = ({ data }: TaskPage) => data.tasks.map(({ title }) => title).join('');

test('a listed task has a block for each record that it is linked to', async () => {
  const { companies, contacts, deals, events, tasks, userId, read } = await newWorkspace(sandbox);
  const companyId = await companies.add({ name: 'Nordlicht GmbH' });
  const contactId = await contacts.add({
    fullName: 'Hans Müller',
    email: 'hans@nordlicht.example',
    companyId,
  });
  const dealId = await deals.add({ title: 'GDPR audit' });
  const eventId = await events.add({ title: 'Client lunch' });
  const links = { contactId, companyId, dealId, eventId, assigneeId: userId };
  const id = await tasks.add({ title: 'Everything', dueDate: '2025-11-04', ...links });
  const bare = await tasks.add({ title: 'One', contactId, createdDate: '2025-11-04T00:00:00+02:00' });
  expect(await read('/tasks')).toMatchObject({
    data: {
      tasks: [
        {
          id,
          title: 'Everything',
          status: 'open',
          due_date: '2025-11-04',
          assigned_to_user_id: userId,
          contact_id: contactId,
          contact: {
            id: contactId,
            full_name: 'Hans Müller',
            email: 'hans@nordlicht.example',
            company_name: 'Nordlicht GmbH',
          },
          company: { id: companyId, name: 'Nordlicht GmbH' },
          deal: { id: dealId, title: 'GDPR audit' },
          event: { id: eventId, title: 'Client lunch' },
        },
        { id: bare, created_date: '2025-11-04T00:00:00+02:00', company: null, deal: null, event: null },
      ],
    },
    meta: { page: 1, per_page: 50, total: 2 },
  });
});

test('pages come by created date and then stop', async () => {
  const { contacts, tasks, read } = await newWorkspace(sandbox);
  const contactId = await contacts.add({});
  const ids = await tasks.addAll(
    Array.from({ length: 120 }, (_, index) => ({
      contactId,
      createdDate: new Date(
        Date.parse('2025-01-01T00:00:00Z') + ((index * 7) % 120) * 3_600_000,
      ).toISOString(),
    })),
  );
  const page = (number: number, size?: number) =>
    read<TaskPage>('/tasks', { page: String(number), ...(size && { per_page: String(size) }) });
  const pages = [await page(1), await page(2), await page(3), await page(4)];
  expect(pages.map(({ data }) => data.tasks.length)).toEqual([50, 50, 20, 0]);
  expect(pages.map(({ meta }) => meta)).toContainEqual({ page: 4, per_page: 50, total: 120 });
  const listed = pages.flatMap(({ data }) => data.tasks.map(({ id }) => id));
  expect(listed).toEqual(ids.toSorted((a, b) => ((ids.indexOf(a) * 7) % 120) - ((ids.indexOf(b) * 7) % 120)));
  expect(await page(1, 500)).toMatchObject({ meta: { per_page: 100, total: 120 } });
  expect((await page(1, 500)).data.tasks).toHaveLength(100);
});

test('tasks can be asked for by status, assignee, deal and contact', async () => {
  const { contacts, deals, users, tasks, userId, read } = await newWorkspace(sandbox);
  const [contactId = '', otherId] = await contacts.addAll([{}, {}]);
  const [dealId, assigneeId] = [await deals.add({}), await users.add({})];
  await tasks.addAll([
    { title: 'a', id: '1', contactId, assigneeId: userId },
    { title: 'b', id: '2', contactId, assigneeId, status: 'in_progress' },
    { title: 'c', id: '3', dealId, status: 'completed' },
    { title: 'd', id: '4', contactId: otherId, dealId, assigneeId: userId },
  ]);
  const asked = async (query: Record<string, string>) => titles(await read<TaskPage>('/tasks', query));
  expect([
    await asked({}),
    await asked({ status: 'open' }),
    await asked({ status: 'in_progress' }),
    await asked({ status: 'completed' }),
    await asked({ assignee_id: userId }),
    await asked({ deal_id: dealId }),
    await asked({ contact_id: contactId }),
    await asked({ contact_id: contactId, status: 'open' }),
    await asked({ contact_id: 'nobody' }),
  ]).toEqual(['abcd', 'ad', 'b', 'c', 'ad', 'cd', 'ab', 'a', '']);
});

test('tasks of another workspace are not listed', async () => {
  const [{ contacts, tasks }, { read }] = [await newWorkspace(sandbox), await newWorkspace(sandbox)];
  await tasks.add({ contactId: await contacts.add({}) });
  expect(await read('/tasks')).toEqual({ data: { tasks: [] }, meta: { page: 1, per_page: 50, total: 0 } });
});

test.each([{ page: '0' }, { page: 'two' }, { per_page: '0' }, { status: 'pending' }])(
  'the query %j is refused as a validation error',
  async (query) => {
    const { call } = await newWorkspace(sandbox);
    const answer = await call('GET', '/tasks', { query });
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { code: 'validation_error' } },
    ]);
  },
);
