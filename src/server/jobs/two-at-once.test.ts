import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { VendorFailure } from '#contract/command';
import { claimCommands, expireClaims } from '#server/ledger/claim-commands';
import { becomeFailed, becomeSent, settle } from '#server/ledger/settle-command';
import { dueDeliveries } from '#server/store/commands/claims';
import { listenForNotices } from '#server/store/notices';
import { createTestDatabase, type TestDatabase } from '#testing/database';
import { openDesk, type Desk } from '#testing/desk';

let database: TestDatabase<unknown>;
let desk: Desk;

beforeAll(async () => {
  database = await createTestDatabase();
  desk = await openDesk({ databaseUrl: database.url, vendorTimeoutMs: 1_500 });
});
afterEach(() => desk.vendor.misbehave());
afterAll(async () => {
  await desk.stop();
  await database.destroy();
});

const states = async (taskId: string) => (await desk.read(taskId)).commands.map((one) => one.state);
const refused: VendorFailure = { kind: 'refused', message: 'No.', fields: [] };

/** Another process on the same database, with a connection of its own, at the same time of day. */
async function anotherDesk() {
  const other = await openDesk({ databaseUrl: database.url, vendorTimeoutMs: 1_500 });
  other.advance(desk.ctx.clock.now().getTime() - other.ctx.clock.now().getTime());
  return other;
}

/** Takes the one command that is due and leaves it, as a process does that dies before it hears the answer. */
async function claimed() {
  const task = await desk.pulledTask();
  await desk.command('edit', task.id, { changes: { text: 'Mine' } });
  desk.advance(20_000);
  const [command] = await claimCommands(desk.ctx, desk.connectionId, 1);
  if (command === undefined) throw new Error('nothing was due');
  return { task, command };
}

describe('two processes that deliver at once', () => {
  it('never send a command twice', async () => {
    const tasks = [];
    for (let count = 0; count < 12; count += 1) tasks.push(await desk.pulledTask());
    const taskIds = tasks.map((task) => task.id);
    await desk.call('POST', '/api/commands', { id: randomUUID(), kind: 'ignore', taskIds });
    await desk.newWrites();
    desk.advance(20_000);
    const rounds = Array.from({ length: 3 }, () => claimCommands(desk.ctx, desk.connectionId, 4));
    const taken = (await Promise.all(rounds)).flat().map((command) => command.task_id);
    expect(new Set(taken).size).toBe(taken.length);
    await Promise.all([desk.deliver(), desk.deliver()]);
    expect(await desk.newWrites()).toHaveLength(12 - taken.length);
    desk.advance(61_000);
    await expireClaims(desk.ctx);
    desk.advance(31_000);
    await desk.pullUntil(async () =>
      (await Promise.all(taskIds.map(states))).flat().every((one) => one === 'held'),
    );
    await desk.deliver();
    expect(await desk.newWrites()).toHaveLength(taken.length);
  });
});

describe('a claim that ran out', () => {
  it('is checked at the vendor before the command is sent again', async () => {
    const { task } = await claimed();
    await desk.newWrites();
    desk.advance(59_000);
    expect(await expireClaims(desk.ctx)).toBe(0);
    desk.advance(2_000);
    expect(await expireClaims(desk.ctx)).toBe(1);
    expect(await states(task.id)).toEqual(['uncertain']);
    expect(await desk.deliver()).toBe(0);
    desk.advance(30_000);
    await desk.pullUntil(async () => (await states(task.id))[0] === 'held');
    await desk.deliver();
    expect(await desk.newWrites()).toHaveLength(1);
  });

  it('does not let a late failure undo what was found out since', async () => {
    const { task, command } = await claimed();
    await desk.changeAtVendor(task.title, { message: 'Mine' });
    desk.advance(61_000);
    await expireClaims(desk.ctx);
    await settle(desk.ctx, command, 'failed', (tx, present) => becomeFailed(desk.ctx, tx, present, refused));
    expect(await states(task.id)).toEqual(['uncertain']);
    await desk.pullUntil(async () => (await states(task.id)).length === 0);
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine' });
  });

  it('lasts longer while the vendor fetches files, so that what it says then still counts', async () => {
    const media = [{ kind: 'image', url: 'https://files.example/plan.png' }];
    const made = await desk.call('POST', '/api/tasks', desk.newTask({ type: 'linkedin', media }));
    desk.advance(20_000);
    const [command] = await claimCommands(desk.ctx, desk.connectionId, 1);
    desk.advance(150_000);
    expect(await expireClaims(desk.ctx)).toBe(0);
    await settle(desk.ctx, command!, 'failed', (tx, present) => becomeFailed(desk.ctx, tx, present, refused));
    expect(await states(made.body.results[0].task.id)).toEqual(['failed']);
  });

  it('takes late good news, so that nothing is sent again', async () => {
    const { task, command } = await claimed();
    desk.advance(61_000);
    await expireClaims(desk.ctx);
    await settle(desk.ctx, command, 'done', (tx, present) => becomeSent(desk.ctx, tx, present));
    expect(await states(task.id)).toEqual([]);
  });
});

