import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Contacts = { data: { contacts: { id: string; full_name: string }[] } };
const names = ({ data }: Contacts) => data.contacts.map(({ full_name }) => full_name);

test('users come all at once, by name', async () => {
  const { users, userId, read } = await newWorkspace(sandbox);
  const id = await users.add({ fullName: 'Ada Achterberg', email: 'ada@firm.example' });
  expect(await read('/users')).toEqual({
    data: {
      users: [
        { id, full_name: 'Ada Achterberg', email: 'ada@firm.example' },
        { id: userId, full_name: 'Noor Haddad', email: 'noor@firm.example' },
      ],
    },
  });
});

test('a contact is listed with its company, and answered flat under other names', async () => {
  const { companies, contacts, read } = await newWorkspace(sandbox);
  const companyId = await companies.add({ name: 'Nordlicht GmbH' });
  const person = {
    first_name: 'Hans',
    last_name: 'Müller',
    full_name: 'Hans Müller',
    email: 'hans@nordlicht.example',
    phone: '+49 30 1',
    job_title: 'General Counsel',
    linkedin_url: 'https://www.linkedin.com/in/hans',
  };
  const createdAt = new Date('2025-01-02T03:04:05.000Z');
  const id = await contacts.add({
    firstName: 'Hans',
    lastName: 'Müller',
    email: person.email,
    phone: person.phone,
    jobTitle: person.job_title,
    linkedinUrl: person.linkedin_url,
    companyId,
    createdAt,
  });
  expect(await read('/contacts')).toEqual({
    data: {
      contacts: [{ id, ...person, company_name: 'Nordlicht GmbH', created_at: createdAt.toISOString() }],
    },
    meta: { page: 1, per_page: 50, total: 1 },
  });
  expect(await read(`/contacts/${id}`)).toEqual({
    data: {
      id,
      ...person,
      company: 'Nordlicht GmbH',
      related_company_id: companyId,
      created_date: createdAt.toISOString(),
    },
  });
});

test('contacts can be searched, taken from a list, sorted and paged', async () => {
  const { companies, contacts, read } = await newWorkspace(sandbox);
  const companyId = await companies.add({ name: 'Zebra AG' });
  await contacts.addAll([
    { fullName: 'Carl', email: 'c@x.example', listIds: ['vip'], createdAt: new Date('2025-01-01') },
    { fullName: 'Anna', email: 'a@x.example', companyId, createdAt: new Date('2025-01-02') },
    { fullName: 'Bert', email: 'b@y.example', listIds: ['vip'], createdAt: new Date('2025-01-03') },
  ]);
  const asked = async (query: Record<string, string>) => names(await read<Contacts>('/contacts', query));
  expect([
    await asked({}),
    await asked({ search: 'X.EXAMPLE' }),
    await asked({ search: 'zebra' }),
    await asked({ list_id: 'vip' }),
    await asked({ sort: '-full_name' }),
    await asked({ sort: 'created_at' }),
    await asked({ sort: '-created_at', per_page: '2', page: '2' }),
  ]).toEqual([
    ['Anna', 'Bert', 'Carl'],
    ['Anna', 'Carl'],
    ['Anna'],
    ['Bert', 'Carl'],
    ['Carl', 'Bert', 'Anna'],
    ['Carl', 'Anna', 'Bert'],
    ['Carl'],
  ]);
});

test('a contact includes up to three tasks that are not completed, the first due first', async () => {
  const { contacts, deals, tasks, read } = await newWorkspace(sandbox);
  const contactId = await contacts.add({});
  await deals.add({ title: 'GDPR audit', contactId });
  await tasks.addAll([
    { contactId, title: 'never' },
    { contactId, title: 'third', dueDate: '2025-11-05T08:00:00Z', status: 'in_progress' },
    { contactId, title: 'done', dueDate: '2025-11-01', status: 'completed' },
    { contactId, title: 'first', dueDate: '2025-11-02' },
    { contactId, title: 'second', dueDate: '2025-11-03' },
  ]);
  const include = (what: string) =>
    read<{ data: { open_tasks?: { title: string }[] } }>(`/contacts/${contactId}`, { include: what });
  const { data } = await include('tasks');
  expect(data.open_tasks?.map(({ title }) => title)).toEqual(['first', 'second', 'third']);
  expect(data).not.toHaveProperty('deals');
  expect(await include('notes,deals')).toMatchObject({
    data: { notes: [], deals: [{ title: 'GDPR audit' }] },
  });
  expect(Object.keys((await include('*')).data)).toEqual(
    expect.arrayContaining(['open_tasks', 'deals', 'notes']),
  );
});

