import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Problem } from '#contract/errors';
import type { Task } from '#contract/task';
import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import { startHarness, type Harness } from '#testing/harness';

let board: Harness;
const pastTheHoldMs = 21_000;
const pastAnyPauseMs = 11 * 60_000;

beforeAll(async () => {
  board = await startHarness();
});
afterAll(() => board.stop());

async function leadlex(options: { permissions?: [] } = {}) {
  const key = `wbk_${randomUUID()}`;
  const firm = await createLeadlexWorkspace(board.ctx.db, { key, now: board.ctx.clock.now(), ...options });
  const { connectionId, pull, deliver } = await board.connect('leadlex', key, 'org');
  const form = (name: string, more: object = {}) => ({
    vendor: 'leadlex',
    id: randomUUID(),
    connectionId,
    title: 'Follow up',
    parents: [{ kind: 'contact', id: '', name }],
    ...more,
  });
  return {
    firm,
    form,
    create: (input: object) => board.call('POST', '/api/tasks', input),
    /** What a form with this name is answered. */
    ask: async (name: string, more: object = {}): Promise<Problem> => {
      const { status, body } = await board.call('POST', '/api/tasks', form(name, more));
      expect(status).toBe(422);
      return body;
    },
    list: async (): Promise<Task[]> =>
      (await board.call('GET', `/api/tasks?connection=${connectionId}&status=pending`)).body.items,
    misbehave: (kind: string) =>
      board.call('PUT', '/sandbox/control/leadlex/faults', { key, faults: [{ kind }] }),
    /** The next listing finds LeadLex well again. */
    async recover() {
      await board.call('PUT', '/sandbox/control/leadlex/faults', { key, faults: [] });
      board.advance(pastAnyPauseMs);
      await pull();
    },
    /** What LeadLex was asked. */
    calls: async (): Promise<{ method: string; path: string; body: Record<string, unknown> }[]> =>
      (await board.call('GET', `/sandbox/control/leadlex/calls?key=${key}`)).body.calls,
    send() {
      board.advance(pastTheHoldMs);
      return deliver();
    },
  };
}

describe('a record given by its name', () => {
  it('is found while the form is open, and goes to the vendor by its id', async () => {
    const { firm, create, form, send, calls, list } = await leadlex();
    const id = await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller-Lüdenscheid' });
    const { status, body } = await create(form('hans  MÜLLER'));
    expect(status).toBe(201);
    const parent = { kind: 'contact', id, name: 'Hans Müller' };
    expect(body.results).toMatchObject([
      { parent, task: { parents: [parent], person: { name: 'Hans Müller' } } },
    ]);
    expect(await send()).toBe(1);
    const write = (await calls()).find(({ method }) => method === 'POST');
    expect(write?.body).toMatchObject({ contact_id: id });
    expect(write?.body).not.toHaveProperty('contact_name');
    expect(await list()).toMatchObject([{ commands: [] }]);
  });

  it('is found without its accents, which a search may insist on', async () => {
    const { firm, create, form } = await leadlex();
    const id = await firm.contacts.add({ firstName: 'Jürgen', lastName: 'Groß' });
    await firm.contacts.add({ firstName: 'Jürgen', lastName: 'Klein' });
    expect((await create(form('Jurgen Groß'))).body.results).toMatchObject([{ parent: { id } }]);
  });

  it('that several bear is asked about at its field, with what tells them apart, and nothing is made', async () => {
    const { firm, ask, list, calls } = await leadlex();
    const companyId = await firm.companies.add({ name: 'Elbe Partners' });
    await firm.contacts.addAll([
      { firstName: 'Alex', lastName: 'Berg', companyId },
      { firstName: 'Alex', lastName: 'Cole', email: 'cole@quay.example' },
      { firstName: 'Alexa', lastName: 'Dorn' },
      { firstName: 'Eve', lastName: 'Alexander-Fox' },
      { firstName: 'Tim', lastName: 'Salex' },
    ]);
    const deal = { kind: 'deal', id: await firm.deals.add({}), name: 'Deal' };
    const { errors } = await ask('Alex', { parents: [deal, { kind: 'contact', id: '', name: 'Alex' }] });
    expect(errors).toMatchObject([
      { path: 'parents.1', message: 'LeadLex has 4 contacts called “Alex”. Choose one.' },
    ]);
    expect(errors[0]?.candidates?.map(({ name, detail }) => [name, detail])).toEqual([
      ['Alex Berg', 'Elbe Partners'],
      ['Alex Cole', 'cole@quay.example'],
      ['Alexa Dorn', ''],
      ['Eve Alexander-Fox', ''],
    ]);
    expect(await list()).toEqual([]);
    expect((await calls()).map(({ method }) => method)).toEqual(['GET']);
  });

  it('that only nearly fits one is asked about, not taken', async () => {
    const { firm, ask } = await leadlex();
    await firm.companies.add({ name: 'Elbe Partners' });
    const { errors } = await ask('', { parents: [{ kind: 'company', id: '', name: 'Elbe' }] });
    expect(errors).toMatchObject([
      {
        path: 'parents.0',
        message:
          'LeadLex knows no company called just “Elbe”, but one that comes near. Choose it or check the name.',
        candidates: [{ kind: 'company', name: 'Elbe Partners' }],
      },
    ]);
  });

  it('that nobody bears is told at its field, with whoever shares a part of it', async () => {
    const { firm, ask } = await leadlex();
    await firm.contacts.add({ firstName: 'Hans', lastName: 'Meier' });
    const unknown = (name: string) =>
      `LeadLex knows no contact called “${name}”. Check the name or choose one from the list.`;
    expect((await ask('Hans Mayer')).errors).toMatchObject([
      { path: 'parents.0', message: unknown('Hans Mayer'), candidates: [{ name: 'Hans Meier' }] },
    ]);
    expect((await ask('Zacharias')).errors).toEqual([
      { path: 'parents.0', message: unknown('Zacharias'), candidates: [] },
    ]);
  });

  it('that the form asked about makes the task once the rep has chosen, under the same id', async () => {
    const { firm, create, form, list } = await leadlex();
    const ids = await firm.contacts.addAll([{ firstName: 'Alex' }, { firstName: 'Alex' }]);
    const input = form('Alex Doe');
    expect((await create(input)).status).toBe(422);
    const chosen = { kind: 'contact', id: ids[1], name: 'Alex Doe' };
    expect((await create({ ...input, parents: [chosen] })).status).toBe(201);
    expect(await list()).toMatchObject([{ parents: [chosen] }]);
  });
});

