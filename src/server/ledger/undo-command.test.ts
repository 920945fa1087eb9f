import { randomUUID } from 'node:crypto';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** Asks as the rep of this name. */
async function as(name: string, method: string, path: string, body?: object) {
  const cookie = `rep=${encodeURIComponent(JSON.stringify({ name, email: null }))}`;
  const response = await fetch(`${desk.url}${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

const give = async (name: string, kind: string, taskIds: readonly string[], more: object = {}) => {
  const id = randomUUID();
  await as(name, 'POST', '/api/commands', { id, kind, taskIds, ...more });
  return id;
};
const undo = (id: string) => as('Ada Rep', 'DELETE', `/api/commands/${id}`);
const recent = async (name: string) => (await as(name, 'GET', '/api/commands')).body.items;
const statusOf = async (id: string) => (await desk.read(id)).status;
const statuses = (ids: readonly string[]) => Promise.all(ids.map(statusOf));
const oks = (results: { ok: boolean }[]) => results.map(({ ok }) => ok);

async function pulled(count: number, more: { campaignId?: string } = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await desk.pulledTask(more)).id);
  return ids;
}

/** Tasks whose completion may send, so that it is held longer. */
async function pulledOutbound(count: number): Promise<string[]> {
  const campaignId = await desk.vendor.campaigns.add({ name: `Spring ${randomUUID()}` });
  desk.advance(61_000);
  return pulled(count, { campaignId });
}

/** Ends the short holds alone, and delivers. */
async function deliverTheShort(): Promise<void> {
  desk.advance(8_000);
  await desk.deliver();
}

const historyOf = async (taskId: string) =>
  (await desk.call('GET', `/api/tasks/${taskId}/history`)).body.items;

describe('an undo that comes too late', () => {
  it('is kept with who asked and when, the first of several', async () => {
    const [left = ''] = await pulled(1);
    const id = await give('Ada Rep', 'complete', [left]);
    await desk.send();
    const { revision } = (await desk.call('GET', '/api/tasks/changes')).body;
    expect((await as('Ben Rep', 'DELETE', `/api/commands/${id}`)).status).toBe(409);
    expect((await undo(id)).status).toBe(409);
    const lateUndo = { who: 'Ben Rep', at: expect.any(String) };
    expect(await historyOf(left)).toMatchObject([{ state: 'sent', lateUndo }]);
    expect((await recent('Ada Rep'))[0]).toMatchObject({ id, tasks: [{ state: 'sent', lateUndo }] });
    const { items } = (await desk.call('GET', `/api/tasks/changes?since=${revision}`)).body;
    expect(items).toMatchObject([{ id: left }]);
  });
});

describe('a change that another rep takes back', () => {
  it('names who did, in the history and to the one who gave it', async () => {
    const [one = '', own = ''] = await pulled(2);
    const id = await give('Ada Rep', 'complete', [one]);
    const mine = await give('Ada Rep', 'ignore', [own]);
    await as('Ben Rep', 'DELETE', `/api/commands/${id}`);
    await undo(mine);
    expect(await historyOf(one)).toMatchObject([{ who: 'Ada Rep', undoneBy: { who: 'Ben Rep' } }]);
    expect(await historyOf(own)).toMatchObject([{ who: 'Ada Rep', undoneBy: null }]);
    const steps = (await recent('Ada Rep')).slice(0, 2);
    expect(steps).toMatchObject([
      { id: mine, tasks: [{ undoneBy: null }] },
      { id, tasks: [{ undoneBy: { who: 'Ben Rep' }, settledAt: expect.any(String) }] },
    ]);
  });

  it('by a rep without a name says that it was another one', async () => {
    const [task = ''] = await pulled(1);
    const id = await give('Ada Rep', 'complete', [task]);
    await desk.call('DELETE', `/api/commands/${id}`);
    expect(await historyOf(task)).toMatchObject([{ undoneBy: { who: null } }]);
  });
});

describe('a change that the vendor refused', () => {
  it('keeps the refusal in its history after it was tried again and taken', async () => {
    const [task = ''] = await pulled(1);
    const assigneeId = await desk.colleague();
    const id = await give('Ada Rep', 'edit', [task], { changes: { assigneeId } });
    await desk.leaves(assigneeId);
    await desk.send();
    await desk.returns(assigneeId);
    const [refused] = await historyOf(task);
    expect(refused).toMatchObject({ state: 'failed', refusals: [] });
    await as('Ben Rep', 'POST', `/api/commands/${id}/retry`);
    await desk.deliver();
    const [item] = await historyOf(task);
    expect(item).toMatchObject({ state: 'sent', who: 'Ada Rep' });
    expect(item.refusals).toEqual([
      {
        message: refused.failure.message,
        at: refused.settledAt,
        who: 'Ben Rep',
        againAt: expect.any(String),
      },
    ]);
  });
});

describe('what was done to many in one go', () => {
  it('is taken back by one request, and the vendor hears of none', async () => {
    const ids = await pulled(3);
    const id = await give('Ada Rep', 'complete', ids);
    await desk.newWrites();
    const { status, body } = await undo(id);
    expect([status, oks(body.results)]).toEqual([200, [true, true, true]]);
    expect(await statuses(ids)).toEqual(['pending', 'pending', 'pending']);
    await desk.send();
    expect(await desk.newWrites()).toEqual([]);
  });

  it('is taken back where it has not left, and the others say that they have', async () => {
    const [held = '', other = ''] = await pulledOutbound(2);
    const [left = ''] = await pulled(1);
    const id = await give('Ada Rep', 'complete', [held, left, other]);
    await deliverTheShort();
    const { status, body } = await undo(id);
    expect(status).toBe(200);
    const refused = body.results.filter(({ ok }: { ok: boolean }) => !ok);
    expect(refused).toMatchObject([
      {
        taskId: left,
        error: { message: 'Too late to undo: lemlist has it already and offers no way back.' },
      },
    ]);
    expect(await statuses([held, other, left])).toEqual(['pending', 'pending', 'completed']);
    const again = await undo(id);
    expect([again.status, oks(again.body.results)]).toEqual([status, oks(body.results)]);
    expect(await statuses([held, other, left])).toEqual(['pending', 'pending', 'completed']);
  });

  it('is one step where its commands differ, and goes back as one', async () => {
    const [first = '', second = ''] = await pulled(2);
    const batch = randomUUID();
    const until = (day: number) => ({
      until: { kind: 'instant', at: `2027-04-0${day}T09:00:00.000Z` },
      batch,
    });
    const before = await desk.read(first);
    const one = await give('Ada Rep', 'snooze', [first], until(1));
    await give('Ada Rep', 'snooze', [second], until(2));
    expect((await recent('Ada Rep'))[0]).toMatchObject({
      id: batch,
      kind: 'snooze',
      states: { held: 2 },
      snoozedTo: null,
      tasks: [{ task: { id: first } }, { task: { id: second } }],
    });
    const { body } = await undo(batch);
    expect(oks(body.results)).toEqual([true, true]);
    expect((await recent('Ada Rep'))[0]).toMatchObject({ id: batch, states: { cancelled: 2 } });
    expect((await desk.read(first)).due).toEqual(before.due);
    expect((await undo(one)).status).toBe(200);
  });

  it('a new task that is taken back is told of though it is gone', async () => {
    const made = await as('Ada Rep', 'POST', '/api/tasks', desk.newTask());
    const { task } = made.body.results[0];
    const { body } = await as('Ada Rep', 'DELETE', `/api/commands/${task.commands[0].id}?task=${task.id}`);
    expect(body.results).toEqual([]);
    expect((await recent('Ada Rep'))[0]).toMatchObject({
      kind: 'create',
      tasks: [{ gone: true, state: 'cancelled' }],
    });
  });
});

describe('what a rep did lately', () => {
  it('is told newest first, with what became of it, to that rep alone', async () => {
    const [one = '', two = ''] = await pulled(2);
    const [three = ''] = await pulled(1);
    const older = await give('Cleo Rep', 'edit', [one], { changes: { priority: 'high' } });
    await desk.send();
    const newer = await give('Cleo Rep', 'ignore', [two]);
    await give('Ben Rep', 'complete', [three]);
    const items = await recent('Cleo Rep');
    expect(items).toMatchObject([
      {
        id: newer,
        kind: 'ignore',
        states: { held: 1 },
        tasks: [{ state: 'held', task: { status: 'ignored' } }],
      },
      {
        id: older,
        kind: 'edit',
        states: { sent: 1 },
        tasks: [{ state: 'sent', failure: null, gone: false }],
      },
    ]);
    expect(Date.parse(items[0].holdUntil) - Date.parse(items[0].createdAt)).toBe(8_000);
    expect(await recent('Nobody of these')).toEqual([]);
  });

  it('names the tasks of a great step up to a bound, and counts all of them', async () => {
    const [seed = ''] = await pulled(1);
    const wanted = Array.from({ length: 60 }, () => randomUUID());
    await copyTask(seed, wanted);
    const id = await give('Dora Rep', 'ignore', wanted);
    const [step] = await recent('Dora Rep');
    expect([step.id, step.states, step.tasks.length]).toEqual([id, { held: 60 }, 50]);
    await undo(id);
    expect((await recent('Dora Rep'))[0].states).toEqual({ cancelled: 60 });
  });

  it('is not longer than twenty steps', async () => {
    const [task = ''] = await pulled(1);
    for (let index = 0; index < 22; index += 1)
      await give('Emil Rep', 'edit', [task], { changes: { title: `Call ${index}` } });
    expect(await recent('Emil Rep')).toHaveLength(20);
  });
});

/** More rows like this one. */
async function copyTask(seed: string, ids: readonly string[]): Promise<void> {
  const { db } = desk.ctx;
  for (const id of ids)
    await sql`insert into tasks (workspace_id, id, connection_id, vendor, vendor_task_id, status, channel, vendor_type, title,
        text, priority, due_at, due_sort, parents, media, outbound, created_at)
      select workspace_id, ${id}::uuid, connection_id, vendor, ${id}, status, channel, vendor_type, title,
        text, priority, due_at, due_sort, parents, media, outbound, created_at
      from tasks where id = ${seed}`.execute(db);
}
