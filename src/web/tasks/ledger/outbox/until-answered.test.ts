import { expect, test } from 'vitest';

import type { ApiErrorKind } from '../../../api/client';
import { ApiError } from '../../../api/client';
import { untilAnswered } from './until-answered';

const failed = (kind: ApiErrorKind) => new ApiError({ kind, status: 0, title: '', detail: kind });

/** Asks until it has failed in each of these ways, one after the other; answers what was told and waited meanwhile. */
async function afterFailures(...kinds: ApiErrorKind[]) {
  const left = [...kinds];
  const pauses: number[] = [];
  const stuck: (string | null)[] = [];
  const answer = await untilAnswered(
    () => {
      const kind = left.shift();
      return kind ? Promise.reject(failed(kind)) : Promise.resolve('done');
    },
    {
      clear: () => Promise.resolve(),
      pause: (ms) => {
        pauses.push(ms);
        return Promise.resolve();
      },
      stuck: (why) => stuck.push(why),
    },
  );
  return { answer, pauses, stuck };
}

test('a command is sent again with growing pauses until the server answers', async () => {
  const { answer, pauses, stuck } = await afterFailures(
    'offline',
    'server',
    'offline',
    'offline',
    'offline',
    'offline',
    'offline',
  );

  expect(answer).toBe('done');
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  expect(stuck.every((why) => why === null)).toBe(true);
});

test('a server that breaks again and again is said to be broken, and asked once a minute from then on', async () => {
  const { answer, pauses, stuck } = await afterFailures(
    'server',
    'server',
    'server',
    'server',
    'server',
    'server',
  );

  expect(answer).toBe('done');
  expect(stuck).toEqual([null, null, null, null, 'server', 'server']);
  expect(pauses.slice(4)).toEqual([60_000, 60_000]);
});

test.each(['refused', 'unreadable'] as const)('an answer that is %s ends it', async (kind) => {
  await expect(afterFailures(kind)).rejects.toThrow(kind);
});
