import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
let team: Awaited<ReturnType<SandboxUnderTest['newTeam']>>;
let leadId: string;

beforeAll(async () => {
  sandbox = await openSandbox();
  team = await sandbox.newTeam();
  const { users, companies, contacts, campaigns, leads, activities, userId } = team;
  await users.add({
    id: 'usr_zed',
    name: 'Zed Young',
    email: 'zed@team.example',
    linkedinUrl: 'https://linkedin.com/in/zed',
  });
  await companies.addAll([
    { id: 'cpn_acme', name: 'Acme', domain: 'acme.example' },
    { id: 'cpn_zeta', name: 'Zeta', domain: 'zeta.example' },
  ]);
  await contacts.addAll([
    {
      id: 'ctc_john',
      email: 'john@acme.example',
      phone: '+1 234',
      jobTitle: 'Founder',
      linkedinUrl: 'https://linkedin.com/in/johndoe',
      companyId: 'cpn_acme',
      ownerId: userId,
    },
    { id: 'ctc_zoe', firstName: 'Zoë', lastName: '100%', email: 'zoe@zeta.example' },
  ]);
  await campaigns.addAll([
    { id: 'cam_old', name: 'Old', status: 'archived', createdAt: new Date('2024-01-01T00:00:00Z') },
    { id: 'cam_new', name: 'New', status: 'running', creatorId: userId, senderIds: [userId, 'usr_zed'] },
  ]);
  leadId = await leads.add({ contactId: 'ctc_john', campaignId: 'cam_new', state: 'interested' });
  await activities.addAll(
    ['2025-10-01', '2025-10-02', '2025-10-03'].map((day) => ({
      contactId: 'ctc_john',
      leadId,
      createdAt: new Date(`${day}T12:00:00Z`),
    })),
  );
});
afterAll(() => sandbox.close());

test('the team answers ids alone, or whole users with version=v2', async () => {
  expect(await team.read('/team')).toMatchObject({ userIds: [team.userId, 'usr_zed'] });
  expect(await team.read('/team', { version: 'v2' })).toMatchObject({
    users: [
      { userId: team.userId, name: 'Ada Okonkwo', email: 'ada@team.example', role: 'admin' },
      { userId: 'usr_zed', name: 'Zed Young', email: 'zed@team.example', role: 'user' },
    ],
  });
});

test('senders come with the campaigns they are attached to', async () => {
  const campaigns = [
    { _id: 'cam_new', name: 'New', status: 'running', sendingChannels: ['email', 'linkedin'] },
  ];
  expect(await team.read('/team/senders')).toEqual([
    { userId: team.userId, campaigns },
    { userId: 'usr_zed', campaigns },
  ]);
});

test('a user has no name of its own', async () => {
  expect(await team.read('/users/usr_zed')).toEqual({
    _id: 'usr_zed',
    email: 'zed@team.example',
    role: 'user',
    linkedIn: 'https://linkedin.com/in/zed',
    mailboxes: [{ email: 'zed@team.example' }],
  });
  expect((await team.call('GET', '/users/usr_nobody')).status).toBe(404);
});

describe('contacts', () => {
  const john = () => ({
    _id: 'ctc_john',
    fullName: 'John Doe',
    email: 'john@acme.example',
    fields: {
      firstName: 'John',
      lastName: 'Doe',
      jobTitle: 'Founder',
      phone: '+1 234',
      companyName: 'Acme',
      linkedinUrl: 'https://linkedin.com/in/johndoe',
    },
    campaigns: [{ campaignId: 'cam_new', campaignState: 'running', leadState: 'interested', leadId }],
    ownerId: team.userId,
    unsubscribed: false,
  });

  test('one by id or by address', async () => {
    expect(await team.read('/contacts/ctc_john')).toEqual(john());
    expect(await team.read('/contacts/JOHN%40acme.example')).toEqual(john());
    const answer = await team.call('GET', '/contacts/ctc_nobody');
    expect([answer.status, await answer.text()]).toEqual([404, 'Contact not found']);
  });

  test('many by id or address are a bare array in the order asked for', async () => {
    const idsOrEmails = 'zoe@zeta.example,ctc_unknown,ctc_john';
    expect(await team.read('/contacts', { idsOrEmails })).toEqual([
      expect.objectContaining({ _id: 'ctc_zoe' }),
      john(),
    ]);
  });

  test('a hundred at once, not a hundred and one', async () => {
    const ask = (count: number) =>
      team.call('GET', '/contacts', { query: { idsOrEmails: Array(count).fill('ctc_john').join(',') } });
    expect(await (await ask(100)).json()).toEqual([john()]);
    expect((await ask(101)).status).toBe(400);
  });

  test.each<[Record<string, string>, string[], number]>([
    [{ search: 'acme' }, ['ctc_john'], 1],
    [{ search: 'DOE' }, ['ctc_john'], 1],
    [{ search: '0%' }, ['ctc_zoe'], 1],
    [{ search: '__' }, [], 0],
    [{ email: 'Zoe@zeta.example' }, ['ctc_zoe'], 1],
    [{ limit: '1', offset: '1' }, ['ctc_zoe'], 2],
    [{}, ['ctc_john', 'ctc_zoe'], 2],
  ])('%j answers a page', async (query, ids, total) => {
    const page = await team.read<{ data: { _id: string }[]; total: number }>('/contacts', query);
    expect(page).toMatchObject({
      total,
      limit: Number(query.limit ?? 100),
      offset: Number(query.offset ?? 0),
    });
    expect(page.data.map(({ _id }) => _id)).toEqual(ids);
  });

  test.each([{ search: 'a' }, { limit: '501' }, { limit: '0' }, { offset: '-1' }])(
    '%j is refused',
    async (query) => {
      expect((await team.call('GET', '/contacts', { query })).status).toBe(400);
    },
  );
});

