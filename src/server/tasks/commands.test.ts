import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startHarness, type Harness } from '#testing/harness';

let outboard: Harness;
let contactId: string;
let userIds: string[];

beforeAll(async () => {
  outboard = await startHarness();
  userIds = await outboard.vendor.users.addAll([{ name: 'Ada Rep' }, { name: 'Ben Rep' }]);
  contactId = await outboard.vendor.contacts.add({
    firstName: 'Anna',
    lastName: 'Weber',
    email: 'anna@weber.example',
  });
});
afterAll(() => outboard.stop());

const dueDate = new Date('2027-03-10T09:00:00.000Z');

/** A task at the vendor, pulled onto the board. */
async function pulledTask(more: { title?: string; campaignId?: string } = {}) {
  const title = more.title ?? `Call ${randomUUID()}`;
  await outboard.vendor.tasks.add({
    type: 'phone',
    title,
    userId: userIds[0] ?? '',
    contactId,
    dueDate,
    ...more,
  });
  await outboard.pull();
  const task = (await outboard.tasks()).find((one) => one.title === title);
  if (task === undefined) throw new Error('the task was not pulled');
  return task;
}

async function command(kind: string, taskId: string, more: object = {}) {
  const id = randomUUID();
  const answer = await outboard.call('POST', '/api/commands', { id, kind, taskIds: [taskId], ...more });
  return { id, ...answer };
}

const read = async (id: string) => (await outboard.call('GET', `/api/tasks/${id}`)).body;
const held = async (title: string) =>
  (await outboard.vendor.holdings()).find((one) => one.title === title)?.status;

