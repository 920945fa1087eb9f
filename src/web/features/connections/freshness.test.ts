import { describe, expect, it } from 'vitest';

import type { Connection } from '#contract/connection';

import { freshness } from './freshness';

const now = Date.parse('2026-03-10T10:00:00Z');

function connectionOf(parts: Partial<Connection>): Connection {
  return {
    id: '0193a000-0000-7000-8000-000000000001',
    vendor: 'lemlist',
    label: 'Sales',
    sandbox: false,
    lastSyncAt: '2026-03-10T09:59:48Z',
    syncing: false,
    trouble: null,
    me: null,
    members: [],
    campaigns: [],
    ...parts,
  };
}

describe('a connection’s freshness', () => {
  it.each([
    ['2026-03-10T09:59:48Z', '12 s ago', 'fresh'],
    ['2026-03-10T10:00:03Z', '0 s ago', 'fresh'],
    ['2026-03-10T09:57:00Z', '3 min ago', 'fresh'],
    ['2026-03-10T09:40:00Z', '20 min ago', 'stale'],
    ['2026-03-10T05:00:00Z', '5 h ago', 'stale'],
    ['2026-03-07T05:00:00Z', '3 d ago', 'stale'],
    [null, 'not synced yet', 'stale'],
  ])('after a listing at %s is %s', (lastSyncAt, words, tone) => {
    expect(freshness(connectionOf({ lastSyncAt }), now)).toEqual({ words, tone, reason: null });
  });

  it('says that it is being read', () => {
    expect(freshness(connectionOf({ syncing: true }), now)).toMatchObject({ words: 'syncing', tone: 'busy' });
  });

  it('puts trouble first and gives the reason, with the age of what is shown', () => {
    const trouble = {
      kind: 'auth' as const,
      message: 'lemlist does not accept the key.',
      since: '2026-03-10T09:00:00Z',
    };
    expect(freshness(connectionOf({ trouble, syncing: true }), now)).toEqual({
      words: '12 s ago',
      tone: 'trouble',
      reason: 'lemlist does not accept the key.',
    });
  });
});
