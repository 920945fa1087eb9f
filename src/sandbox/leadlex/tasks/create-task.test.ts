import { afterAll, beforeAll, expect, test } from 'vitest';

import { openSandbox, type SandboxUnderTest } from '../../sandbox-under-test';
import { newWorkspace } from '../workspace-under-test';

let sandbox: SandboxUnderTest;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => sandbox.close());

type Answer = { data: Record<string, unknown> };
const noParent = 'At least one parent link (contact_id, company_id, deal_id, or event_id) is required';

async function workspaceWithContact() {
  const workspace = await newWorkspace(sandbox);
  const contactId = await workspace.contacts.add({ fullName: 'Hans Müller' });
  const create = (body: Record<string, unknown>) =>
    workspace.call('POST', '/tasks', { body: { title: 'Follow up', contact_id: contactId, ...body } });
  const createdDate = async (sent: unknown) =>
    ((await (await create({ created_date: sent })).json()) as Answer).data.created_date;
  return { ...workspace, contactId, create, createdDate };
}

test('the example of the page makes an open task for the contact, with the date as it was given', async () => {
  const { contacts, call } = await newWorkspace(sandbox);
  await contacts.add({ id: '789e0123-e45b-67c8-a901-234567890abc', fullName: 'Hans Müller' });
  const answer = await call('POST', '/tasks', {
    body: {
      title: 'Follow up with Hans Müller',
      due_date: '2026-03-10',
      priority: 'high',
      contact_id: '789e0123-e45b-67c8-a901-234567890abc',
    },
  });
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      data: {
        id: expect.stringMatching(
          /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
        ) as string,
        title: 'Follow up with Hans Müller',
        description: null,
        status: 'open',
        priority: 'high',
        task_type: null,
        due_date: '2026-03-10',
        assigned_to_user_id: null,
        contact_id: '789e0123-e45b-67c8-a901-234567890abc',
        company_id: null,
        deal_id: null,
        event_id: null,
        created_date: '2025-11-03T09:00:00.000Z',
      },
    },
  ]);
});

test('an orphan is refused in the words of the page, and no task is made', async () => {
  const { call, backstage } = await newWorkspace(sandbox);
  const bodies = [{ title: 'Orphan' }, { title: 'Orphan', contact_id: '', contact_name: '', deal_id: null }];
  for (const body of bodies) {
    const answer = await call('POST', '/tasks', { body });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { code: 'validation_error', message: noParent } },
    ]);
  }
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test('every field is kept, and each parent is enough on its own', async () => {
  const { companies, contacts, deals, events, userId, call } = await newWorkspace(sandbox);
  const parents = {
    contact_id: await contacts.add({}),
    company_id: await companies.add({}),
    deal_id: await deals.add({}),
    event_id: await events.add({}),
  };
  const fields = {
    title: ' Send the fee proposal ',
    description: 'Fixed fee\nfor phase 1',
    status: 'in_progress',
    priority: 'low',
    task_type: 'email',
    due_date: '2026-03-10T17:30:00+01:00',
  };
  for (const [field, id] of Object.entries(parents)) {
    const body = { ...fields, assignee_id: userId, [field]: id };
    expect(await (await call('POST', '/tasks', { body })).json()).toMatchObject({
      data: { ...fields, assigned_to_user_id: userId, [field]: id },
    });
  }
  expect(parents.event_id).toMatch(/^evt_01H/);
});

test.each(['open', 'in_progress', 'completed'])('a task may begin as %s', async (status) => {
  const { create } = await workspaceWithContact();
  expect(await (await create({ status })).json()).toMatchObject({ data: { status } });
});

test.each([
  ['title', undefined, 'title: title is required'],
  ['title', null, 'title: title is required'],
  ['title', '  ', 'title: title is required'],
  ['title', 'zero \0', 'title: has a character that is not allowed'],
  ['status', 'done', expect.stringContaining('status: ')],
  ['status', null, expect.stringContaining('status: ')],
  ['priority', 'urgent', expect.stringContaining('priority: ')],
  ['due_date', 'tomorrow', 'due_date: must be ISO 8601 or YYYY-MM-DD'],
  ['due_date', '2026-02-30', 'due_date: must be ISO 8601 or YYYY-MM-DD'],
  ['due_date', 1_760_000_000, 'due_date: must be ISO 8601 or YYYY-MM-DD'],
  ['contact_id', 7, expect.stringContaining('contact_id: ')],
])('a task with %s %j is refused as a validation error', async (field, value, message) => {
  const { create, backstage } = await workspaceWithContact();
  const answer = await create({ [field]: value });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: { code: 'validation_error', message } },
  ]);
  expect(await backstage('/tasks')).toEqual({ tasks: [] });
});

test.each(['contact_id', 'company_id', 'deal_id', 'event_id', 'assignee_id'])(
  'an %s of another workspace is not found',
  async (field) => {
    const [{ create, backstage }, theirs] = [await workspaceWithContact(), await newWorkspace(sandbox)];
    const foreign: Record<string, string> = {
      contact_id: await theirs.contacts.add({}),
      company_id: await theirs.companies.add({}),
      deal_id: await theirs.deals.add({}),
      event_id: await theirs.events.add({}),
      assignee_id: theirs.userId,
    };
    const answer = await create({ [field]: foreign[field] });
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { error: { code: 'not_found', message: `${field} not found in this workspace` } },
    ]);
    expect(await backstage('/tasks')).toEqual({ tasks: [] });
  },
);

test.each([
  ['five years ago to the second', '2020-11-03T09:00:00Z'],
  ['last summer, in another zone', '2025-07-01T12:00:00+02:00'],
  ['24 hours ahead', '2025-11-04T09:00:00.000Z'],
])('a created date of %s is kept as it was given', async (_, sent) => {
  const { createdDate } = await workspaceWithContact();
  expect(await createdDate(sent)).toBe(sent);
});

test.each([
  ['more than five years ago', '2020-11-03T08:59:59Z'],
  ['more than 24 hours ahead', '2025-11-04T09:00:00.001Z'],
  ['null', null],
  ['a word', 'yesterday'],
  ['a day without its time', '2025-07-01'],
])('a created date of %s becomes now', async (_, sent) => {
  const { createdDate } = await workspaceWithContact();
  expect(await createdDate(sent)).toBe('2025-11-03T09:00:00.000Z');
});

test.each([
  ['not JSON', '{"title":'],
  ['an array', '[]'],
  ['empty', ''],
])('a body that is %s is refused as a validation error', async (_, rawBody) => {
  const { call } = await newWorkspace(sandbox);
  const answer = await call('POST', '/tasks', { rawBody });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: { code: 'validation_error', message: 'Request body must be a JSON object' } },
  ]);
});

test('a body of more than a megabyte is refused as JSON', async () => {
  const { create } = await workspaceWithContact();
  const answer = await create({ description: 'a'.repeat(1024 * 1024) });
  expect([answer.status, await answer.json()]).toMatchObject([413, { error: { code: 'payload_too_large' } }]);
});
