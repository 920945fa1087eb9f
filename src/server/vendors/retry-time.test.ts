import { describe, expect, it } from 'vitest';

import { retryTime } from './retry-time';

const now = new Date('2026-03-10T09:00:00.000Z');
const at = (headers: Record<string, string>) => retryTime(new Headers(headers), now)?.toISOString() ?? null;

describe('the time to come back', () => {
  it.each([
    ['seconds', { 'retry-after': '2' }, '2026-03-10T09:00:02.000Z'],
    ['a fraction of a second', { 'retry-after': '0.5' }, '2026-03-10T09:00:00.500Z'],
    ['an HTTP date', { 'retry-after': 'Tue, 10 Mar 2026 09:00:30 GMT' }, '2026-03-10T09:00:30.000Z'],
    [
      'a JavaScript date with its zone',
      { 'x-ratelimit-reset': 'Tue Mar 10 2026 10:00:05 GMT+0100 (Central European Standard Time)' },
      '2026-03-10T09:00:05.000Z',
    ],
    ['an ISO date', { 'x-ratelimit-reset': '2026-03-10T09:01:00Z' }, '2026-03-10T09:01:00.000Z'],
    ['epoch seconds', { 'x-ratelimit-reset': '1773133260' }, '2026-03-10T09:01:00.000Z'],
    ['epoch milliseconds', { 'x-ratelimit-reset': '1773133260000' }, '2026-03-10T09:01:00.000Z'],
    ['seconds to wait in the reset header', { 'x-ratelimit-reset': '7' }, '2026-03-10T09:00:07.000Z'],
  ])('is read from %s', (_form, headers, expected) => {
    expect(at(headers)).toBe(expected);
  });

  it('prefers Retry-After and falls back when it makes no sense', () => {
    expect(at({ 'retry-after': '3', 'x-ratelimit-reset': '60' })).toBe('2026-03-10T09:00:03.000Z');
    expect(at({ 'retry-after': 'soon', 'x-ratelimit-reset': '60' })).toBe('2026-03-10T09:01:00.000Z');
  });

  it('is never in the past and never more than a day away', () => {
    expect(at({ 'retry-after': 'Mon, 09 Mar 2026 09:00:00 GMT' })).toBe(now.toISOString());
    expect(at({ 'retry-after': '99999999' })).toBe('2026-03-11T09:00:00.000Z');
  });

  it.each([{}, { 'retry-after': '' }, { 'retry-after': 'a while' }, { 'x-ratelimit-reset': '-5' }])(
    'is unknown from %j',
    (headers) => {
      expect(at(headers)).toBeNull();
    },
  );
});
