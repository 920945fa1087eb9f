import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ vendorTimeoutMs: 1_500 });
  await desk.pull();
});
/** After failures the vendor is left alone for some minutes. */
const restMs = 10 * 60_000;

afterEach(async () => {
  await desk.vendor.misbehave();
  desk.advance(restMs);
  await desk.pull();
  await desk.deliver();
});
afterAll(() => desk.stop());

const listBreaks = { kind: 'html', method: 'GET', path: '/tasks' } as const;
const vendorsTimeMs = 31_000;

/** Says what became of a command, as the rep of this name. */
async function say(id: string, as: string, name = 'Ada Rep') {
  const response = await fetch(`${desk.url}/api/commands/${id}/settle`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `rep=${encodeURIComponent(JSON.stringify({ name, email: null }))}`,
    },
    body: JSON.stringify({ as }),
  });
  return { status: response.status, body: await response.json() };
}

const history = async (taskId: string) =>
  (await desk.call('GET', `/api/tasks/${taskId}/history`)).body.items[0];
const only = async (taskId: string) => {
  const [command] = (await desk.read(taskId)).commands;
  if (command === undefined) throw new Error('the task has no open command');
  return command;
};

/** A completion whose answer was lost, while the list cannot be read. */
async function undecided() {
  const task = await desk.pulledTask();
  const { id } = await desk.command('complete', task.id);
  await desk.newWrites();
  await desk.vendor.misbehave({ kind: 'timeout', method: 'PATCH', remaining: 1 }, listBreaks);
  await desk.send();
  return { task, id };
}

