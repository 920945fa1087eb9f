import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Task } from '#contract/task';
import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import { startHarness, type Account, type Harness } from '#testing/harness';

let board: Harness;
const pastTheHoldMs = 21_000;
const longerThanATeamIsFreshMs = 11 * 60_000;

beforeAll(async () => {
  board = await startHarness();
});
afterAll(() => board.stop());

async function saleshandy() {
  const key = `key-${randomUUID()}`;
  const team = await createSaleshandyTeam(board.ctx.db, { key, now: board.ctx.clock.now(), rateLimit: 1000 });
  const account = await board.connect('saleshandy', key);
  return { key, team, ...handsOn(account) };
}

async function leadlex() {
  const key = `wbk_${randomUUID()}`;
  const firm = await createLeadlexWorkspace(board.ctx.db, { key, now: board.ctx.clock.now(), plan: 'org' });
  const account = await board.connect('leadlex', key, 'org');
  return { key, firm, ...handsOn(account) };
}

function handsOn({ connectionId, pull, deliver }: Account) {
  const list = async (status: Task['status']): Promise<Task[]> =>
    (await board.call('GET', `/api/tasks?connection=${connectionId}&status=${status}&closed=all`)).body.items;
  return {
    connectionId,
    list,
    async pull() {
      board.advance(longerThanATeamIsFreshMs);
      await pull();
    },
    send() {
      board.advance(pastTheHoldMs);
      return deliver();
    },
    async command(kind: string, task: Task | undefined, more: object = {}) {
      const id = randomUUID();
      return {
        id,
        ...(await board.call('POST', '/api/commands', { id, kind, taskIds: [task?.id], ...more })),
      };
    },
  };
}

describe('Saleshandy', () => {
  it('shows a task about its prospect, with its date as it is', async () => {
    const { team, pull, list } = await saleshandy();
    const prospectId = await team.prospects.add({
      firstName: 'Anna',
      lastName: 'Weber',
      company: 'Weber Ltd',
    });
    await team.tasks.add({
      prospectId,
      type: '13',
      note: 'Ask for the offer',
      priority: '1',
      dueDate: '2027-03-28',
    });
    await pull();
    expect(await list('pending')).toMatchObject([
      {
        channel: 'call',
        vendorType: '13',
        title: '',
        text: 'Ask for the offer',
        priority: 'urgent',
        due: { kind: 'date', date: '2027-03-28' },
        person: { name: 'Anna Weber', company: 'Weber Ltd' },
      },
    ]);
  });

  it('always has a due date: an edit that takes it away is refused at its field', async () => {
    const { team, pull, list, command } = await saleshandy();
    const prospectId = await team.prospects.add({});
    await team.tasks.add({ prospectId, type: '9', dueDate: '2027-03-28' });
    await pull();
    const [task] = await list('pending');
    const due = 'Saleshandy needs a due. Choose a day.';
    expect(await command('edit', task, { changes: { due: null } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'changes.due', message: due }] },
    });
    expect((await list('pending'))[0]?.due).toEqual({ kind: 'date', date: '2027-03-28' });
  });

  it('asks how a call ended before it is completed, and tells the vendor', async () => {
    const { team, pull, list, command, send } = await saleshandy();
    const prospectId = await team.prospects.add({});
    await team.tasks.add({ prospectId, type: '13', dueDate: '2027-03-28' });
    await pull();
    const [task] = await list('pending');
    const refused = await command('complete', task);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'outcome' }] } });
    expect((await command('complete', task, { outcome: 'Interested' })).status).toBe(200);
    expect(await send()).toBe(1);
    await pull();
    expect(await list('completed')).toMatchObject([{ id: task?.id, commands: [] }]);
  });

  it('makes one task for each prospect and answers for each', async () => {
    const { key, team, connectionId, pull, list, send } = await saleshandy();
    const prospects = await team.prospects.addAll([
      { firstName: 'Ada' },
      { firstName: 'Ben' },
      { firstName: 'Cleo' },
    ]);
    await pull();
    const input = {
      vendor: 'saleshandy',
      id: randomUUID(),
      connectionId,
      type: '3',
      text: 'Say hello',
      priority: 'high',
      due: { kind: 'date', date: '2027-04-01' },
      parents: prospects.map((id, index) => ({ kind: 'prospect', id, name: ['Ada', 'Ben', 'Cleo'][index] })),
    };
    const { status, body } = await board.call('POST', '/api/tasks', input);
    expect(status).toBe(201);
    expect(body.results).toHaveLength(3);
    await board.call('PUT', '/sandbox/control/saleshandy/faults', {
      key,
      faults: [{ kind: 'partial-success', remaining: 1 }],
    });
    expect(await send()).toBe(3);
    const made = await list('pending');
    expect(made.filter((task) => task.commands.length === 0)).toHaveLength(2);
    const failed = made.filter((task) => task.commands[0]?.state === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.commands[0]?.failure?.fields[0]?.path).toBe('parents');
    const oneOfThem = `/api/commands/${input.id}/retry?task=${failed[0]?.id}`;
    expect((await board.call('POST', oneOfThem)).status).toBe(200);
    expect(await send()).toBe(1);
    await pull();
    expect(await list('pending')).toHaveLength(3);
  });
});

describe('a create for many people', () => {
  it('can be taken back for one of them, and the others stay', async () => {
    const { team, connectionId, pull, list } = await saleshandy();
    const prospects = await team.prospects.addAll([{ firstName: 'Ada' }, { firstName: 'Ben' }]);
    await pull();
    const input = {
      vendor: 'saleshandy',
      id: randomUUID(),
      connectionId,
      type: '3',
      parents: prospects.map((id) => ({ kind: 'prospect', id, name: id })),
    };
    const { results } = (await board.call('POST', '/api/tasks', input)).body;
    const path = `/api/commands/${input.id}?task=${results[0].task.id}`;
    expect((await board.call('DELETE', path)).status).toBe(200);
    expect((await list('pending')).map((task) => task.id)).toEqual([results[1].task.id]);
  });
});

