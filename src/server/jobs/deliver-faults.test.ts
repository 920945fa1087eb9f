import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
});
afterEach(() => desk.vendor.misbehave());
afterAll(() => desk.stop());

const troubleOf = async () =>
  (await desk.call('GET', '/api/connections')).body.items.find(
    (one: { id: string }) => one.id === desk.connectionId,
  ).trouble;

/** An edit that was fine when it was made; then the new assignee left the vendor's team. */
async function refusedEdit() {
  const colleague = await desk.colleague();
  const task = await desk.pulledTask();
  const { id } = await desk.command('edit', task.id, { changes: { assigneeId: colleague, text: 'Mine' } });
  await desk.leaves(colleague);
  await desk.send();
  return { task, id, colleague };
}

describe('a command that the vendor refuses', () => {
  it('goes back on the board, says why at the field, and reaches the vendor when it is sent again', async () => {
    const { task, id, colleague } = await refusedEdit();
    const failed = await desk.read(task.id);
    expect(failed).toMatchObject({ text: '', assignee: { id: desk.userIds[0] } });
    expect(failed.commands).toMatchObject([
      {
        id,
        state: 'failed',
        failure: { kind: 'refused', message: expect.stringContaining('User not found') },
      },
    ]);
    await desk.returns(colleague);
    const retried = await desk.call('POST', `/api/commands/${id}/retry`);
    expect(retried.body.results[0].task).toMatchObject({
      text: 'Mine',
      assignee: { id: colleague },
      commands: [{ state: 'held', failure: null }],
    });
    expect(await desk.deliver()).toBe(1);
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine', commands: [] });
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Mine' }]);
  });

  it('disappears from the card when it is dismissed, and cannot be sent again after that', async () => {
    const { task, id } = await refusedEdit();
    const dismissed = await desk.call('DELETE', `/api/commands/${id}`);
    expect(dismissed.body.results[0].task).toMatchObject({ text: '', commands: [] });
    expect((await desk.call('POST', `/api/commands/${id}/retry`)).status).toBe(409);
    await desk.newWrites();
    await desk.send();
    expect(await desk.newWrites()).toEqual([]);
    expect((await desk.read(task.id)).commands).toEqual([]);
  });

  it('does not take back what the vendor itself changed while the call was under way', async () => {
    const colleague = await desk.colleague();
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { title: 'Mine', assigneeId: colleague } });
    await desk.leaves(colleague);
    await desk.vendor.misbehave({ kind: 'slow', method: 'PATCH', delayMs: 1_000 });
    const sending = desk.send();
    while ((await desk.read(task.id)).commands[0]?.state !== 'sending');
    const theirs = `Theirs ${task.id}`;
    await desk.changeAtVendor(task.title, { title: theirs });
    await desk.pull();
    await sending;
    expect(await desk.read(task.id)).toMatchObject({ title: theirs, commands: [{ state: 'failed' }] });
  });

  it('sent again goes after what was done meanwhile', async () => {
    const { task, id, colleague } = await refusedEdit();
    await desk.returns(colleague);
    await desk.command('edit', task.id, { changes: { text: 'Later' } });
    await desk.call('POST', `/api/commands/${id}/retry`);
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine' });
    await desk.send();
    await desk.send();
    expect(await desk.read(task.id)).toMatchObject({ text: 'Mine', commands: [] });
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Mine' }]);
  });
});

describe('a create that the vendor refuses', () => {
  const refusedCreate = async () => {
    const input = desk.newTask({ parents: [{ kind: 'contact', id: 'ctc_gone', name: 'Nobody' }] });
    const made = await desk.call('POST', '/api/tasks', input);
    return { input, taskId: made.body.results[0].task.id as string };
  };

  it('fails at the field of the form, takes the later commands with it, and each goes back to what was created', async () => {
    const { input, taskId } = await refusedCreate();
    await desk.command('edit', taskId, { changes: { title: 'Second' } });
    await desk.command('edit', taskId, { changes: { title: 'Third' } });
    await desk.send();
    const task = await desk.read(taskId);
    expect(task.title).toBe(input.title);
    expect(task.commands.map((one) => [one.kind, one.state])).toEqual([
      ['create', 'failed'],
      ['edit', 'failed'],
      ['edit', 'failed'],
    ]);
    expect(task.commands[0]?.failure?.fields).toMatchObject([{ path: 'parents' }]);
  });

  it('leaves a task that takes no command until it is created, and says so', async () => {
    const { taskId } = await refusedCreate();
    const later = await desk.command('edit', taskId, { changes: { title: 'Later' } });
    await desk.send();
    const refused = await desk.command('complete', taskId);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain('not been created');
    expect((await desk.call('POST', `/api/commands/${later.id}/retry`)).status).toBe(409);
  });
});

