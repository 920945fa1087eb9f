import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Fault } from '#sandbox/faults';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ vendorTimeoutMs: 1_500 });
  await desk.pull();
});
afterEach(() => desk.vendor.misbehave());
afterAll(() => desk.stop());

const isSettled = (taskId: string) => async () => (await desk.read(taskId)).commands.length === 0;
const states = async (taskId: string) => (await desk.read(taskId)).commands.map((one) => one.state);

const commands = {
  complete: [{}, { status: 'completed' }],
  ignore: [{}, { status: 'ignored' }],
  edit: [{ changes: { text: 'Mine', priority: 'high' } }, { content: 'Mine', priority: 2 }],
  snooze: [
    { until: { kind: 'instant', at: '2027-05-01T08:00:00.000Z' } },
    { dueDate: '2027-05-01T08:00:00.000Z' },
  ],
} satisfies Record<string, [object, object]>;

describe.each(Object.entries(commands))('%s whose answer was lost', (kind, [more, atVendor]) => {
  async function sentInto(fault: Omit<Fault, 'remaining'>) {
    const task = await desk.pulledTask();
    await desk.command(kind, task.id, more);
    await desk.newWrites();
    const method = kind === 'ignore' ? 'POST' : 'PATCH';
    await desk.vendor.misbehave({ ...fault, method, remaining: 1 });
    await desk.send();
    expect(await states(task.id)).toEqual(['uncertain']);
    return task;
  }

  it('after the vendor did it is checking until the list tells, and is not done twice', async () => {
    const task = await sentInto({ kind: 'lost-answer' });
    await desk.pullUntil(isSettled(task.id));
    await desk.send();
    expect(await desk.newWrites()).toHaveLength(1);
    expect(await desk.atVendor(task.title)).toMatchObject([atVendor]);
    expect((await desk.read(task.id)).closedElsewhere).toBe(false);
  });

  it.each([
    { kind: 'timeout' },
    { kind: 'server-error' },
    { kind: 'html' },
    { kind: 'broken-json' },
  ] as const)(
    'before the vendor did it ($kind) is sent again once, not before the vendor had time to do it late',
    async (fault) => {
      const task = await sentInto(fault);
      await desk.pull();
      expect(await states(task.id)).toEqual(['uncertain']);
      expect(await desk.deliver()).toBe(0);
      desk.advance(30_000);
      await desk.pullUntil(async () => (await states(task.id))[0] === 'held');
      expect(await desk.deliver()).toBe(1);
      expect(await desk.newWrites()).toHaveLength(2);
      expect(await desk.atVendor(task.title)).toMatchObject([atVendor]);
      expect(await desk.read(task.id)).toMatchObject({ commands: [], closedElsewhere: false });
    },
  );

  it('cannot be undone while nobody knows', async () => {
    const task = await sentInto({ kind: 'lost-answer' });
    const [command] = (await desk.read(task.id)).commands;
    expect(await desk.call('DELETE', `/api/commands/${command?.id}`)).toMatchObject({ status: 409 });
    await desk.pullUntil(isSettled(task.id));
  });
});

describe('a create whose answer was lost', () => {
  async function createdInto(fault: Omit<Fault, 'remaining'>) {
    const input = desk.newTask();
    const made = await desk.call('POST', '/api/tasks', input);
    const taskId: string = made.body.results[0].task.id;
    await desk.newWrites();
    await desk.vendor.misbehave({ ...fault, method: 'POST', remaining: 1 });
    await desk.send();
    expect(await states(taskId)).toEqual(['uncertain']);
    return { taskId, title: input.title };
  }
  const onBoard = async (title: string) => (await desk.tasks()).filter((one) => one.title === title);

  it('after the vendor made it is found in the list, so that there is one task here and one there', async () => {
    const { taskId, title } = await createdInto({ kind: 'lost-answer' });
    await desk.pullUntil(isSettled(taskId));
    desk.advance(60_000);
    await desk.pull();
    await desk.send();
    expect(await desk.newWrites()).toHaveLength(1);
    expect(await desk.atVendor(title)).toHaveLength(1);
    expect(await onBoard(title)).toMatchObject([{ id: taskId }]);
  });

  it.each([
    { kind: 'timeout' },
    { kind: 'server-error' },
    { kind: 'html' },
    { kind: 'broken-json' },
  ] as const)(
    'before the vendor made it ($kind) is sent again once, not before the vendor had time to make it late',
    async (fault) => {
      const { taskId, title } = await createdInto(fault);
      await desk.pull();
      expect(await states(taskId)).toEqual(['uncertain']);
      desk.advance(30_000);
      await desk.pullUntil(async () => (await states(taskId))[0] === 'held');
      expect(await desk.deliver()).toBe(1);
      await desk.pull();
      expect(await desk.newWrites()).toHaveLength(2);
      expect(await desk.atVendor(title)).toHaveLength(1);
      expect(await onBoard(title)).toMatchObject([{ id: taskId, commands: [] }]);
    },
  );

  it('made late by the vendor is not made twice', async () => {
    const { taskId, title } = await createdInto({ kind: 'timeout' });
    await desk.pull();
    const [userId] = [desk.userIds[1]];
    const dueDate = new Date('2027-03-01T10:00:00.000Z');
    const { contactId } = desk;
    await desk.vendor.tasks.add({
      title,
      content: 'Bring the offer',
      priority: 0,
      userId,
      contactId,
      dueDate,
    });
    await desk.pullUntil(isSettled(taskId));
    desk.advance(60_000);
    await desk.pull();
    await desk.deliver();
    expect(await desk.newWrites()).toHaveLength(1);
    expect(await desk.atVendor(title)).toHaveLength(1);
    expect(await onBoard(title)).toMatchObject([{ id: taskId }]);
  });

  it('takes what was done to the task meanwhile along', async () => {
    const { taskId, title } = await createdInto({ kind: 'lost-answer' });
    await desk.command('complete', taskId);
    await desk.pullUntil(async () => (await states(taskId)).length === 1);
    await desk.send();
    expect(await desk.atVendor(title)).toMatchObject([{ status: 'completed' }]);
    expect(await states(taskId)).toEqual([]);
  });
});
