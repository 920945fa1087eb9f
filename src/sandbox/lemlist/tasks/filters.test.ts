import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
let team: Awaited<ReturnType<SandboxUnderTest['newTeam']>>;

beforeAll(async () => {
  sandbox = await openSandbox();
  team = await sandbox.newTeam();
  const { users, campaigns, contacts, leads, tasks } = team;
  await users.addAll([{ id: 'usr_123' }, { id: 'usr_456' }]);
  await campaigns.addAll([
    { id: 'cam_123', status: 'running' },
    { id: 'cam_456', status: 'paused' },
  ]);
  await contacts.addAll([
    {
      id: 'ctc_john',
      fullName: 'John Doe',
      email: 'John.Doe@acme.example',
      phone: '+1 (234) 567-890',
      linkedinUrl: 'https://www.linkedin.com/in/johndoe/',
    },
    { id: 'ctc_zoe', fullName: 'Zoë Łukasz-Ødegård', email: 'zoe@other.example', phone: '+49 30 1' },
  ]);
  await leads.addAll([
    { id: 'lea_john', contactId: 'ctc_john', campaignId: 'cam_123' },
    { id: 'lea_zoe', contactId: 'ctc_zoe', campaignId: 'cam_456' },
  ]);
  const john = { contactId: 'ctc_john', leadId: 'lea_john', campaignId: 'cam_123' };
  const zoe = { contactId: 'ctc_zoe', leadId: 'lea_zoe', campaignId: 'cam_456' };
  await tasks.addAll([
    { ...john, title: 'a', type: 'phone', userId: 'usr_123', dueDate: new Date('2025-02-11T00:00:00.000Z') },
    {
      ...zoe,
      title: 'b',
      type: 'linkedinSend',
      userId: 'usr_456',
      dueDate: new Date('2025-02-28T23:59:59.999Z'),
    },
    { title: 'c', type: 'email', userId: 'usr_456', dueDate: new Date('2025-03-01T00:00:00.000Z') },
  ]);
});
afterAll(() => sandbox.close());

test.each<[object[], string]>([
  [[], 'abc'],
  [[{ filterId: 'fullName', value: 'John Doe' }], 'a'],
  [[{ filterId: 'fullName', value: 'john doe' }], 'a'],
  [[{ filterId: 'fullName', value: 'John' }], ''],
  [[{ filterId: 'fullName', regex: '^zoë .*ødegård$' }], 'b'],
  [[{ filterId: 'fullName', value: 'John Doe', regex: 'zoë' }], ''],
  [[{ filterId: 'email', value: 'john.doe@acme.example' }], 'a'],
  [[{ filterId: 'email', regex: '@(acme|other)\\.example$' }], 'ab'],
  [[{ filterId: 'phone', value: '+1234567890' }], 'a'],
  [[{ filterId: 'phone', regex: '^\\+49' }], 'b'],
  [[{ filterId: 'linkedin', value: 'linkedin.com/in/johndoe' }], 'a'],
  [[{ filterId: 'linkedin', regex: 'in/john' }], 'a'],
  [[{ filterId: 'campaignId', in: ['cam_123'], out: ['cam_456'] }], 'a'],
  [[{ filterId: 'campaignId', out: ['cam_456'] }], 'ac'],
  [[{ filterId: 'campaignId', in: [] }], ''],
  [[{ filterId: 'campaignState', in: ['running', 'paused'] }], 'ab'],
  [[{ filterId: 'campaignState', out: ['running'] }], 'bc'],
  [[{ filterId: 'type', in: ['phone', 'email'] }], 'ac'],
  [[{ filterId: 'type', out: ['phone', 'email'] }], 'b'],
  [[{ filterId: 'assignedTo', in: ['usr_123', 'usr_456'] }], 'abc'],
  [[{ filterId: 'assignedTo', out: ['usr_456'] }], 'a'],
  [[{ filterId: 'dueDate', from: '2025-01-01', to: '2025-12-31' }], 'abc'],
  [[{ filterId: 'dueDate', from: '2025-02-12' }], 'bc'],
  [[{ filterId: 'dueDate', to: '2025-02-28' }], 'ab'],
  [
    [
      { filterId: 'dueDate', from: '2025-02-11', to: '2025-02-28' },
      { filterId: 'type', in: ['phone', 'linkedinSend'] },
    ],
    'ab',
  ],
  [
    [
      { filterId: 'type', in: ['phone', 'email'] },
      { filterId: 'assignedTo', in: ['usr_456'] },
    ],
    'c',
  ],
])('%j lists the tasks "%s"', async (filters, titles) => {
  const answer = await team.read<{ results: { title: string }[] }>('/tasks', {
    filters: JSON.stringify(filters),
  });
  expect(answer.results.map(({ title }) => title).join('')).toBe(titles);
});

test.each([
  '',
  'type=phone',
  '{}',
  '[null]',
  '[{}]',
  '[{"filterId":"mood","value":"good"}]',
  '[{"filterId":"fullName"}]',
  '[{"filterId":"fullName","value":7}]',
  '[{"filterId":"fullName","in":["John Doe"]}]',
  '[{"filterId":"type","in":"phone"}]',
  '[{"filterId":"type","in":["linkedin"]}]',
  '[{"filterId":"campaignState","in":["sleeping"]}]',
  '[{"filterId":"assignedTo"}]',
  '[{"filterId":"dueDate","from":"2025-02-30"}]',
  '[{"filterId":"dueDate","from":"2025-02-11T00:00:00.000Z"}]',
  '[{"filterId":"fullName","regex":"("}]',
  '[{"filterId":"fullName","regex":"*"}]',
  '[{"filterId":"fullName","value":"\\u0000"}]',
])('%s is refused as malformed filters', async (filters) => {
  const answer = await team.call('GET', '/tasks', { query: { filters } });
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'Malformed filters' }]);
});

test('a regex that would take for ever is refused and harms nobody', async () => {
  const { contacts, tasks, userId, call } = await sandbox.newTeam();
  const contactId = await contacts.add({ fullName: `${'a'.repeat(300)}b${'a'.repeat(421)}` });
  await tasks.add({ userId, contactId });
  const filters = JSON.stringify([{ filterId: 'fullName', regex: '^(a+)(a+)(a+)(a+)b\\4\\3\\2\\1\\1\\1$' }]);
  const answer = await call('GET', '/tasks', { query: { filters } });
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'Filters took too long' }]);
  expect((await call('GET', '/tasks')).status).toBe(200);
});
