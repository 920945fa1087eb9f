import { expect, test } from 'vitest';

import type { RecentStep } from '#contract/recent';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import { passedOver, passedWords } from './passed-over';
import type { Step } from './steps';

const task = sampleTask({ id: 'a', title: 'Call Anna' });

function step(commandId: string, state: 'held' | 'sent' | 'failed' | 'cancelled' | null): Step {
  const told: RecentStep | null =
    state === null
      ? null
      : {
          id: commandId,
          kind: 'complete',
          createdAt: '2040-03-12T09:00:00.000Z',
          holdUntil: '2040-03-12T09:00:08.000Z',
          snoozedTo: null,
          states: { [state]: 1 },
          tasks: [sampleStepEnd({ task: { ...task, status: 'completed' }, state })],
        };
  const base = { kind: 'complete', tasks: [task], count: 1, at: 0, until: 8000, heldFrom: 0 } as const;
  return { ...base, commandId, snoozedTo: null, told };
}

test('the key passes over what has left, not over what was refused or taken back', () => {
  const steps = [step('sent', 'sent'), step('refused', 'failed'), step('new', null), step('held', 'held')];
  expect(passedOver(steps, 'held').map(({ commandId }) => commandId)).toEqual(['sent']);
  expect(passedOver(steps, 'sent')).toEqual([]);
  expect(passedOver(steps, 'gone')).toEqual([]);
});

test('one that has left is named with why, of several the number', () => {
  expect(passedWords([])).toBeNull();
  expect(passedWords([step('sent', 'sent')])).toBe(
    'Too late for the newer one, completed “Call Anna”: lemlist has it and has no way back.',
  );
  expect(passedWords([step('one', 'sent'), step('two', 'sent')])).toBe(
    'Too late for the 2 newer ones, which have left already.',
  );
});
