import { expect, test } from 'vitest';

import { inOrderOfTasks } from './in-order';

test('commands on one task leave in the order made, those on others do not wait', async () => {
  const log: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const step =
    (name: string, until: Promise<void> = Promise.resolve()) =>
    async () => {
      log.push(`${name} begins`);
      await until;
      log.push(`${name} ends`);
    };

  const first = inOrderOfTasks(['a', 'b'], step('first', gate));
  const second = inOrderOfTasks(['b'], step('second'));
  await inOrderOfTasks(['c'], step('other'));
  open();
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
