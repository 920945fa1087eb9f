import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const ada = { name: 'Ada Rep', email: null };
const ben = { name: 'Ben Rep', email: null };
const cookieOf = (rep: object) => `rep=${encodeURIComponent(JSON.stringify(rep))}`;

/** Asks as the rep whom the cookie names. */
async function as(cookie: string, method: string, path: string, body?: object) {
  const headers = { cookie, 'content-type': 'application/json' };
  const response = await fetch(`${desk.url}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const command = (rep: object, kind: string, taskId: string, more: object = {}) =>
  as(cookieOf(rep), 'POST', '/api/commands', { id: randomUUID(), kind, taskIds: [taskId], ...more });
const history = async (taskId: string) => (await desk.call('GET', `/api/tasks/${taskId}/history`)).body.items;

describe('two reps at the same card', () => {
  it('the later one is told who closed it, when, and what can be done', async () => {
    const task = await desk.pulledTask();
    await command(ben, 'complete', task.id);
    expect(await command(ada, 'complete', task.id)).toMatchObject({
      status: 409,
      body: {
        detail:
          'Ben Rep is completing it (held): lemlist has not heard of it yet, and it can still be undone.',
      },
    });
    expect((await command(ben, 'ignore', task.id)).body.detail).toMatch(/^You are completing it \(held\)/);
    await desk.send();
    expect((await command(ada, 'complete', task.id)).body.detail).toBe(
      'Ben Rep completed it just now. lemlist has no way back from there.',
    );
    desk.advance(2 * 60_000);
    for (const [rep, kind, words] of [
      [ada, 'ignore', 'Ben Rep completed it 2 min ago.'],
      [ben, 'snooze', 'You completed it 2 min ago.'],
    ] as const) {
      const until = kind === 'snooze' ? { until: task.due } : {};
      expect((await command(rep, kind, task.id, until)).body.detail).toContain(words);
    }
    await desk.deliver();
  });

  it('is told where it was closed, when that was not on this board', async () => {
    const task = await desk.pulledTask();
    await desk.changeAtVendor(task.title, { done: true });
    await desk.pullUntil(async () => (await desk.read(task.id)).status !== 'pending');
    const { body } = await command(ada, 'ignore', task.id);
    expect(body.detail).toBe('It was closed at lemlist just now. lemlist has no way back from there.');
  });

  it('a field that both changed is a conflict that names the other one', async () => {
    const task = await desk.pulledTask();
    await command(ben, 'edit', task.id, { changes: { title: 'Theirs' }, seen: { title: task.title } });
    const { status, body } = await command(ada, 'edit', task.id, {
      changes: { title: 'Mine' },
      seen: { title: task.title },
    });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { path: 'changes.title', message: 'Ben Rep is changing this field (held, not sent yet).' },
    ]);
    expect((await desk.read(task.id)).title).toBe('Theirs');
  });
});

describe('the history of a task', () => {
  it('tells who did what, old and new, how often it was sent, and the vendor’s answer', async () => {
    const task = await desk.pulledTask();
    await command(ben, 'edit', task.id, { changes: { priority: 'high' } });
    await desk.send();
    await command(ada, 'complete', task.id);
    expect(await history(task.id)).toMatchObject([
      { kind: 'complete', state: 'held', who: 'Ada Rep', attempts: 0, settledBy: null, decision: null },
      {
        kind: 'edit',
        state: 'sent',
        who: 'Ben Rep',
        attempts: 1,
        settledBy: 'vendor',
        settledAt: expect.any(String),
        changes: [{ field: 'priority', before: 'none', after: 'high' }],
      },
    ]);
  });

  it.each([
    'rep=nonsense',
    'rep=%7B%22name%22%3A%22%22%2C%22email%22%3Anull%7D',
    'rep=%E0%A4%A',
    `rep=${'x'.repeat(5000)}`,
    cookieOf({ name: 'Ada', email: null, admin: true }),
    '',
  ])('names nobody where the cookie is %s, and the command goes through', async (cookie) => {
    const task = await desk.pulledTask();
    const body = { id: randomUUID(), kind: 'ignore', taskIds: [task.id] };
    expect((await as(cookie, 'POST', '/api/commands', body)).status).toBe(200);
    expect((await history(task.id))[0].who).toBeNull();
  });

  it('names who made a task', async () => {
    const made = await as(cookieOf(ada), 'POST', '/api/tasks', desk.newTask());
    expect((await history(made.body.results[0].task.id))[0].who).toBe('Ada Rep');
  });
});

describe('“me”', () => {
  it('is the rep who asks', async () => {
    const mark = randomUUID();
    const [adaId, benId] = desk.userIds;
    const contactId = desk.contactId;
    const dueDate = new Date('2027-03-10T09:00:00.000Z');
    await desk.vendor.tasks.addAll([
      { title: `${mark} ada`, userId: adaId, contactId, dueDate },
      { title: `${mark} ben`, userId: benId, contactId, dueDate },
    ]);
    await desk.pull();
    const find = async (cookie: string, assignee: string) => {
      const path = `/api/tasks?status=pending&q=${mark}&assignee=${assignee}`;
      return (await as(cookie, 'GET', path)).body.items.map((one: { title: string }) => one.title.slice(37));
    };
    expect(await find(cookieOf(ada), 'me')).toEqual(['ada']);
    expect(await find(cookieOf(ben), 'me')).toEqual(['ben']);
    expect(await find(cookieOf(ada), '-me')).toEqual(['ben']);
    expect(await find(cookieOf({ name: 'Nobody of these', email: null }), 'me')).toEqual([]);
    const { body } = await as(cookieOf(ben), 'GET', '/api/connections');
    expect(body.items[0].me).toBe(benId);
    const counts = await as(cookieOf(ada), 'GET', `/api/tasks/counts?q=${mark}&assignee=me`);
    expect(counts.body.pending).toBe(1);
  });
});
