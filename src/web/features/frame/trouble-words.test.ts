import { expect, test } from 'vitest';

import { sampleConnection } from '#testing/sample-connection';

import { longTroubles } from './trouble-words';

const since = '2026-03-10T09:00:00.000Z';
const connection = sampleConnection({
  label: 'Practice team',
  sandbox: true,
  circuit: 'open',
  trouble: { kind: 'auth', message: 'No.', since },
});

test('a key that is refused is told after a moment, not at once', () => {
  expect(longTroubles([connection], Date.parse(since) + 2000)).toEqual([]);
  expect(longTroubles([connection], Date.parse(since) + 6000)).toMatchObject([
    {
      words:
        'The key of “Practice team” does not work with lemlist. Changes wait until there is a valid one.',
    },
  ]);
});

test('a connection without trouble is not told of', () => {
  expect(longTroubles([{ ...connection, trouble: null }], Date.parse(since) + 6000)).toEqual([]);
});

test('a list that cannot be read is told without saying that changes wait', () => {
  const trouble = { kind: 'unreadable' as const, message: 'Some tasks could not be read.', since };
  const [told] = longTroubles([{ ...connection, circuit: 'closed', trouble }], Date.parse(since) + 6000);
  expect(told?.words).toBe('“Practice team” may be shown as it was earlier. Some tasks could not be read.');
});

test('trouble that comes back is told again', () => {
  const again = { ...connection, trouble: { ...connection.trouble!, since: '2026-03-10T10:00:00.000Z' } };
  const [first] = longTroubles([connection], Date.parse(since) + 7_200_000);
  const [second] = longTroubles([again], Date.parse(since) + 7_200_000);
  expect(first?.key).not.toBe(second?.key);
});