describe('a connection in trouble', () => {
  it('does not hold up another one of the same workspace', async () => {
    const other = await anotherDesk();
    const theirs = await other.pulledTask();
    const ours = [await desk.pulledTask(), await desk.pulledTask(), await desk.pulledTask()];
    await desk.vendor.misbehave({ kind: 'timeout' });
    const id = randomUUID();
    const taskIds = [...ours, theirs].map((task) => task.id);
    await desk.call('POST', '/api/commands', { id, kind: 'complete', taskIds });
    other.advance(20_000);
    const stuck = desk.send();
    expect(await other.deliver()).toBe(1);
    await other.pull();
    expect(await other.atVendor(theirs.title)).toMatchObject([{ status: 'completed' }]);
    await stuck;
    const { items } = (await desk.call('GET', '/api/connections')).body;
    const troubles = new Map(items.map((one: { id: string; trouble: unknown }) => [one.id, one.trouble]));
    expect(troubles.get(desk.connectionId)).toMatchObject({ kind: 'down' });
    expect(troubles.get(other.connectionId)).toBeNull();
    await desk.vendor.misbehave();
    desk.advance(31_000);
    await desk.pullUntil(async () =>
      (await Promise.all(ours.map((task) => states(task.id)))).flat().every((one) => one === 'held'),
    );
    expect(await desk.deliver()).toBe(3);
    await other.stop();
  });
});

describe('a command that waits behind one in doubt', () => {
  it('neither keeps the jobs busy nor tells the pages of changes that are none', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { text: 'One' } });
    await desk.command('edit', task.id, { changes: { text: 'Two' } });
    await desk.vendor.misbehave({ kind: 'lost-answer', method: 'PATCH', remaining: 1 });
    await desk.send();
    const heard: (string | undefined)[] = [];
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const notices = await listenForNotices(database.url, (notice) => {
      heard.push(notice?.topic);
      if (notice?.topic === 'connections') end();
    });
    const due = await dueDeliveries(desk.ctx.db, desk.ctx.workspaceId, desk.ctx.clock.now());
    expect(due.connectionIds).not.toContain(desk.connectionId);
    expect(await desk.deliver()).toBe(0);
    await expireClaims(desk.ctx);
    await desk.call('POST', `/api/connections/${desk.connectionId}/sync`);
    await ended;
    await notices.stop();
    expect(heard).toEqual([undefined, 'connections']);
    await desk.pullUntil(async () => (await states(task.id)).length === 1);
    await desk.deliver();
  });
});

describe('undo, delivery and listing of the same tasks at the same moment', () => {
  it('never wait for each other without an end, and each command either leaves or is undone', async () => {
    const tasks = [];
    for (let count = 0; count < 6; count += 1) tasks.push(await desk.pulledTask());
    const ids = tasks.map(() => randomUUID());
    await desk.newWrites();
    for (const [index, id] of ids.entries()) {
      const taskIds = [tasks[index]?.id];
      await desk.call('POST', '/api/commands', { id, kind: 'edit', taskIds, changes: { text: id } });
    }
    desk.advance(20_000);
    const undoing = ids.map((id) => desk.call('DELETE', `/api/commands/${id}`));
    const [answers] = await Promise.all([Promise.all(undoing), desk.deliver(), desk.pull()]);
    expect(
      answers.map((answer) => answer.status).filter((status) => status !== 200 && status !== 409),
    ).toEqual([]);
    const left = new Set((await desk.newWrites()).map((one) => (one.body as { message: string }).message));
    expect(ids.map((id) => left.has(id))).toEqual(answers.map((answer) => answer.status === 409));
  });
});
