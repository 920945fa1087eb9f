import { expect, test } from 'vitest';

import type { CommandState } from '#contract/command';
import type { RecentStep } from '#contract/recent';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import { groupsOf, laterWords } from './recent-words';

const now = Date.parse('2026-03-10T10:00:00Z');

const step = (
  states: readonly CommandState[],
  {
    kind = 'complete',
    id = 'one',
    leftMs = 6000,
  }: { kind?: RecentStep['kind']; id?: string; leftMs?: number } = {},
): RecentStep => ({
  id,
  kind,
  createdAt: new Date(now - 2000).toISOString(),
  holdUntil: new Date(now + leftMs).toISOString(),
  snoozedTo: null,
  states: Object.fromEntries(states.map((state) => [state, states.filter((one) => one === state).length])),
  tasks: states.map((state, index) =>
    sampleStepEnd({
      task: sampleTask({ id: `${index}`, title: `Call ${index}`, status: 'completed' }),
      state,
    }),
  ),
});
const lines = (one: RecentStep) => groupsOf(one, now, false).map(({ words, way }) => [words, way]);

test('what was asked back says that the undo waits, and offers no other one', () => {
  const held = step(['held']);
  expect(groupsOf(held, now, true, true)).toMatchObject([{ words: 'Undo waits for the line.', way: null }]);
  expect(groupsOf(held, now, false, true)).toMatchObject([{ words: 'Being undone.', way: null }]);
});

test('what is held says how long it can be undone, what waits that it still can', () => {
  expect(lines(step(['held']))).toEqual([['Can be undone, 6 s left.', 'undo']]);
  expect(lines(step(['held'], { leftMs: -1 }))).toEqual([
    ['Waiting, can still be undone. lemlist has not heard of it.', 'undo'],
  ]);
});

test('what was held when Outboard stopped answering is not claimed to wait', () => {
  const [group] = groupsOf(step(['held'], { leftMs: -1 }), now, true);
  expect(group).toMatchObject({
    words: 'Not known while Outboard does not answer: lemlist may have it by now.',
    way: 'undo',
  });
});

test('of many those that stand alike are named together', () => {
  expect(lines(step(['held', 'sent', 'held', 'sent', 'sent']))).toEqual([
    ['2 of 5, “Call 0”, “Call 2”: Can be undone, 6 s left.', 'undo'],
    ['3 of 5, “Call 1”, “Call 3”, “Call 4”: lemlist has it and has no way back.', null],
  ]);
  expect(lines(step(Array.from({ length: 5 }, () => 'held' as const)))).toEqual([
    ['“Call 0”, “Call 1”, “Call 2” and 2 more: Can be undone, 6 s left.', 'undo'],
  ]);
});

test('the one of many that is left can be copied, as can one alone', () => {
  expect(lines(step(['held', 'sent']))[1]).toEqual([
    '1 of 2, “Call 1”: lemlist has it and has no way back.',
    'copy',
  ]);
  expect(lines(step(['sent']))).toEqual([['lemlist has it and has no way back.', 'copy']]);
});

test('undoing what something came later on says what stays', () => {
  const later = step(['held'], { id: 'later', kind: 'snooze' });
  expect(laterWords(step(['held'], { kind: 'edit' }), [later])).toBe(
    'What was changed later on the same task stays.',
  );
  expect(laterWords(step(['held'], { kind: 'create' }), [later])).toBe(
    'Undo takes what was done to it later back too.',
  );
  expect(laterWords(step(['held']), [step(['cancelled'], { id: 'later' })])).toBeNull();
  expect(laterWords(step(['sent']), [later])).toBeNull();
});
