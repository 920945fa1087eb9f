import { expect, test } from 'vitest';

import type { ApiErrorKind } from '../../api/client';
import { ApiError } from '../../api/client';
import { inOrderOfTasks } from './in-order';
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

test('commands on one task leave in the order made, those on others do not wait', async () => {
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const step =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      log.push(`${name} begins`);
      await until;
      log.push(`${name} ends`);
    };

  const first = inOrderOfTasks(['a', 'b'], step('first', gate.promise));
  const second = inOrderOfTasks(['b'], step('second'));
  await inOrderOfTasks(['c'], step('other'));
  gate.resolve();
  await Promise.all([first, second]);

  expect(log).toEqual([
    'first begins',
    'other begins',
    'other ends',
    'first ends',
    'second begins',
    'second ends',
  ]);
});

test('a command that failed does not keep the next one on its task from leaving', async () => {
  const failing = inOrderOfTasks(['a'], () => Promise.reject(new Error('refused')));
  const next = inOrderOfTasks(['a'], () => Promise.resolve('sent'));

  await expect(failing).rejects.toThrow('refused');
  expect(await next).toBe('sent');
});
