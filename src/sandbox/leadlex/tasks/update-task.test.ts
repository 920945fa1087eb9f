import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

async function workspaceWithTask() {
  const workspace = await newWorkspace(sandbox);
  const contactId = await workspace.contacts.add({ fullName: 'Hans Müller' });
  const before = {
    title: 'before',
    description: 'before',
    priority: 'high',
    dueDate: '2025-11-05',
    createdDate: '2025-10-01T08:00:00+02:00',
  } as const;
  const id = await workspace.tasks.add({ ...before, contactId, assigneeId: workspace.userId });
  const patch = (body: object) => workspace.call('PATCH', `/tasks/${id}`, { body });
  return { ...workspace, contactId, id, patch };
}

test('what is sent changes, what is not stays', async () => {
  const { companies, id, patch, contactId, userId } = await workspaceWithTask();
  const companyId = await companies.add({ name: 'Nordlicht GmbH' });
  await patch({ title: 'after', due_date: '2025-12-24T18:00:00+01:00' });
  const answer = await patch({ company_name: 'Nordlicht', task_type: 'call' });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      data: {
        id,
        title: 'after',
        description: 'before',
        status: 'open',
        priority: 'high',
        task_type: 'call',
        due_date: '2025-12-24T18:00:00+01:00',
        assigned_to_user_id: userId,
        contact_id: contactId,
        company_id: companyId,
        deal_id: null,
        event_id: null,
        created_date: '2025-10-01T08:00:00+02:00',
      },
    },
  ]);
});

test('a task goes through its three states and back to open', async () => {
  const { patch, read } = await workspaceWithTask();
  for (const status of ['in_progress', 'completed', 'open']) {
    expect(await (await patch({ status })).json()).toMatchObject({ data: { status } });
    expect(await read('/tasks', { status })).toMatchObject({ meta: { total: 1 } });
  }
  expect(await read('/tasks', { status: 'completed' })).toMatchObject({ meta: { total: 0 } });
});

test('null clears a field, but not the title and not the last parent', async () => {
  const { deals, patch, contactId } = await workspaceWithTask();
  expect(
    await (await patch({ description: null, priority: null, due_date: null, assignee_id: null })).json(),
  ).toMatchObject({
    data: { description: null, priority: null, due_date: null, assigned_to_user_id: null },
  });
  expect((await patch({ title: null })).status).toBe(400);
  const orphan = await patch({ contact_id: null });
  expect([orphan.status, await orphan.json()]).toMatchObject([400, { error: { code: 'validation_error' } }]);
  expect(await (await patch({})).json()).toMatchObject({ data: { title: 'before', contact_id: contactId } });
  const dealId = await deals.add({});
  expect(await (await patch({ contact_id: null, deal_id: dealId })).json()).toMatchObject({
    data: { contact_id: null, deal_id: dealId },
  });
});

test('a created date outside the window leaves the one that is there', async () => {
  const { patch } = await workspaceWithTask();
  const dateAfter = async (created_date: string) => (await patch({ created_date })).json();
  expect(await dateAfter('2019-01-01T00:00:00Z')).toMatchObject({
    data: { created_date: '2025-10-01T08:00:00+02:00' },
  });
  expect(await dateAfter('2025-01-01T00:00:00Z')).toMatchObject({
    data: { created_date: '2025-01-01T00:00:00Z' },
  });
});

test('two changes at once both stay', async () => {
  const { patch, read } = await workspaceWithTask();
  await Promise.all([
    patch({ title: 'after' }),
    patch({ description: 'after' }),
    patch({ status: 'completed' }),
  ]);
  expect(await read('/tasks')).toMatchObject({
    data: { tasks: [{ title: 'after', description: 'after', status: 'completed' }] },
  });
});

test('an unknown task, one of another workspace and a foreign id are not found', async () => {
  const [{ call, patch, id, read }, theirs] = [await workspaceWithTask(), await workspaceWithTask()];
  const answers = [
    await call('PATCH', '/tasks/nowhere', { body: { title: 'after' } }),
    await theirs.call('PATCH', `/tasks/${id}`, { body: { title: 'after' } }),
    await patch({ title: 'after', contact_id: theirs.contactId }),
  ];
  for (const answer of answers) {
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
  }
  expect(await read('/tasks')).toMatchObject({ data: { tasks: [{ title: 'before' }] } });
});

test.each(['GET', 'DELETE', 'PUT'])('%s of one task is no call of the API', async (method) => {
  const { call, id } = await workspaceWithTask();
  const answer = await call(method, `/tasks/${id}`);
  expect([answer.status, await answer.json()]).toEqual([
    404,
    { error: { code: 'not_found', message: 'Endpoint not found' } },
  ]);
});