describe('a repeated create with a name', () => {
  it('finds the first one’s task, whatever the name would mean by now', async () => {
    const { firm, create, form, list } = await leadlex();
    const id = await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    const input = form('Hans Müller');
    const first = await create(input);
    await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    const again = await create(input);
    expect(again.status).toBe(201);
    expect(again.body.results[0].task.id).toBe(first.body.results[0].task.id);
    const chosen = await create({ ...input, parents: [{ kind: 'contact', id, name: 'Hans Müller' }] });
    expect(chosen.body.results[0].task.id).toBe(first.body.results[0].task.id);
    expect(await list()).toMatchObject([{ parents: [{ id }] }]);
  });

  it('at the same moment makes one task', async () => {
    const { firm, create, form, list } = await leadlex();
    await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
    const input = form('Hans Müller');
    const answers = await Promise.all([create(input), create(input), create(input)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await list()).toHaveLength(1);
  });

  it('for another name is refused', async () => {
    const { firm, create, form } = await leadlex();
    await firm.contacts.addAll([{ firstName: 'Hans' }, { firstName: 'Greta' }]);
    const input = form('Hans Doe');
    await create(input);
    const other = await create({ ...input, parents: form('Greta Doe').parents });
    expect(other).toMatchObject({ status: 409, body: { errors: [{ path: 'parents' }] } });
  });
});

describe('a vendor that cannot be asked for the name now', () => {
  it.each(['server-error', 'rate-limited', 'unauthorized', 'html', 'timeout'])(
    'because of “%s” refuses nothing: the name goes as it was typed',
    async (fault) => {
      const { firm, create, form, misbehave, recover, send, calls } = await leadlex();
      await firm.contacts.add({ firstName: 'Hans', lastName: 'Müller' });
      await misbehave(fault);
      const { status, body } = await create(form('Hans Müller'));
      expect(status).toBe(201);
      expect(body.results).toMatchObject([{ parent: { id: '', name: 'Hans Müller' } }]);
      await recover();
      expect(await send()).toBe(1);
      const write = (await calls()).find(({ method }) => method === 'POST');
      expect(write?.body).toMatchObject({ contact_name: 'Hans Müller' });
    },
  );

  it('decides when the task is delivered: the card says who could be meant, by name', async () => {
    const { firm, create, form, misbehave, recover, send, list } = await leadlex();
    const companyId = await firm.companies.add({ name: 'Elbe Partners' });
    await firm.contacts.addAll([
      { firstName: 'Hans', lastName: 'Müller', companyId },
      { firstName: 'Hans', lastName: 'Müller' },
    ]);
    await misbehave('server-error');
    expect((await create(form('Hans Müller'))).status).toBe(201);
    await recover();
    await send();
    const failure = (await list())[0]?.commands[0]?.failure;
    expect(failure?.fields[0]?.path).toMatch(/^parents/);
    expect(failure?.candidates?.map((one) => one.name)).toEqual(['Hans Müller', 'Hans Müller']);
  });

  it('because the key may not read contacts refuses nothing', async () => {
    const { create, form } = await leadlex({ permissions: [] });
    expect((await create(form('Hans Müller'))).status).toBe(201);
  });
});
