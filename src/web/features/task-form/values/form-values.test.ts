import { describe, expect, it } from 'vitest';

import type { Connection } from '#contract/connection';

import { emptyFormValues, withDraft } from './form-values';

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
    trouble: null,
    me: null,
    members: [ada, bob],
    campaigns: [],
    ...parts,
  };
}

describe('a new form', () => {
  it('sends to the only connection', () => {
    const only = connectionOf({});
    expect(emptyFormValues({ connections: [only], lastUsed: {}, now, zone }).connectionId).toBe(only.id);
  });

  it('asks where to send when there are several and none was used yet', () => {
    const two = [connectionOf({}), connectionOf({ id: '0193a000-0000-7000-8000-000000000002' })];
    expect(emptyFormValues({ connections: two, lastUsed: {}, now, zone })).toMatchObject({
      connectionId: '',
      type: '',
      assigneeId: '',
    });
    const lastUsed = { connectionId: two[1]?.id, type: 'phone', assigneeId: bob.id };
    expect(emptyFormValues({ connections: two, lastUsed, now, zone })).toMatchObject(lastUsed);
  });

  it('is assigned to me, else to the last one chosen, else to the only member', () => {
    const start = (parts: Partial<Connection>, assigneeId?: string) =>
      emptyFormValues({ connections: [connectionOf(parts)], lastUsed: { assigneeId }, now, zone }).assigneeId;
    expect(start({ me: ada.id }, bob.id)).toBe(ada.id);
    expect(start({}, bob.id)).toBe(bob.id);
    expect(start({}, 'usr_gone')).toBe('');
    expect(start({ members: [bob] })).toBe(bob.id);
  });

  it('forgets a last type that cannot be created', () => {
    const values = emptyFormValues({
      connections: [connectionOf({})],
      lastUsed: { type: 'linkedinInvite' },
      now,
      zone,
    });
    expect(values.type).toBe('email');
  });
});

describe('a restored draft', () => {
  const base = emptyFormValues({ connections: [connectionOf({})], lastUsed: {}, now, zone });

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