describe('leads', () => {
  const flat = {
    _id: expect.any(String) as string,
    contactId: 'ctc_john',
    email: 'john@acme.example',
    firstName: 'John',
  };

  test('one by id or address is flat', async () => {
    expect(await team.read('/leads', { id: leadId })).toMatchObject(flat);
    expect(await team.read('/leads', { email: 'john@acme.example' })).toMatchObject(flat);
  });

  test('by address in the path with version=v2 it is an array with variables and campaign', async () => {
    expect(await team.read('/leads/john@acme.example', { version: 'v2' })).toEqual([
      expect.objectContaining({
        _id: leadId,
        contactId: 'ctc_john',
        variables: expect.objectContaining({ firstName: 'John' }) as object,
        campaign: { id: 'cam_new', name: 'New', status: 'running' },
      }),
    ]);
  });

  test('an id in the path, or an unknown lead, is not found', async () => {
    const paths = [
      `/leads/${leadId}`,
      '/leads/zoe@zeta.example?version=v2',
      '/leads?id=lea_unknown',
      '/leads/ctc_john',
    ];
    const answers = await Promise.all(paths.map((path) => team.call('GET', path)));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await answers[0]?.text()).toBe('Lead not found');
  });
});

test.each([
  [{}, ['Acme', 'Zeta']],
  [{ search: 'ZETA' }, ['Zeta']],
  [{ idsOrDomains: 'cpn_acme,Zeta.example' }, ['Acme', 'Zeta']],
  [{ limit: '1', offset: '1' }, ['Zeta']],
])('companies by %j', async (query, names) => {
  const { data } = await team.read<{ data: { name: string }[] }>('/companies', query);
  expect(data.map(({ name }) => name)).toEqual(names);
});

describe('campaigns', () => {
  test('are wrapped with version=v2 and a bare array without, newest first', async () => {
    const both = [
      { _id: 'cam_new', name: 'New', status: 'running', createdAt: '2025-11-03T09:00:00.000Z' },
      { _id: 'cam_old', name: 'Old', status: 'archived', createdAt: '2024-01-01T00:00:00.000Z' },
    ];
    expect(await team.read('/campaigns', { version: 'v2' })).toEqual({ campaigns: both });
    expect(await team.read('/campaigns')).toEqual(both);
  });

  test.each([
    [{ status: 'archived' }, ['cam_old']],
    [{ limit: '1', offset: '1' }, ['cam_old']],
    [{ limit: '1', page: '2' }, ['cam_old']],
    [{ limit: '1', page: '3' }, []],
    [{ sortOrder: 'asc', limit: '1' }, ['cam_old']],
  ])('by %j', async (query, ids) => {
    const campaigns = await team.read<{ _id: string }[]>('/campaigns', query);
    expect(campaigns.map(({ _id }) => _id)).toEqual(ids);
  });

  test('one has its creator and its senders', async () => {
    const campaign = await team.read<{ senders: { id: string }[] }>('/campaigns/cam_new');
    expect(campaign).toMatchObject({ _id: 'cam_new', name: 'New', creator: { userId: team.userId } });
    expect(campaign.senders.map(({ id }) => id).toSorted()).toEqual([team.userId, 'usr_zed'].toSorted());
    const unknown = await team.call('GET', '/campaigns/cam_unknown');
    expect([unknown.status, await unknown.text()]).toEqual([404, 'Campaign not found']);
  });

  test('leads of one are ids and states only', async () => {
    expect(await team.read('/campaigns/cam_new/leads/')).toEqual([
      { _id: leadId, contactId: 'ctc_john', state: 'interested' },
    ]);
    expect(await team.read('/campaigns/cam_new/leads', { state: 'paused' })).toEqual([]);
  });
});

test.each([
  [{}, ['2025-10-03', '2025-10-02', '2025-10-01']],
  [{ type: 'manualDone', campaignId: 'cam_new' }, []],
  [{ minDate: '2025-10-02' }, ['2025-10-03', '2025-10-02']],
  [{ maxDate: '2025-10-02T12:00:00.000Z' }, ['2025-10-02', '2025-10-01']],
  [{ limit: '1', offset: '1' }, ['2025-10-02']],
])('activities by %j', async (query, days) => {
  const activities = await team.read<{ createdAt: string }[]>('/activities', { version: 'v2', ...query });
  expect(activities.map(({ createdAt }) => createdAt.slice(0, 10))).toEqual(days);
});

test('activities without a version are refused', async () => {
  expect((await team.call('GET', '/activities')).status).toBe(400);
});