describe('a rep’s command', () => {
  it('shows the task completed at once, tells the vendor only after the hold, and stays so after the next listing', async () => {
    const task = await pulledTask();
    const { status, body } = await command('complete', task.id);
    expect(status).toBe(200);
    expect(body.results[0].task).toMatchObject({
      status: 'completed',
      commands: [{ state: 'held', kind: 'complete' }],
    });
    expect(await outboard.deliver()).toBe(0);
    expect(await held(task.title)).toBe('pending');
    outboard.advance(8_000);
    expect(await outboard.deliver()).toBe(1);
    expect(await held(task.title)).toBe('completed');
    await outboard.pull();
    expect(await read(task.id)).toMatchObject({ status: 'completed', commands: [], closedElsewhere: false });
  });

  it('is never heard of by the vendor when it is undone in time', async () => {
    const task = await pulledTask();
    const { id } = await command('ignore', task.id);
    const before = await outboard.vendor.writes();
    const undone = await outboard.call('DELETE', `/api/commands/${id}`);
    expect(undone.body.results[0].task).toMatchObject({ status: 'pending', closedAt: null, commands: [] });
    outboard.advance(60_000);
    await outboard.deliver();
    expect(await outboard.vendor.writes()).toEqual(before);
  });

  it('cannot be undone once the vendor has it, and says so', async () => {
    const task = await pulledTask();
    const { id } = await command('ignore', task.id);
    outboard.advance(8_000);
    await outboard.deliver();
    expect(await held(task.title)).toBe('ignored');
    const undone = await outboard.call('DELETE', `/api/commands/${id}`);
    expect(undone.status).toBe(409);
    expect(undone.body.detail).toContain('no way back');
  });

  it('is held longer when completing may send a message', async () => {
    const campaignId = await outboard.vendor.campaigns.add({ name: 'Spring' });
    outboard.advance(61_000);
    const task = await pulledTask({ campaignId });
    expect(task).toMatchObject({ outbound: true, campaign: { name: 'Spring' } });
    await command('complete', task.id);
    outboard.advance(19_000);
    expect(await outboard.deliver()).toBe(0);
    outboard.advance(1_000);
    expect(await outboard.deliver()).toBe(1);
  });

  it('sent twice under one id does one thing and answers the same', async () => {
    const task = await pulledTask();
    const body = { id: randomUUID(), kind: 'complete', taskIds: [task.id] };
    const answers = await Promise.all([1, 2, 3].map(() => outboard.call('POST', '/api/commands', body)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect((await outboard.call('GET', `/api/tasks/${task.id}/history`)).body.items).toHaveLength(1);
  });

  it('on a closed task is refused with the reason', async () => {
    const task = await pulledTask();
    await command('complete', task.id);
    const second = await command('ignore', task.id);
    expect(second.status).toBe(409);
    expect(second.body.detail).toBe(
      'A rep is completing it (held): lemlist has not heard of it yet, and it can still be undone.',
    );
  });

  it('on an unknown task names it, and the known ones of the same call go through', async () => {
    const task = await pulledTask();
    const stranger = randomUUID();
    const alone = await command('complete', stranger);
    expect(alone).toMatchObject({ status: 404, body: { errors: [{ path: 'taskIds.0' }] } });
    const both = { id: randomUUID(), kind: 'complete', taskIds: [stranger, task.id] };
    const { status, body } = await outboard.call('POST', '/api/commands', both);
    expect(status).toBe(200);
    expect(body.results.map((result: { ok: boolean }) => result.ok)).toEqual([false, true]);
  });
});

describe('an edit', () => {
  it('reaches the vendor field by field and undoing the older of two leaves the newer one in place', async () => {
    const task = await pulledTask();
    const first = await command('edit', task.id, { changes: { priority: 'high', text: 'First' } });
    await command('edit', task.id, { changes: { text: 'Second' } });
    const undone = await outboard.call('DELETE', `/api/commands/${first.id}`);
    expect(undone.body.results[0].task).toMatchObject({ priority: 'none', text: 'Second' });
    outboard.advance(8_000);
    await outboard.deliver();
    const writes = await outboard.vendor.writes();
    const edits = writes.filter((one) => (one.body as { message?: string }).message !== undefined);
    expect(edits).toMatchObject([{ body: { message: 'Second' } }]);
    expect(edits[0]?.body).not.toHaveProperty('priority');
  });

  it('of a field that someone else changed meanwhile is a conflict at that field', async () => {
    const task = await pulledTask();
    const { status, body } = await command('edit', task.id, {
      changes: { title: 'Mine' },
      seen: { title: 'What stood here an hour ago' },
    });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { path: 'changes.title', message: 'Someone at lemlist changed this field meanwhile.' },
    ]);
  });

  it.each([
    ['a person of no team', { assigneeId: 'usr_nobody' }, 'changes.assigneeId'],
    ['a priority that the vendor does not know', { priority: 'urgent' }, 'changes.priority'],
    ['no due where one is needed', { due: null }, 'changes.due'],
    ['a date without the time that is needed', { due: { kind: 'date', date: '2027-01-01' } }, 'changes.due'],
    ['files on a call', { media: [{ kind: 'image', url: 'https://x.example/a.png' }] }, 'changes.media'],
    ['a field that does not exist', { colour: 'red' }, 'changes.colour'],
    ['nothing', {}, 'changes'],
  ])('to %s is refused at its field', async (_, changes, path) => {
    const task = await pulledTask();
    const { status, body } = await command('edit', task.id, { changes });
    expect(status).toBe(422);
    expect(body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('moves the due by snoozing', async () => {
    const task = await pulledTask();
    const at = '2027-04-01T08:00:00.000Z';
    await command('snooze', task.id, { until: { kind: 'instant', at } });
    outboard.advance(8_000);
    await outboard.deliver();
    await outboard.pull();
    expect(await read(task.id)).toMatchObject({ due: { kind: 'instant', at }, commands: [] });
  });
});

describe('a create', () => {
  const input = () => ({
    vendor: 'lemlist',
    id: randomUUID(),
    connectionId: outboard.connectionId,
    type: 'manual',
    title: `New ${randomUUID()}`,
    text: 'Bring the offer',
    priority: 'low',
    due: { kind: 'instant', at: '2027-03-01T10:00:00.000Z' },
    assigneeId: userIds[1],
    parents: [{ kind: 'contact', id: contactId, name: 'Anna Weber' }],
  });

  it('makes one task however often it is sent, and the vendor holds it after the hold', async () => {
    const body = input();
    const answers = await Promise.all([1, 2].map(() => outboard.call('POST', '/api/tasks', body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    outboard.advance(8_000);
    await outboard.deliver();
    await outboard.pull();
    expect((await outboard.vendor.holdings()).filter((one) => one.title === body.title)).toHaveLength(1);
    const onBoard = (await outboard.tasks()).filter((one) => one.title === body.title);
    expect(onBoard).toHaveLength(1);
    expect(onBoard[0]).toMatchObject({
      priority: 'low',
      text: 'Bring the offer',
      commands: [],
      channel: 'manual',
      assignee: { name: 'Ben Rep' },
      person: { name: 'Anna Weber' },
    });
  });

  it('sent again with another record is refused instead of making a second task', async () => {
    const body = input();
    await outboard.call('POST', '/api/tasks', body);
    const parents = [{ kind: 'company', id: 'cpn_other', name: 'Other' }];
    const { status, body: answer } = await outboard.call('POST', '/api/tasks', { ...body, parents });
    expect(status).toBe(409);
    expect(answer.errors[0].path).toBe('parents');
    expect((await outboard.tasks()).filter((one) => one.title === body.title)).toHaveLength(1);
  });

  it('undone in time was never there', async () => {
    const body = input();
    await outboard.call('POST', '/api/tasks', body);
    await outboard.call('DELETE', `/api/commands/${body.id}`);
    outboard.advance(8_000);
    await outboard.deliver();
    expect((await outboard.tasks()).some((one) => one.title === body.title)).toBe(false);
    expect(await held(body.title)).toBeUndefined();
  });

  it.each([
    ['no parent', { parents: [] }, 'parents'],
    ['a stranger as assignee', { assigneeId: 'usr_nobody' }, 'assigneeId'],
    [
      'files that are not for LinkedIn',
      { media: [{ kind: 'image', url: 'https://x.example/a.png' }] },
      'media',
    ],
    ['no due', { due: undefined }, 'due'],
    ['a connection that is not there', { connectionId: randomUUID() }, 'connectionId'],
    ['a priority of another vendor', { priority: 'urgent' }, 'priority'],
  ])('with %s is refused at its field and nothing is kept', async (_, wrong, path) => {
    const body = { ...input(), ...wrong };
    const answer = await outboard.call('POST', '/api/tasks', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect((await outboard.tasks()).some((one) => one.title === body.title)).toBe(false);
  });
});
