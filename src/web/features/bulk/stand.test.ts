import { expect, test } from 'vitest';

import type { RecentStep } from '#contract/recent';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import { stand } from './stand';

const task = sampleTask({ id: '00000000-0000-4000-8000-000000000001', title: 'Call Anna' });
const step = (states: RecentStep['states'], failure: string | null = null): RecentStep => ({
  id: task.id,
  kind: 'complete',
  createdAt: '2026-03-10T09:00:00Z',
  holdUntil: '2026-03-10T09:00:08Z',
  snoozedTo: null,
  states,
  tasks: failure === null ? [] : [sampleStepEnd({ task, state: 'failed', failure })],
});

test('nothing is told while all is held, then how much is sent, and the end is spoken', () => {
  expect(stand(step({ held: 214 }), []).words).toBeNull();
  expect(stand(step({ held: 170, sending: 7, sent: 37 }), [])).toMatchObject({
    words: '37 of 214 sent.',
    spoken: null,
    over: false,
  });
  expect(stand(step({ sent: 214 }), [])).toMatchObject({ spoken: '214 of 214 sent.', over: true });
});

test('what the vendor and what Outboard refused stands there by name with the reason', () => {
  const other = { ...task, id: '00000000-0000-4000-8000-000000000002', title: 'Call Ben' };
  const { words, failures, unlisted } = stand(step({ sent: 10, failed: 3 }, 'No such task'), [
    { task: other, why: 'You completed it just now.' },
  ]);
  expect(words).toBe('10 of 14 sent, 4 not done.');
  expect(failures.map(({ task: { title }, why, at }) => [title, why, at])).toEqual([
    ['Call Ben', 'You completed it just now.', 'board'],
    ['Call Anna', 'No such task', 'vendor'],
  ]);
  expect(unlisted).toBe(2);
});

test('what is kept on this board only is not called sent', () => {
  const ends = (states: readonly ('sent' | 'held')[]) =>
    states.map((state, at) => sampleStepEnd({ task: { ...task, boardOnly: at === 0 }, state }));
  const ignored = { ...step({ sent: 1, held: 2 }), kind: 'ignore' as const };
  const mixed = { ...ignored, tasks: ends(['sent', 'held', 'held']) };
  expect(stand(mixed, []).words).toBe('0 of 2 sent, 1 kept on this board only.');
  const alone = { ...ignored, states: { sent: 1 }, tasks: ends(['sent']) };
  expect(stand(alone, []).spoken).toBe('1 kept on this board only.');
  const many = { ...ignored, states: { sent: 100, held: 14 }, tasks: ends(['sent', 'sent']) };
  expect(stand(many, []).words).toBe('100 of 114 done.');
});

test('taken back, it says nothing more', () => {
  expect(stand(step({ cancelled: 12 }), [])).toMatchObject({ words: null, spoken: null, over: true });
});