describe('LeadLex', () => {
  it('shows a begun task as begun, completes it and reopens it', async () => {
    const { firm, pull, list, command, send } = await leadlex();
    const contactId = await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    await firm.tasks.add({
      title: 'Draft the engagement letter',
      status: 'in_progress',
      contactId,
      dueDate: '2027-03-28',
    });
    await pull();
    const [task] = await list('pending');
    expect(task).toMatchObject({ progress: true, person: { name: 'Hans Müller' }, due: { kind: 'date' } });
    await command('complete', task);
    await send();
    await pull();
    const [done] = await list('completed');
    expect(done).toMatchObject({ id: task?.id, commands: [], closedElsewhere: false });
    expect((await command('reopen', done)).status).toBe(200);
    await send();
    await pull();
    expect(await list('pending')).toMatchObject([{ id: task?.id, commands: [] }]);
  });

  it('takes the due and the assignee away', async () => {
    const { firm, pull, list, command, send } = await leadlex();
    const contactId = await firm.contacts.add({});
    const assigneeId = await firm.users.add({ fullName: 'Ada Counsel' });
    await firm.tasks.add({ title: 'Some day', contactId, assigneeId, dueDate: '2027-03-28' });
    await pull();
    const [task] = await list('pending');
    expect(task).toMatchObject({ assignee: { name: 'Ada Counsel' }, due: { kind: 'date' } });
    await command('edit', task, { changes: { due: null, assigneeId: null } });
    expect(await list('pending')).toMatchObject([{ assignee: null, due: null }]);
    await send();
    await pull();
    expect(await list('pending')).toMatchObject([{ id: task?.id, assignee: null, due: null, commands: [] }]);
  });

  it('keeps an ignored task on the board alone, says so, and can take it back', async () => {
    const { key, firm, pull, list, command, send } = await leadlex();
    const contactId = await firm.contacts.add({});
    await firm.tasks.add({ title: 'Old lead', contactId });
    await pull();
    const [task] = await list('pending');
    await command('ignore', task);
    await send();
    await pull();
    const [ignored] = await list('ignored');
    expect(ignored).toMatchObject({ boardOnly: true, commands: [] });
    const { calls } = (await board.call('GET', `/sandbox/control/leadlex/calls?key=${key}`)).body;
    expect(calls.filter((call: { method: string }) => call.method !== 'GET')).toEqual([]);
    await command('reopen', ignored);
    await send();
    expect(await list('pending')).toMatchObject([{ id: task?.id, boardOnly: false }]);
  });

  it('makes one task for a contact and a deal together', async () => {
    const { firm, connectionId, pull, list, send } = await leadlex();
    const contactId = await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    const dealId = await firm.deals.add({ title: 'Series B' });
    await pull();
    const input = {
      vendor: 'leadlex',
      id: randomUUID(),
      connectionId,
      type: 'call',
      title: 'Follow up',
      priority: 'high',
      due: { kind: 'instant', at: '2027-03-28T01:30:00.000Z' },
      parents: [
        { kind: 'contact', id: contactId, name: 'Hans Müller' },
        { kind: 'deal', id: dealId, name: 'Series B' },
      ],
    };
    expect((await board.call('POST', '/api/tasks', input)).body.results).toHaveLength(1);
    await send();
    await pull();
    const [made, ...others] = await list('pending');
    expect(others).toEqual([]);
    expect(made).toMatchObject({ title: 'Follow up', channel: 'call', commands: [], due: input.due });
    expect(made?.parents.map((parent) => parent.kind)).toEqual(expect.arrayContaining(['contact', 'deal']));
  });

  it('counts its calls of the day', async () => {
    const { firm, connectionId, pull } = await leadlex();
    await firm.contacts.add({});
    await pull();
    const { items } = (await board.call('GET', '/api/connections')).body;
    const { plan, callsLeftToday } = items.find((one: { id: string }) => one.id === connectionId);
    expect(plan).toBe('org');
    expect(callsLeftToday).toBeLessThan(10_000);
  });
});

describe('one person at two vendors', () => {
  it('has their tasks counted on each card and listed together', async () => {
    const [one, other] = [await saleshandy(), await leadlex()];
    const email = `anna-${randomUUID()}@weber.example`;
    const prospectId = await one.team.prospects.add({ firstName: 'Anna', email });
    await one.team.tasks.add({ prospectId, type: '3', dueDate: '2027-03-28' });
    const contactId = await other.firm.contacts.add({ firstName: 'Anna', email: email.toUpperCase() });
    await other.firm.tasks.add({ title: 'Send the letter', contactId });
    await one.pull();
    await other.pull();
    const [mine] = await one.list('pending');
    const [theirs] = await other.list('pending');
    expect([mine?.othersOfPerson, theirs?.othersOfPerson]).toEqual([1, 1]);
    const path = `/api/tasks/${mine?.id}/person`;
    expect((await board.call('GET', path)).body).toMatchObject({
      items: [{ id: theirs?.id }],
      touchedToday: 0,
    });
    await other.command('complete', theirs);
    expect((await board.call('GET', path)).body).toMatchObject({
      items: [{ status: 'completed' }],
      touchedToday: 1,
    });
    expect((await board.call('GET', `/api/tasks/${mine?.id}`)).body.othersOfPerson).toBe(0);
  });
});
