import { expect, test } from 'vitest';

import type { ApiErrorKind } from '../../api/client';
import { ApiError } from '../../api/client';
import { untilAnswered } from './until-answered';

const failed = (kind: ApiErrorKind) => new ApiError({ kind, status: 0, title: '', detail: kind });

test('a command is sent again with growing pauses until the server answers', async () => {
  const answers = ['offline', 'server', 'offline', 'offline', 'offline', 'offline', 'offline'] as const;
  const left = [...answers];
  const pauses: number[] = [];

  const answer = await untilAnswered(
    () => {
      const kind = left.shift();
      return kind ? Promise.reject(failed(kind)) : Promise.resolve('done');
    },
    (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
  );

  expect(answer).toBe('done');
  expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
});

test.each(['refused', 'unreadable'] as const)('an answer that is %s ends it', async (kind) => {
  await expect(untilAnswered(() => Promise.reject(failed(kind)))).rejects.toThrow(kind);
});
