import { expect, test } from 'vitest';

import type { MediaUpload } from '#contract/media';

import { UploadQueue } from './upload-queue';

const arrived = (name: string): MediaUpload => ({
  id: crypto.randomUUID(),
  kind: 'image',
  url: `/media/${'t'.repeat(32)}/${name}`,
  name,
  size: 3,
  type: 'image/png',
});

function open() {
  const sent: { file: File; signal: AbortSignal; end: () => void; fail: (why: Error) => void }[] = [];
  const queue = new UploadQueue(
    (file, { signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        sent.push({ file, signal, end: () => resolve(arrived(file.name)), fail: reject });
      }),
  );
  const add = (...names: string[]) => names.map((name) => queue.add(new File(['png'], name)));
  const states = (urls: readonly string[]) => urls.map((url) => queue.get(url)?.state);
  return { queue, sent, add, states };
}

test('two files go at once, the others wait for their turn in order', async () => {
  const { queue, sent, add, states } = open();
  const urls = add('a', 'b', 'c');
  expect(states(urls)).toEqual(['running', 'running', 'waiting']);
  sent[1]?.end();
  await expect.poll(() => states(urls)).toEqual(['running', 'done', 'running']);
  expect(queue.get(urls[1] ?? '')?.result?.name).toBe('b');
});

test('a cancelled file leaves its place to the next', async () => {
  const { queue, sent, add, states } = open();
  const [first = '', ...others] = add('a', 'b', 'c');
  queue.forget(first);
  expect(sent[0]?.signal.aborted).toBe(true);
  await expect.poll(() => states(others)).toEqual(['running', 'running']);
  expect(queue.get(first)).toBeUndefined();
});

test('a failed file says why and can be sent again', async () => {
  const { queue, sent, add, states } = open();
  const [url = ''] = add('a');
  sent[0]?.fail(new Error('Outboard does not answer.'));
  await expect
    .poll(() => queue.get(url))
    .toMatchObject({ state: 'failed', complaint: 'Outboard does not answer.' });
  queue.retry(url);
  expect(states([url])).toEqual(['running']);
  sent[1]?.end();
  await expect.poll(() => states([url])).toEqual(['done']);
});

test('waiting for files ends when each has failed, been cancelled, or arrived and been collected', async () => {
  const { queue, sent, add, states } = open();
  const urls = add('a', 'b', 'c');
  let over = false;
  const waiting = queue.settled([...urls, 'https://files.example.com/d.png']).then(() => {
    over = true;
  });
  sent[0]?.end();
  sent[1]?.fail(new Error('no'));
  await expect.poll(() => states(urls)).toEqual(['done', 'failed', 'running']);
  queue.forget(urls[2] ?? '');
  await Promise.resolve();
  expect(over).toBe(false);
  queue.forget(urls[0] ?? '');
  await waiting;
});
