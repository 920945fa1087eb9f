import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const uuids = (message: string) => message.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? [];
type Refusal = { error: { code: string; message: string } };

async function workspaceWithPeople() {
  const workspace = await newWorkspace(sandbox);
  const companyId = await workspace.companies.add({ name: 'Weißgerber & Söhne KG' });
  const [hans = '', otherHans = '', zoe, kenta] = await workspace.contacts.addAll([
    { fullName: 'Hans Müller' },
    { fullName: 'Hans Müller-Lüdenscheidt' },
    { fullName: 'Zoë O’Sullivan' },
    { fullName: '佐藤 健太' },
  ]);
  const create = (body: Record<string, unknown>) =>
    workspace.call('POST', '/tasks', { body: { title: 'Follow up', ...body } });
  return { ...workspace, companyId, people: { hans, otherHans, zoe, kenta }, create };
}

test.each([
  ['the whole name', 'Hans Müller', 'hans'],
  ['the name without accents, in capitals', 'HANS MULLER', 'hans'],
  ['a first name alone', 'zoe', 'zoe'],
  ['the beginning of a word', 'Zoë Sulli', 'zoe'],
  ['one letter wrong', 'Zoë Sullivam', 'zoe'],
  ['one letter missing', 'Hans Müller Ludenscheid', 'otherHans'],
  ['a name of another script', '佐藤', 'kenta'],
] as const)('%s finds the contact', async (_, name, person) => {
  const { create, people } = await workspaceWithPeople();
  const answer = await create({ contact_name: name });
  expect([answer.status, await answer.json()]).toMatchObject([200, { data: { contact_id: people[person] } }]);
});

test.each(['Hans', 'Muller', 'Hans Mueller'])(
  '"%s" may mean two people: the refusal names both ids in its message, and no task is made',
  async (name) => {
    const { create, people, backstage } = await workspaceWithPeople();
    const answer = await create({ contact_name: name });
    const { error } = (await answer.json()) as Refusal;
    expect([answer.status, error.code]).toEqual([400, 'ambiguous_reference']);
    expect(uuids(error.message).toSorted()).toEqual([people.hans, people.otherHans].toSorted());
    expect(await backstage('/tasks')).toEqual({ tasks: [] });
  },
);

test('two people of exactly one name are ambiguous, and an id settles it', async () => {
  const { contacts, create, people } = await workspaceWithPeople();
  const namesake = await contacts.add({ fullName: 'Hans Müller' });
  const { error } = (await (await create({ contact_name: 'Hans Müller' })).json()) as Refusal;
  expect(uuids(error.message).toSorted()).toEqual([people.hans, namesake].toSorted());
  const settled = await create({ contact_name: 'Hans Müller', contact_id: namesake });
  expect(await settled.json()).toMatchObject({ data: { contact_id: namesake } });
});

test('an ambiguous name lists at most ten ids', async () => {
  const { contacts, create } = await newAnonymous();
  await contacts.addAll(Array.from({ length: 12 }, () => ({ fullName: 'Ada Doe' })));
  const { error } = (await (await create({ contact_name: 'Ada' })).json()) as Refusal;
  expect(uuids(error.message)).toHaveLength(10);
});

async function newAnonymous() {
  const workspace = await newWorkspace(sandbox);
  const create = (body: object) => workspace.call('POST', '/tasks', { body: { title: 'x', ...body } });
  return { ...workspace, create };
}

test.each([
  ['contact_name', 'Nobody Atall'],
  ['contact_name', '…'],
  ['contact_name', 'Hanna'],
  ['company_name', 'Unknown AG'],
])('%s "%s" matches nothing', async (field, name) => {
  const { create } = await workspaceWithPeople();
  const answer = await create({ [field]: name });
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { error: { code: 'no_match', message: `No match for ${field} "${name}"` } },
  ]);
});

test('the name of a company is parent enough, and may be ambiguous too', async () => {
  const { companies, companyId, create } = await workspaceWithPeople();
  const found = await create({ company_name: 'weissgerber' });
  expect(await found.json()).toMatchObject({ data: { company_id: companyId, contact_id: null } });
  await companies.add({ name: 'Weißgerber Optik' });
  const twice = await create({ company_name: 'weissgerber' });
  expect([twice.status, await twice.json()]).toMatchObject([400, { error: { code: 'ambiguous_reference' } }]);
});

test('people of another workspace are not found by name', async () => {
  await workspaceWithPeople();
  const { create } = await newAnonymous();
  expect((await create({ contact_name: 'Hans Müller' })).status).toBe(409);
});

test('the fault makes the next name ambiguous, with the person meant and one other, and nothing else', async () => {
  const { create, people, setFaults, read } = await workspaceWithPeople();
  await setFaults({ kind: 'ambiguous-contact', remaining: 1 });
  expect(await read('/tasks')).toMatchObject({ meta: { total: 0 } });
  expect((await create({ contact_id: people.zoe })).status).toBe(200);
  const { error } = (await (await create({ contact_name: 'Zoë O’Sullivan' })).json()) as Refusal;
  expect([error.code, uuids(error.message).length, uuids(error.message)[0]]).toEqual([
    'ambiguous_reference',
    2,
    people.zoe,
  ]);
  expect((await create({ contact_name: 'Zoë O’Sullivan' })).status).toBe(200);
});

test('while the fault is on, a search for one person finds two of the name; the name is one person’s again after it', async () => {
  const { key, people, setFaults, read } = await workspaceWithPeople();
  const search = () =>
    read<{ data: { contacts: { id: string; full_name: string }[] } }>('/contacts', { search: 'zoë' });
  await setFaults({ kind: 'ambiguous-contact' });
  const found = (await search()).data.contacts;
  expect(found.map(({ full_name }) => full_name)).toEqual(['Zoë O’Sullivan', 'Zoë O’Sullivan']);
  expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  expect(await read('/contacts', { search: 'nobody' })).toMatchObject({ data: { contacts: [] } });
  await sandbox.send('DELETE', '/control/leadlex/faults', { query: { key } });
  expect((await search()).data.contacts.map(({ id }) => id)).toEqual([people.zoe]);
});