test('a deal is listed by its filters and answered under data.deal', async () => {
  const { contacts, deals, userId, read } = await newWorkspace(sandbox);
  const contactId = await contacts.add({});
  const [audit, lease] = await deals.addAll([
    {
      title: 'Audit',
      stage: 'Pitch',
      contactId,
      ownerUserId: userId,
      tags: ['panel', 'urgent'],
      value: 4000,
    },
    { title: 'Lease', status: 'won', pipeline: 'Renewals' },
  ]);
  const asked = async (query: Record<string, string>) =>
    (await read<{ data: { deals: { id: string }[] } }>('/deals', query)).data.deals.map(({ id }) => id);
  expect([
    await asked({}),
    await asked({ status: 'won' }),
    await asked({ stage: 'Pitch' }),
    await asked({ pipeline: 'Renewals' }),
    await asked({ contact_id: contactId }),
    await asked({ owner_user_id: userId }),
    await asked({ tags: 'urgent,other' }),
  ]).toEqual([[audit, lease], [lease], [audit], [lease], [audit], [audit], [audit]]);
  expect(await read(`/deals/${audit}`)).toMatchObject({
    data: { deal: { id: audit, title: 'Audit', status: 'open', value: 4000, contact_id: contactId } },
  });
});

test('companies can be searched by name or domain and by industry', async () => {
  const { companies, read } = await newWorkspace(sandbox);
  await companies.addAll([
    { name: 'Zebra AG', domain: 'zebra.example', industry: 'Energy' },
    { name: 'Alpen KG', domain: 'alpen.example', industry: 'Food' },
  ]);
  const asked = async (query: Record<string, string>) =>
    (await read<{ data: { companies: { name: string }[] } }>('/companies', query)).data.companies.map(
      ({ name }) => name,
    );
  expect([
    await asked({}),
    await asked({ search: 'zEBRA.ex' }),
    await asked({ industry: 'food' }),
    await asked({ search: 'none' }),
  ]).toEqual([['Alpen KG', 'Zebra AG'], ['Zebra AG'], ['Alpen KG'], []]);
});

test('events come from today to 30 days ahead, 25 on a page, unless told', async () => {
  const { events, read } = await newWorkspace(sandbox);
  const at = (day: string, title: string) => ({ title, startsAt: new Date(`${day}T18:00:00Z`) });
  await events.addAll([
    at('2025-11-02', 'yesterday'),
    at('2025-11-03', 'today'),
    at('2025-12-03', 'last'),
    at('2025-12-04', 'after'),
  ]);
  type Events = { data: { events: { id: string; title: string }[] }; meta: object };
  const asked = async (query: Record<string, string>) =>
    (await read<Events>('/calendar/events', query)).data.events.map(({ title }) => title);
  expect([
    await asked({}),
    await asked({ from: '2025-11-02', to: '2025-11-03' }),
    await asked({ from: '2025-12-04' }),
    await asked({ per_page: '1', page: '2' }),
  ]).toEqual([['today', 'last'], ['yesterday', 'today'], ['after'], ['last']]);
  const { data, meta } = await read<Events>('/calendar/events');
  expect(meta).toEqual({ page: 1, per_page: 25, total: 2 });
  expect(data.events[0]?.id).toMatch(/^evt_01H[0-9A-HJKMNP-TV-Z]{23}$/);
});

test.each(['/contacts/nobody', '/deals/nothing'])('%s is not found', async (path) => {
  const { call } = await newWorkspace(sandbox);
  const answer = await call('GET', path);
  expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
});

test.each([
  ['/contacts', { sort: 'shoe_size' }],
  ['/contacts', { per_page: 'many' }],
  ['/contacts', { search: 'zero \0' }],
  ['/contacts/any', { include: 'invoices' }],
  ['/calendar/events', { from: 'now' }],
])('%s with %j is refused as a validation error', async (path, query: Record<string, string>) => {
  const { call } = await newWorkspace(sandbox);
  const answer = await call('GET', path, { query });
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'validation_error' } }]);
});

test('records of another workspace are not shown', async () => {
  const [ours, theirs] = [await newWorkspace(sandbox), await newWorkspace(sandbox)];
  const contactId = await ours.contacts.add({ fullName: 'Ours' });
  const dealId = await ours.deals.add({});
  await ours.companies.add({});
  await ours.events.add({});
  const codes = [];
  for (const path of [`/contacts/${contactId}`, `/deals/${dealId}`]) {
    codes.push((await theirs.call('GET', path)).status);
  }
  expect(codes).toEqual([404, 404]);
  for (const path of ['/contacts', '/deals', '/companies', '/calendar/events']) {
    expect(await theirs.read(path)).toMatchObject({ meta: { total: 0 } });
  }
});
