import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Connection } from '#contract/connection';
import type { Task } from '#contract/task';
import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { startHarness, type Harness } from '#testing/harness';

let board: Harness;
const dayMs = 24 * 60 * 60_000;
const longerThanAMinuteMs = 61_000;

beforeAll(async () => {
  board = await startHarness();
  // Noon, so that no test meets midnight.
  board.advance(dayMs / 2 + dayMs - (board.ctx.clock.now().getTime() % dayMs));
});
afterAll(() => board.stop());

/** A board with one task on the smallest plan, which allows 100 calls a day, of which so many are made. */
async function starter() {
  const key = `wbk_${randomUUID()}`;
  const now = board.ctx.clock.now();
  const firm = await createLeadlexWorkspace(board.ctx.db, { key, now, plan: 'starter' });
  const contactId = await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
  await firm.tasks.add({ title: 'Draft the letter', contactId });
  const { connectionId, pull, deliver } = await board.connect('leadlex', key, 'starter');
  const list = async (): Promise<Task[]> =>
    (await board.call('GET', `/api/tasks?connection=${connectionId}&status=pending`)).body.items;
  const account = {
    firm,
    contactId,
    pull,
    list,
    async made(calls: number) {
      await board.ctx.db
        .updateTable('budgets')
        .set({ day_calls: calls, day: board.ctx.clock.now().toISOString().slice(0, 10) })
        .where('connection_id', '=', connectionId)
        .execute();
      board.advance(longerThanAMinuteMs);
    },
    connection: async (): Promise<Connection> =>
      (await board.call('GET', '/api/connections')).body.items.find(
        (one: Connection) => one.id === connectionId,
      ),
    async command(changes: object) {
      const [task] = await list();
      const body = { id: randomUUID(), kind: 'edit', taskIds: [task?.id], changes };
      expect((await board.call('POST', '/api/commands', body)).status).toBe(200);
    },
    send() {
      board.advance(longerThanAMinuteMs);
      return deliver();
    },
    states: async () => (await list())[0]?.commands.map(({ state }) => state),
    search: () => board.call('GET', `/api/parents?connection=${connectionId}&q=Müller`),
    misbehave: (...faults: object[]) => board.call('PUT', '/sandbox/control/leadlex/faults', { key, faults }),
    calls: async (): Promise<number> =>
      (await board.call('GET', `/sandbox/control/leadlex/calls?key=${key}`)).body.calls.length,
  };
  await pull();
  return account;
}

describe('the calls of a day', () => {
  it('are left to reps in part: listings stop, say so, and searches and changes go on', async () => {
    const { made, pull, connection, calls, search, command, send, states } = await starter();
    await made(70);
    const before = await calls();
    await pull();
    expect(await calls()).toBe(before);
    expect(await connection()).toMatchObject({
      callsLeftToday: 30,
      trouble: {
        kind: 'limited',
        message:
          'Reading the list of LeadLex has used its part of the calls that the plan allows today. It goes on after midnight UTC; your changes still go out.',
      },
    });
    expect((await search()).body.items).toHaveLength(1);
    await command({ title: 'Draft the long letter' });
    expect(await send()).toBe(1);
    expect(await states()).toEqual([]);
  });

  it('keep their last part for changes', async () => {
    const { made, search, command, send, states } = await starter();
    await made(85);
    expect(await search()).toMatchObject({
      status: 502,
      body: {
        detail:
          'The calls that the LeadLex plan allows today are used up. Outboard goes on by itself after midnight UTC.',
      },
    });
    await command({ title: 'Draft the long letter' });
    await send();
    expect(await states()).toEqual([]);
  });

  it('when they are gone let changes wait on their cards, and go out the next day', async () => {
    const { made, command, send, states, list, calls, connection } = await starter();
    await made(100);
    const before = await calls();
    await command({ title: 'Draft the long letter' });
    await send();
    expect(await calls()).toBe(before);
    expect(await states()).toEqual(['held']);
    expect((await list())[0]?.commands[0]?.failure?.message).toMatch(/used up.*after midnight UTC/);
    expect(await connection()).toMatchObject({
      callsLeftToday: 0,
      trouble: { kind: 'limited', message: expect.stringMatching(/used up.*after midnight UTC/) },
    });
    board.advance(dayMs / 2);
    await send();
    expect(await states()).toEqual([]);
    expect((await connection()).callsLeftToday).toBe(99);
    board.advance(dayMs / 2);
  });

  it('when they are gone do not keep back what stays on this board', async () => {
    const { made, send, list, calls } = await starter();
    await made(100);
    const [task] = await list();
    const before = await calls();
    const ignore = { id: randomUUID(), kind: 'ignore', taskIds: [task?.id] };
    expect((await board.call('POST', '/api/commands', ignore)).status).toBe(200);
    expect(await send()).toBe(1);
    expect(await calls()).toBe(before);
    expect((await board.call('GET', `/api/tasks/${task?.id}`)).body).toMatchObject({
      status: 'ignored',
      commands: [],
    });
  });

  it('are spent on a listing beyond its part when a card waits to hear what became of its command', async () => {
    const { made, pull, command, send, states, misbehave } = await starter();
    await made(75);
    await misbehave({ kind: 'lost-answer', method: 'PATCH', remaining: 1 });
    await command({ title: 'Draft the long letter' });
    await send();
    expect(await states()).toEqual(['uncertain']);
    await pull();
    expect(await states()).toEqual([]);
  });

  it('are kept from a vendor who asks for a pause himself, whoever calls', async () => {
    const { misbehave, pull, command, send, states, calls } = await starter();
    await misbehave({ kind: 'rate-limited', remaining: 1, retryAfter: 600 });
    board.advance(longerThanAMinuteMs);
    await pull();
    const before = await calls();
    await command({ title: 'Draft the long letter' });
    await send();
    expect(await calls()).toBe(before);
    expect(await states()).toEqual(['held']);
  });
});

describe('the calls of a minute', () => {
  it('are never more than the plan allows, whatever is asked for at once', async () => {
    const { firm, contactId, pull, search, send, command, calls } = await starter();
    board.advance(longerThanAMinuteMs);
    await firm.tasks.addAll(
      Array.from({ length: 250 }, (_, index) => ({ title: `Task ${index}`, contactId })),
    );
    await command({ title: 'Draft the long letter' });
    board.advance(longerThanAMinuteMs);
    const before = await calls();
    await Promise.all([pull(), search(), search(), send()]);
    expect((await calls()) - before).toBeLessThanOrEqual(10);
  });
});