describe('a command whose answer was lost and whose list cannot be read', () => {
  it('stays checking and lets a rep say it two minutes after the answer was lost', async () => {
    const { task } = await undecided();
    const lostAt = desk.ctx.clock.now().getTime();
    await desk.pull();
    desk.advance(vendorsTimeMs);
    await desk.pull();
    const { state, doubt } = await only(task.id);
    expect({ state, reason: doubt?.reason, joining: doubt?.joining }).toEqual({
      state: 'uncertain',
      reason: null,
      joining: false,
    });
    const askedAfter = Date.parse(doubt?.askFrom ?? '') - lostAt;
    expect(Math.round(askedAfter / 10_000)).toBe(12);
  });

  it('is done when a rep says so, once and for all, and the history tells who said it', async () => {
    const { task, id } = await undecided();
    expect(await say(id, 'done')).toMatchObject({ status: 200, body: { results: [{ ok: true }] } });
    expect(await desk.read(task.id)).toMatchObject({ status: 'completed', commands: [] });
    expect(await history(task.id)).toMatchObject({
      state: 'sent',
      settledBy: 'rep',
      decision: { as: 'done', who: 'Ada Rep' },
      attempts: 1,
    });
    expect((await say(id, 'done', 'Ben Rep')).status).toBe(200);
    expect((await history(task.id)).decision.who).toBe('Ada Rep');
    expect(await say(id, 'again')).toMatchObject({ status: 409, body: { detail: /settled already/ } });
  });

  it('said to be done while it was not is open again as soon as the list tells', async () => {
    const { task, id } = await undecided();
    await say(id, 'done');
    await desk.vendor.misbehave();
    desk.advance(restMs);
    await desk.pullUntil(async () => (await desk.read(task.id)).status === 'pending');
    const failure = { message: 'lemlist lists it as pending: it was not done after all.', denied: true };
    expect((await desk.read(task.id)).commands).toMatchObject([{ id, state: 'failed', failure }]);
    const told = (await desk.call('GET', `/api/tasks/${task.id}/history`)).body;
    expect(told).toMatchObject({ elsewhere: [], items: [{ failure, decision: { as: 'done' } }] });
    const { items } = (await desk.call('GET', '/api/commands')).body;
    expect(items[0]).toMatchObject({ id, tasks: [{ state: 'failed', denied: true }] });
    await desk.call('POST', `/api/commands/${id}/retry`);
    await desk.deliver();
    expect(await desk.read(task.id)).toMatchObject({ status: 'completed', commands: [] });
  });

  it('said to be done and shown so by the list is not doubted again, whatever is changed there later', async () => {
    const task = await desk.pulledTask();
    const { id } = await desk.command('edit', task.id, { changes: { title: `${task.title} now` } });
    await desk.vendor.misbehave({ kind: 'lost-answer', method: 'PATCH', remaining: 1 }, listBreaks);
    await desk.send();
    await say(id, 'done');
    await desk.vendor.misbehave();
    desk.advance(restMs);
    await desk.pullUntil(async () => (await history(task.id)).settledBy === 'listing');
    await desk.changeAtVendor(`${task.title} now`, { title: task.title });
    await desk.pullUntil(async () => (await desk.read(task.id)).title === task.title);
    expect(await desk.read(task.id)).toMatchObject({ commands: [] });
    expect(await history(task.id)).toMatchObject({ state: 'sent', decision: { as: 'done' } });
  });

  it('is sent again when a rep says so, but not while the vendor may still do it', async () => {
    const { task, id } = await undecided();
    expect(await say(id, 'again')).toMatchObject({ status: 409, body: { detail: /may still be doing it/ } });
    desk.advance(vendorsTimeMs + restMs);
    const answers = await Promise.all([say(id, 'again'), say(id, 'again')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await desk.deliver()).toBe(1);
    expect(await desk.newWrites()).toHaveLength(2);
    expect(await history(task.id)).toMatchObject({
      state: 'sent',
      settledBy: 'vendor',
      decision: { as: 'again', who: 'Ada Rep' },
      attempts: 2,
    });
  });

  it('is refused words that it does not know, and a command that is not in doubt', async () => {
    const task = await desk.pulledTask();
    const { id } = await desk.command('ignore', task.id);
    expect(await say(id, 'perhaps')).toMatchObject({ status: 422, body: { errors: [{ path: 'as' }] } });
    expect(await say(id, 'done')).toMatchObject({ status: 409 });
    expect(await say(crypto.randomUUID(), 'done')).toMatchObject({ status: 404 });
    await desk.call('DELETE', `/api/commands/${id}`);
  });
});

/** A create that never reached the vendor, and of which nobody knows it. */
async function createdInto(...faults: Parameters<Desk['vendor']['misbehave']>) {
  const input = desk.newTask();
  const made = await desk.call('POST', '/api/tasks', input);
  const taskId: string = made.body.results[0].task.id;
  await desk.newWrites();
  await desk.vendor.misbehave({ kind: 'timeout', method: 'POST', remaining: 1 }, ...faults);
  await desk.send();
  return { taskId, id: input.id, title: input.title };
}

const madeAtVendor = (title: string, more: object = {}) =>
  desk.vendor.tasks.add({
    title,
    content: 'Bring the offer',
    priority: 0,
    userId: desk.userIds[1],
    contactId: desk.contactId,
    dueDate: new Date('2027-03-01T10:00:00.000Z'),
    ...more,
  });
const cards = async (title: string) => (await desk.tasks()).filter((one) => one.title === title);
const reason = (taskId: string) => async () => (await only(taskId)).doubt?.reason;

describe('a new task whose answer was lost', () => {
  it('is known again by the vendor’s tidied words', async () => {
    const { taskId, title } = await createdInto();
    const dueDate = new Date('2027-03-01T10:00:20.000Z');
    await madeAtVendor(` ${title}`, { content: 'Bring  the offer\n', dueDate });
    await desk.pullUntil(async () => (await desk.read(taskId)).commands.length === 0);
    expect(await history(taskId)).toMatchObject({ state: 'sent', settledBy: 'listing' });
    expect(await desk.newWrites()).toHaveLength(1);
  });

  it('of which the list shows two is left to a rep, and neither gets a card meanwhile', async () => {
    const { taskId, id, title } = await createdInto();
    await madeAtVendor(title);
    await madeAtVendor(title);
    await desk.pullUntil(async () => (await reason(taskId)()) === 'several');
    desk.advance(vendorsTimeMs);
    await desk.pull();
    expect(await desk.deliver()).toBe(0);
    expect(await cards(title)).toMatchObject([{ id: taskId }]);

    expect((await say(id, 'done')).status).toBe(200);
    expect((await only(taskId)).doubt).toMatchObject({ joining: true });
    await desk.pullUntil(async () => (await desk.read(taskId)).commands.length === 0);
    await desk.pull();
    expect(await cards(title)).toHaveLength(2);
    expect(await desk.atVendor(title)).toHaveLength(2);
    expect(await desk.newWrites()).toHaveLength(1);
    expect(await history(taskId)).toMatchObject({ state: 'sent', settledBy: 'rep' });
  });

  it('of which the list shows two is sent again when a rep says so, and every one has its card', async () => {
    const { taskId, id, title } = await createdInto();
    await madeAtVendor(title);
    await madeAtVendor(title);
    await desk.pullUntil(async () => (await reason(taskId)()) === 'several');
    desk.advance(vendorsTimeMs);
    await say(id, 'again');
    expect(await desk.deliver()).toBe(1);
    await desk.pull();
    expect(await cards(title)).toHaveLength(3);
    expect(await desk.atVendor(title)).toHaveLength(3);
  });

  it('made twice by reps and by the vendor is joined one by one', async () => {
    const one = await createdInto();
    const other = desk.newTask({ title: one.title });
    const made = await desk.call('POST', '/api/tasks', other);
    await desk.vendor.misbehave({ kind: 'timeout', method: 'POST', remaining: 1 });
    await desk.send();
    await madeAtVendor(one.title);
    await madeAtVendor(one.title);
    const ids = [one.taskId, made.body.results[0].task.id];
    await desk.pullUntil(async () =>
      (await Promise.all(ids.map(desk.read))).every(({ commands }) => commands.length === 0),
    );
    await desk.pull();
    expect(new Set((await cards(one.title)).map(({ id }) => id))).toEqual(new Set(ids));
    expect(await cards(one.title)).toHaveLength(2);
  });

  it('that the list shows under other words is not sent again unasked; said to be there, both cards become one', async () => {
    const { taskId, id, title } = await createdInto();
    await madeAtVendor(title, { content: 'What an assistant made of it' });
    desk.advance(vendorsTimeMs);
    await desk.pullUntil(async () => (await reason(taskId)()) === 'similar');
    expect(await cards(title)).toHaveLength(2);
    await say(id, 'done');
    await desk.pull();
    expect(await cards(title)).toMatchObject([{ id: taskId, commands: [] }]);
    expect(await desk.newWrites()).toHaveLength(1);
    await desk.pullUntil(async () => (await desk.read(taskId)).text === 'What an assistant made of it');
  });

  it.each([
    ['again', 'is sent', 1, 200],
    ['off', 'leaves the board', 0, 404],
  ])('said to be there by mistake is asked about again; “%s”, it %s', async (as, _, atVendor, onBoard) => {
    const { taskId, id, title } = await createdInto(listBreaks);
    desk.advance(vendorsTimeMs);
    expect(await say(id, 'off')).toMatchObject({ status: 409 });
    await say(id, 'done');
    await desk.pull();
    expect((await only(taskId)).doubt).toMatchObject({ joining: true, reason: null });
    await desk.vendor.misbehave();
    desk.advance(restMs);
    await desk.pullUntil(async () => (await reason(taskId)()) === 'unfound');
    await desk.command('complete', taskId);
    expect((await say(id, as)).status).toBe(200);
    expect((await say(id, as)).status).toBe(200);
    desk.advance(20_000);
    await desk.deliver();
    await desk.deliver();
    const there = await desk.atVendor(title);
    expect(there.map(({ status }) => status)).toEqual(Array.from({ length: atVendor }, () => 'completed'));
    expect((await desk.call('GET', `/api/tasks/${taskId}`)).status).toBe(onBoard);
  });
});
