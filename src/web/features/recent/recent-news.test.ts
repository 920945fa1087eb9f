import { expect, test } from 'vitest';

import type { RecentStep } from '#contract/recent';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import { newsOf } from './recent-news';

const task = sampleTask({ id: 'a', title: 'Call Anna' });
const step = (...ends: Partial<RecentStep['tasks'][number]>[]): RecentStep => ({
  id: 'one',
  kind: 'complete',
  createdAt: '2026-03-10T09:00:00.000Z',
  holdUntil: '2026-03-10T09:00:08.000Z',
  snoozedTo: null,
  states: { cancelled: ends.length },
  tasks: ends.map((end) => sampleStepEnd({ task, ...end })),
});
const undone = (who: string | null, settledAt: string) =>
  ({ state: 'cancelled', undoneBy: { who }, settledAt }) as const;
const words = (steps: RecentStep[], since: string | null = null) =>
  newsOf(steps, since).map((news) => news.words);
const [early, late] = ['2026-03-10T09:01:00.000Z', '2026-03-10T09:05:00.000Z'];

test('a rep is told who took back what, and not what they took back themselves', () => {
  expect(words([step(undone('Ben Rep', early))])).toEqual(['Ben Rep took back: completed “Call Anna”.']);
  expect(words([step(undone(null, early), undone(null, early))])).toEqual([
    'Another rep took back: completed 2 tasks.',
  ]);
  expect(words([step({ state: 'cancelled', settledAt: early })])).toEqual([]);
});

test('what was told is not told again, and of several the oldest comes first', () => {
  const steps = [step(undone('Ben Rep', late)), step(undone('Cleo Rep', early))];
  expect(words(steps)).toEqual([
    'Cleo Rep took back: completed “Call Anna”.',
    'Ben Rep took back: completed “Call Anna”.',
  ]);
  expect(words(steps, early)).toEqual(['Ben Rep took back: completed “Call Anna”.']);
  expect(words(steps, late)).toEqual([]);
});

test('a rep is told when the list shows that it was not done after all', () => {
  const failure = 'LeadLex lists it as pending: it was not done after all.';
  expect(words([step({ state: 'failed', denied: true, failure, settledAt: early })])).toEqual([
    `“Call Anna”: ${failure}`,
  ]);
  expect(words([step({ state: 'failed', failure, settledAt: early })])).toEqual([]);
});
