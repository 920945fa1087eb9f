import { describe, expect, it } from 'vitest';

import { sampleConnection } from '#testing/sample-connection';

import { connectionSchema, connectionValues, vendorValues } from './connection-form';

const sales = sampleConnection({
  me: 'usr_ada',
  members: [{ id: 'usr_ada', name: 'Ada', email: null }],
});

describe('a new connection', () => {
  it('needs a name and a whole key', () => {
    const checked = connectionSchema(null).safeParse({ ...connectionValues(null), label: ' ', key: 'abc' });
    expect(checked.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['label', 'Give the connection a name.'],
      ['key', 'Paste the whole API key.'],
    ]);
  });

  it('is sent without the blanks around the key', () => {
    const checked = connectionSchema(null).safeParse({
      ...connectionValues(null),
      key: '  0123456789abcdef ',
    });
    expect(checked.data).toEqual({
      add: { vendor: 'lemlist', label: 'lemlist', key: '0123456789abcdef', sandbox: false, plan: null },
      change: null,
    });
  });
});

describe('a present connection', () => {
  const change = (parts: object) =>
    connectionSchema(sales).safeParse({ ...connectionValues(sales), ...parts });

  it('never shows its key and keeps it when none is typed', () => {
    expect(connectionValues(sales).key).toBe('');
    expect(change({ label: 'Sales team' }).data).toEqual({ add: null, change: { label: 'Sales team' } });
  });

  it('sends a new key and who "me" is only when they changed', () => {
    expect(change({ key: 'new-key-123', me: '' }).data).toEqual({
      add: null,
      change: { key: 'new-key-123', me: null },
    });
    expect(change({}).data).toEqual({ add: null, change: {} });
  });

  it('refuses half a key', () => {
    expect(change({ key: 'abc' }).error?.issues[0]?.message).toBe('Paste the whole API key.');
  });
});

describe('a plan', () => {
  it('is the smallest until another one is chosen', () => {
    const values = { ...connectionValues(null), ...vendorValues('leadlex'), key: '0123456789abcdef' };
    expect(connectionSchema(null).safeParse(values).data?.add).toMatchObject({
      vendor: 'leadlex',
      label: 'LeadLex',
      plan: 'starter',
    });
  });

  it('of a present connection is sent when it is another one', () => {
    const present = sampleConnection({ vendor: 'leadlex', plan: 'starter' });
    const values = connectionValues(present);
    expect(connectionSchema(present).safeParse(values).data?.change).toEqual({});
    expect(connectionSchema(present).safeParse({ ...values, plan: 'pro' }).data?.change).toEqual({
      plan: 'pro',
    });
  });
});
