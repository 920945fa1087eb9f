import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

const dueDate = '2025-02-10T09:58:57.169Z';

async function teamWithLead() {
  const team = await sandbox.newTeam();
  const companyId = await team.companies.add({});
  const contactId = await team.contacts.add({ companyId });
  const campaignId = await team.campaigns.add({});
  const leadId = await team.leads.add({ contactId, campaignId });
  const create = (body: Record<string, unknown>) =>
    team.call('POST', '/tasks', {
      body: { type: 'manual', assignedTo: team.userId, dueDate, leadId, ...body },
    });
  return { ...team, companyId, contactId, campaignId, leadId, create };
}

test('the example of the page makes a phone task for the lead', async () => {
  const { users, contacts, campaigns, leads, call } = await sandbox.newTeam();
  await users.add({ id: 'usr_7YzNqVRMCfdeHEzMn' });
  const contactId = await contacts.add({});
  const campaignId = await campaigns.add({});
  await leads.add({ id: 'lea_zUwSUPSxozD9fLVGw', contactId, campaignId });
  const answer = await call('POST', '/tasks', {
    body: { type: 'phone', assignedTo: 'usr_7YzNqVRMCfdeHEzMn', dueDate, leadId: 'lea_zUwSUPSxozD9fLVGw' },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    _id: expect.stringMatching(/^opp_\w{17}$/) as string,
    type: 'phone',
    title: '',
    leadId: 'lea_zUwSUPSxozD9fLVGw',
    campaignId,
    contactId,
    dueDate,
    userId: 'usr_7YzNqVRMCfdeHEzMn',
    content: '',
  });
});

test('every field comes back under the name it is read by, and the task is listed', async () => {
  const { create, contactId, userId, read } = await teamWithLead();
  const answer = await create({
    recordId: contactId,
    leadId: undefined,
    title: 'Keep an eye on him',
    message: 'does he have bandwidth?',
    priority: '0',
    dueDate: '2025-02-10T11:58:57+02:00',
  });
  const task: unknown = await answer.json();
  expect(task).toMatchObject({
    title: 'Keep an eye on him',
    content: 'does he have bandwidth?',
    priority: 0,
    contactId,
    userId,
    dueDate: '2025-02-10T09:58:57.000Z',
  });
  expect(await read('/tasks')).toMatchObject({ results: [task] });
});

test('a record may be a contact, a company or a lead', async () => {
  const { create, contactId, companyId, leadId, campaignId, backstage } = await teamWithLead();
  const bodies = await Promise.all(
    [contactId, companyId, leadId].map(async (recordId) =>
      (await create({ recordId, leadId: undefined })).json(),
    ),
  );
  expect(bodies).toEqual([
    expect.objectContaining({ contactId }),
    expect.not.objectContaining({ contactId: expect.anything() }),
    expect.objectContaining({ contactId, leadId, campaignId }),
  ]);
  const { tasks } = await backstage<{ tasks: { companyId?: string }[] }>('/tasks');
  expect(tasks.filter((task) => task.companyId === companyId)).toHaveLength(1);
});

test.each([
  ['email', 'email'],
  ['manual', 'manual'],
  ['phone', 'phone'],
  ['linkedin', 'linkedinSend'],
])('a task created as %s is listed as %s', async (type, listed) => {
  const { create } = await teamWithLead();
  expect(await (await create({ type })).json()).toMatchObject({ type: listed });
});

test.each([
  ['type', undefined],
  ['type', 'whatsappMessage'],
  ['assignedTo', undefined],
  ['assignedTo', 7],
  ['dueDate', undefined],
  ['dueDate', '2025-02-10'],
  ['dueDate', '2025-02-30T00:00:00Z'],
  ['dueDate', '2025-02-10T09:58:57'],
  ['dueDate', '0000-01-01T00:00:00Z'],
  ['leadId', undefined],
  ['leadId', ''],
  ['title', null],
  ['title', 'zero \0'],
  ['priority', 1],
  ['priority', '3'],
])('a task with %s %j is refused as bad params', async (field, value) => {
  const { create } = await teamWithLead();
  const answer = await create({ [field]: value });
  expect([answer.status, await answer.text()]).toEqual([400, 'Bad params']);
});

test('an unknown assignee, record or lead is refused in plain text, and no task is made', async () => {
  const [{ create, userId, backstage }, theirs] = [await teamWithLead(), await teamWithLead()];
  const refusals = await Promise.all(
    [{ assignedTo: theirs.userId }, { recordId: theirs.contactId }, { leadId: theirs.leadId }].map(
      async (body) => {
        const answer = await create({ assignedTo: userId, ...body });
        return [answer.status, answer.headers.get('content-type'), await answer.text()];
      },
    ),
  );
  expect(refusals).toEqual([
    [400, 'text/plain; charset=UTF-8', 'User not found'],
    [404, 'text/plain; charset=UTF-8', 'Record not found'],
    [404, 'text/plain; charset=UTF-8', 'Lead not found'],
  ]);
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test.each([
  ['not JSON', { rawBody: '{"type":' }],
  ['an array', { rawBody: '[]' }],
  ['no body', {}],
  ['another content type', { rawBody: '{}', headers: { 'content-type': 'text/plain' } }],
])('a body that is %s is refused as bad params', async (_, request) => {
  const { call } = await sandbox.newTeam();
  const answer = await call('POST', '/tasks', request);
  expect([answer.status, await answer.text()]).toEqual([400, 'Bad params']);
});

test('a body of more than a megabyte is refused in plain text', async () => {
  const { create } = await teamWithLead();
  const answer = await create({ message: 'a'.repeat(1024 * 1024) });
  expect([answer.status, await answer.text()]).toEqual([413, 'Payload too large']);
});