describe('a vendor that asks to go slower', () => {
  it('is left alone until it said, gets the command once after that, and the command can be undone meanwhile', async () => {
    const [first, second] = [await desk.pulledTask(), await desk.pulledTask()];
    const { id } = await desk.command('ignore', first.id);
    await desk.vendor.misbehave({ kind: 'rate-limited', remaining: 1, retryAfter: 600 });
    await desk.send();
    expect((await desk.read(first.id)).commands).toMatchObject([
      { state: 'held', failure: { kind: 'limited' } },
    ]);
    expect(await troubleOf()).toMatchObject({ kind: 'limited' });
    await desk.newWrites();
    const other = await desk.command('complete', second.id);
    desk.advance(300_000);
    await desk.deliver();
    await desk.pull();
    expect(await desk.newWrites()).toEqual([]);
    const undone = await desk.call('DELETE', `/api/commands/${id}`);
    expect(undone.body.results[0].task).toMatchObject({ status: 'pending', commands: [] });
    desk.advance(310_000);
    await desk.pull();
    expect(await desk.deliver()).toBe(1);
    expect(await desk.newWrites()).toHaveLength(1);
    expect(await desk.read(second.id)).toMatchObject({ status: 'completed', commands: [] });
    expect((await desk.call('DELETE', `/api/commands/${other.id}`)).status).toBe(409);
  });
});

describe('a key that the vendor no longer accepts', () => {
  it('makes the command wait, names the trouble, and a new key sends it at once', async () => {
    const task = await desk.pulledTask();
    await desk.command('ignore', task.id);
    await desk.vendor.misbehave({ kind: 'unauthorized' });
    await desk.send();
    await desk.deliver();
    expect((await desk.read(task.id)).commands).toMatchObject([{ state: 'held', failure: { kind: 'auth' } }]);
    expect(await troubleOf()).toMatchObject({ kind: 'auth' });
    expect(JSON.stringify(await troubleOf())).not.toContain(desk.vendor.key);
    await desk.vendor.misbehave();
    const path = `/api/connections/${desk.connectionId}`;
    expect(await desk.call('PATCH', path, { key: 'not the key at all' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'key' }] },
    });
    expect(await desk.deliver()).toBe(0);
    expect((await desk.call('PATCH', path, { key: desk.vendor.key })).body.trouble).toBeNull();
    expect(await desk.deliver()).toBe(1);
    expect(await desk.atVendor(task.title)).toMatchObject([{ status: 'ignored' }]);
  });
});

describe('commands on one task', () => {
  it('reach the vendor in the order made, and one in doubt holds up the later ones', async () => {
    const task = await desk.pulledTask();
    await desk.command('edit', task.id, { changes: { text: 'One' } });
    await desk.command('edit', task.id, { changes: { text: 'Two' } });
    await desk.newWrites();
    await desk.vendor.misbehave({ kind: 'lost-answer', method: 'PATCH', remaining: 1 });
    expect(await desk.send()).toBe(1);
    expect(await desk.deliver()).toBe(0);
    expect((await desk.read(task.id)).commands.map((one) => one.state)).toEqual(['uncertain', 'held']);
    await desk.pullUntil(async () => (await desk.read(task.id)).commands.length === 1);
    expect(await desk.deliver()).toBe(1);
    expect((await desk.newWrites()).map((one) => (one.body as { message: string }).message)).toEqual([
      'One',
      'Two',
    ]);
    expect(await desk.atVendor(task.title)).toMatchObject([{ content: 'Two' }]);
  });
});
