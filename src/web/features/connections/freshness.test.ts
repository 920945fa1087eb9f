import { describe, expect, it } from 'vitest';

import type { Connection } from '#contract/connection';
import { sampleConnection } from '#testing/sample-connection';

import { budgetWords, canTryNow, freshness } from './freshness';

const now = Date.parse('2026-03-10T10:00:00Z');

const connectionOf = (parts: Partial<Connection>) =>
  sampleConnection({ lastSyncAt: '2026-03-10T09:59:48Z', ...parts });

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
    expect(freshness(connectionOf({ lastSyncAt }), now)).toEqual({
      words,
      tone,
      reason: null,
      short: null,
    });
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
      short: 'Key not accepted.',
    });
  });

  it('is not claimed while the line to Outboard is down, nor is what was wrong before', () => {
    const trouble = { kind: 'down' as const, message: 'No answer.', since: '2026-03-10T09:00:00Z' };
    for (const before of [{}, { syncing: true }, { trouble, circuit: 'open' as const }])
      expect(freshness(connectionOf(before), now, true)).toEqual({
        words: 'offline',
        tone: 'stale',
        reason: null,
        short: null,
      });
  });
});

describe('a vendor that is not called for a while', () => {
  const trouble = {
    kind: 'down' as const,
    message: 'lemlist does not answer.',
    since: '2026-03-10T09:00:00Z',
  };
  const paused = (pausedUntil: string | null) => connectionOf({ circuit: 'open', pausedUntil, trouble });

  it.each([
    ['2026-03-10T10:00:40Z', 'Trying again in 40 s.'],
    ['2026-03-10T10:00:00.200Z', 'Trying again in 1 s.'],
    ['2026-03-10T10:04:10Z', 'Trying again in 5 min.'],
    ['2026-03-10T12:30:00Z', 'Trying again in 3 h.'],
    ['2026-03-10T09:59:59Z', 'Trying again now.'],
  ])('until %s says “%s”', (until, words) => {
    expect(freshness(paused(until), now).reason).toBe(`lemlist does not answer. ${words}`);
  });

  it('says while one call is being tried that it is', () => {
    const reason = freshness(connectionOf({ circuit: 'half-open', trouble }), now).reason;
    expect(reason).toBe('lemlist does not answer. Trying again now.');
  });

  it('can be tried at once, unless it said itself when to come back', () => {
    expect(canTryNow(paused('2026-03-10T10:00:40Z'))).toBe(true);
    expect(canTryNow({ circuit: 'open', trouble: { ...trouble, kind: 'limited' } })).toBe(false);
    expect(canTryNow(connectionOf({ trouble }))).toBe(false);
  });
});

describe('the day of a plan', () => {
  it('is told as what is left of it', () => {
    const small = connectionOf({ vendor: 'leadlex', plan: 'starter', callsLeftToday: 74 });
    expect(budgetWords(small)).toBe('74 of 100 calls left today');
    expect(budgetWords({ ...small, plan: null })).toBe('74 of 100 calls left today');
  });

  it('is not told where no day counts', () => {
    expect(budgetWords(connectionOf({}))).toBeNull();
  });
});
