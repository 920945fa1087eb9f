import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ApiError } from '../../../api/client';
import { Outbox } from './outbox';
import { Discarded } from './own-change';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const broken = new ApiError({
  kind: 'server',
  status: 500,
  title: '',
  detail: 'Something broke in Outboard.',
});
const create = (id: string) => ({ kind: 'create' as const, body: { id } });
const id = '0193a000-0000-4000-8000-000000000001';

test('a change on which the server breaks stays, says why, and goes at once when it is tried again', async () => {
  const outbox = new Outbox();
  outbox.begin(id, create(id));
  let works = false;
  const delivered = outbox.deliver(id, () => (works ? Promise.resolve('done') : Promise.reject(broken)));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(outbox.all()).toMatchObject([{ id, stuck: 'Something broke in Outboard.' }]);

  works = true;
  outbox.hurry(id);
  await vi.advanceTimersByTimeAsync(0);
  expect(await delivered).toBe('done');
});

test('a change that was sent and is taken out counts as one that may have arrived', async () => {
  const outbox = new Outbox();
  outbox.begin(id, create(id));
  const ended = outbox.deliver(id, () => Promise.reject(broken)).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(100);

  expect(outbox.withdraw(id)).toBe('unsure');
  expect(await ended).toBeInstanceOf(Discarded);
});

/** Sends a command on these tasks; each step is noted. */
function sending(outbox: Outbox, log: string[]) {
  return (name: string, taskIds: string[], answer: Promise<unknown> = Promise.resolve()) => {
    outbox.begin(name, { kind: 'command', body: { kind: 'complete', id: name, taskIds }, tasks: [] });
    return outbox
      .deliver(name, async () => {
        log.push(`${name} begins`);
        await answer;
        log.push(`${name} ends`);
      })
      .finally(() => outbox.end(name));
  };
}

test('changes on one task leave in the order made, however slow the answers are; those on others do not wait', async () => {
  const log: string[] = [];
  const send = sending(new Outbox(), log);
  const slow = new Promise((resolve) => {
    setTimeout(resolve, 10_000);
  });
  const first = send('first', ['a', 'b'], slow);
  const second = send('second', ['b']);
  await send('other', ['c']);
  expect(log).toEqual(['first begins', 'other begins', 'other ends']);

  await vi.advanceTimersByTimeAsync(10_000);
  await Promise.all([first, second]);
  expect(log.slice(3)).toEqual(['first ends', 'second begins', 'second ends']);
});

test('a change that was refused does not keep the next one on its task from leaving', async () => {
  const refused = new ApiError({ kind: 'refused', status: 409, title: '', detail: 'Already done.' });
  const log: string[] = [];
  const send = sending(new Outbox(), log);
  const failing = send('first', ['a'], Promise.reject(refused)).catch((error: unknown) => error);
  const next = send('second', ['a']);

  await vi.advanceTimersByTimeAsync(0);
  expect(await failing).toBe(refused);
  await next;
  expect(log).toEqual(['first begins', 'second begins', 'second ends']);
});

test('of two changes of the same moment the one made first goes first', () => {
  const outbox = new Outbox();
  const first = outbox.begin('a', create(id));
  const second = outbox.begin('b', create(id));

  expect(second.at).toBeGreaterThan(first.at);
  expect(outbox.all().map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a change that the storage still has in hand is not called lost; one that it does not take in time is', async () => {
  const outbox = new Outbox();
  const puts: (() => void)[] = [];
  const put = () => new Promise<void>((done) => void puts.push(done));
  const kept = () => outbox.all().map((one) => one.kept);
  outbox.begin(id, create(id));
  expect(kept()).toEqual([null]);

  outbox.attach({ store: { list: async () => [], put, remove: async () => {} }, tell: () => {} });
  await vi.advanceTimersByTimeAsync(500);
  expect(kept()).toEqual([null]);
  await vi.advanceTimersByTimeAsync(600);
  expect(kept()).toEqual([false]);
  puts[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(kept()).toEqual([true]);
});
