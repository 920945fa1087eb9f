import { expect, test } from 'vitest';

import type { TaskFilter } from '#contract/task-filter';

import { Refusal } from '../../refusal';
import { searching } from './searching';

/** Searches that end only when told to. */
function slowSearches(count: number, filter: TaskFilter) {
  const begun: (() => void)[] = [];
  const search = () => new Promise<void>((resolve) => begun.push(resolve));
  const ends = Array.from({ length: count }, () =>
    searching(filter, search).catch((error: unknown) => error),
  );
  return { begun, ends };
}

test('searches by slow patterns wait for each other, and all others go at once', async () => {
  const slow = slowSearches(5, { name: '/(a+)+$/' });
  const plain = slowSearches(20, { name: 'Anna', q: 'offer' });
  expect([slow.begun.length, plain.begun.length]).toEqual([3, 20]);
  slow.begun[1]?.();
  await slow.ends[1];
  expect(slow.begun).toHaveLength(4);
  for (let index = 0; index < 5; index += 1) {
    slow.begun[index]?.();
    await slow.ends[index];
  }
  for (const end of plain.begun) end();
  await Promise.all([...slow.ends, ...plain.ends]);
  const later = slowSearches(3, { name: '/a/' });
  expect(later.begun).toHaveLength(3);
  for (const end of later.begun) end();
  await Promise.all(later.ends);
});

test('a pattern for which too many others wait is refused at its field', async () => {
  const { begun, ends } = slowSearches(40, { email: '/(a+)+$/' });
  const refused = await Promise.race(ends);
  expect(refused).toBeInstanceOf(Refusal);
  expect((refused as Refusal).errors).toMatchObject([{ path: 'email', message: /too long/ }]);
  for (let index = 0; index < 33; index += 1) {
    begun[index]?.();
    await ends[index];
  }
  expect(begun).toHaveLength(33);
});
