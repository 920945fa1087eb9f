import { describe, expect, it } from 'vitest';

import type { Connection } from '#contract/connection';

import { moveTo } from './change-connection';
import { emptyFormValues, withDraft } from './form-values';
import type { TaskFormValues } from './form-values';

const zone = 'Europe/Berlin';
const now = new Date('2026-03-10T10:00:00Z');
const ada = { id: 'usr_ada', name: 'Ada', email: null };
const bob = { id: 'usr_bob', name: 'Bob', email: null };

function connectionOf(parts: Partial<Connection>): Connection {
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    vendor: 'lemlist',
    label: 'Sales',
    sandbox: false,
    lastSyncAt: null,
    syncing: false,
    circuit: 'closed',
    pausedUntil: null,
    trouble: null,
    me: null,
    members: [ada, bob],
    campaigns: [],
    plan: null,
    callsLeftToday: null,
    mediaReachable: true,
    ...parts,
  };
}

const lastAt = (chosen: { type?: string; assigneeId?: string }) => ({
  byConnection: { [connectionOf({}).id]: { type: '', assigneeId: '', ...chosen } },
});
const at = (vendor: Connection['vendor']) => connectionOf({ vendor });
const startAt = (vendor: Connection['vendor']) =>
  emptyFormValues({ connections: [at(vendor)], lastUsed: { byConnection: {} }, now, zone });

describe('a new form', () => {
  it('sends to the only connection', () => {
    const only = connectionOf({});
    expect(
      emptyFormValues({ connections: [only], lastUsed: { byConnection: {} }, now, zone }).connectionId,
    ).toBe(only.id);
  });

  it('asks where to send when there are several and none was used yet', () => {
    const two = [connectionOf({}), connectionOf({ id: '0193a000-0000-7000-8000-000000000002' })];
    expect(emptyFormValues({ connections: two, lastUsed: { byConnection: {} }, now, zone })).toMatchObject({
      connectionId: '',
      type: '',
      assigneeId: '',
    });
    const connectionId = two[1]!.id;
    const last = { type: 'phone', assigneeId: bob.id };
    const lastUsed = { connectionId, byConnection: { [connectionId]: last } };
    expect(emptyFormValues({ connections: two, lastUsed, now, zone })).toMatchObject({
      connectionId,
      ...last,
    });
  });

  it('is assigned to me, else to the last one chosen, else to the only member', () => {
    const start = (parts: Partial<Connection>, assigneeId = '') =>
      emptyFormValues({ connections: [connectionOf(parts)], lastUsed: lastAt({ assigneeId }), now, zone })
        .assigneeId;
    expect(start({ me: ada.id }, bob.id)).toBe(ada.id);
    expect(start({}, bob.id)).toBe(bob.id);
    expect(start({}, 'usr_gone')).toBe('');
    expect(start({ members: [bob] })).toBe(bob.id);
  });

  it('forgets a last type that cannot be created', () => {
    const values = emptyFormValues({
      connections: [connectionOf({})],
      lastUsed: lastAt({ type: 'linkedinInvite' }),
      now,
      zone,
    });
    expect(values.type).toBe('email');
  });
});

describe('a new form for each vendor', () => {
  it('is due today where days are all the vendor knows, else tomorrow at nine', () => {
    expect(startAt('saleshandy').due).toEqual({ date: '2026-03-10', time: '' });
    expect(startAt('leadlex').due).toEqual({ date: '2026-03-11', time: '09:00' });
  });

  it('starts with the priority of a task that nothing was said about', () => {
    expect(
      [startAt('lemlist'), startAt('saleshandy'), startAt('leadlex')].map(({ priority }) => priority),
    ).toEqual(['none', 'none', 'medium']);
  });

  it('has no assignee where the vendor knows none', () => {
    expect(
      emptyFormValues({
        connections: [connectionOf({ vendor: 'saleshandy', me: ada.id })],
        lastUsed: { byConnection: {} },
        now,
        zone,
      }).assigneeId,
    ).toBe('');
  });
});

describe('sending it somewhere else', () => {
  const move = (
    to: Connection['vendor'],
    values: TaskFormValues,
    from: Connection['vendor'],
    last?: string,
  ) =>
    moveTo(at(to), {
      values,
      from: at(from),
      last: last === undefined ? undefined : { type: last, assigneeId: '' },
      now,
      zone,
    });

  it('keeps the due that was typed, and starts anew one that was not', () => {
    const lemlist = startAt('lemlist');
    expect(move('saleshandy', lemlist, 'lemlist').due).toEqual({ date: '2026-03-10', time: '' });
    const due = { date: '2026-04-01', time: '15:00' };
    expect(move('saleshandy', { ...lemlist, due }, 'lemlist').due).toEqual(due);
  });

  it('keeps the channel, by the type that was last used for it', () => {
    const call = { ...startAt('lemlist'), type: 'phone' };
    expect(move('saleshandy', call, 'lemlist').type).toBe('11');
    expect(move('saleshandy', call, 'lemlist', '13').type).toBe('13');
    expect(move('lemlist', { ...startAt('leadlex'), type: 'Site visit' }, 'leadlex').type).toBe('manual');
  });

  it('carries no code into a type of one’s own words', () => {
    const message = { ...startAt('saleshandy'), type: '3' };
    expect(move('leadlex', message, 'saleshandy').type).toBe('');
    expect(move('leadlex', { ...startAt('lemlist'), type: 'linkedin' }, 'lemlist').type).toBe('');
    expect(move('leadlex', message, 'saleshandy', 'Site visit').type).toBe('Site visit');
    expect(move('leadlex', { ...startAt('leadlex'), type: 'Hearing' }, 'leadlex').type).toBe('Hearing');
  });

  it('keeps a chosen priority, the highest where there is no urgent one', () => {
    const urgent = { ...startAt('saleshandy'), priority: 'urgent' as const };
    expect(move('lemlist', urgent, 'saleshandy').priority).toBe('high');
    expect(move('lemlist', startAt('leadlex'), 'leadlex').priority).toBe('none');
  });
});

describe('a restored draft', () => {
  const base = emptyFormValues({
    connections: [connectionOf({})],
    lastUsed: { byConnection: {} },
    now,
    zone,
  });

  it('keeps what was typed and starts the rest anew', () => {
    expect(withDraft(base, { title: 'Call back' }, [connectionOf({})])).toEqual({
      ...base,
      title: 'Call back',
    });
  });

  it('leaves out what belonged to a connection that is gone', () => {
    const parents = [{ kind: 'contact' as const, id: 'ctc_1', name: 'Anna' }];
    const changed = {
      connectionId: '0193a000-0000-7000-8000-00000000000f',
      parents,
      title: 'Call back',
    };
    expect(withDraft(base, changed, [connectionOf({})])).toEqual({ ...base, title: 'Call back' });
  });
});
