import { expect, test } from 'vitest';

import { isSameValue } from './is-same-value';

const instant = (at: string) => ({ kind: 'instant', at });

test.each([
  ['text', ' Bring  the\r\noffer\n', 'Bring the offer'],
  ['title', 'Cafe\u0301', 'Café'],
  ['due', instant('2027-03-01T10:00:31.500Z'), instant('2027-03-01T10:00:00.000Z')],
  ['due', instant('2027-03-01T10:00:00.000Z'), { kind: 'date', date: '2027-03-01' }],
  ['due', null, null],
  ['progress', true, true],
])('a vendor that tidies the %s still has it', (field, sent, kept) => {
  expect(isSameValue(field, sent, kept)).toBe(true);
});

test.each([
  ['text', 'Bring the offer', 'Bring the offers'],
  ['title', 'Call anna', 'Call Anna'],
  ['due', instant('2027-03-01T10:00:00.000Z'), instant('2027-03-01T10:01:00.000Z')],
  ['due', { kind: 'date', date: '2027-03-01' }, { kind: 'date', date: '2027-03-02' }],
  ['due', null, { kind: 'date', date: '2027-03-02' }],
  ['assigneeId', 'usr_a', null],
])('another %s is another', (field, sent, kept) => {
  expect(isSameValue(field, sent, kept)).toBe(false);
});
