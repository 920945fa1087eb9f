import { expect, test } from 'vitest';

import type { RecentStep } from '#contract/recent';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import type { Ledger, UndoStep } from '../ledger/ledger';
import { canUndo, stepsOf } from './steps';

const task = sampleTask({ id: 'a', title: 'Call Anna' });

const own = (commandId: string, at: number): UndoStep => ({
  commandId,
  kind: 'complete',
  tasks: [task],
  at,
  until: at + 8000,
  heldFrom: at,
  snoozedTo: null,
});
const told = (id: string, at: number, states: RecentStep['states']): RecentStep => ({
  id,
  kind: 'ignore',
  createdAt: new Date(at).toISOString(),
  holdUntil: new Date(at + 8000).toISOString(),
  snoozedTo: null,
  states,
  tasks: Object.keys(states).map((state) => sampleStepEnd({ task, state: state as 'held' })),
});
const ledger = (steps: UndoStep[], asked: Ledger['asked'] = []): Ledger => ({ inFlight: [], steps, asked });
const ids = (steps: ReturnType<typeof stepsOf>) => steps.map(({ commandId }) => commandId);

test('what was done in other tabs and before the reload stands among this tab’s own, newest first', () => {
  const steps = stepsOf(ledger([own('mine', 2000)]), [
    told('later elsewhere', 3000, { held: 1 }),
    told('mine', 2000, { held: 1 }),
    told('earlier', 1000, { sent: 1 }),
  ]);
  expect(ids(steps)).toEqual(['later elsewhere', 'mine', 'earlier']);
  expect(steps.map(canUndo)).toEqual([true, true, false]);
});

test('what this tab did keeps its order, whichever the server took first', () => {
  const first = { ...own('first', 1000), heldFrom: 1030 };
  const second = { ...own('second', 1001), heldFrom: 1020 };
  expect(ids(stepsOf(ledger([second, first]), [told('other', 1025, { held: 1 })]))).toEqual([
    'other',
    'second',
    'first',
  ]);
});

test('what is taken back, here or elsewhere, is no step any more', () => {
  const steps = stepsOf(
    ledger([own('undone elsewhere', 1000)], [{ commandId: 'asked back', commands: [] }]),
    [told('undone elsewhere', 1000, { cancelled: 1 }), told('asked back', 2000, { held: 1 })],
  );
  expect(steps).toEqual([]);
});

test('one task of many that was asked back leaves the step to the others', () => {
  const asked = [{ commandId: 'many', taskId: 'a', commands: [] }];
  expect(ids(stepsOf(ledger([], asked), [told('many', 1000, { held: 3 })]))).toEqual(['many']);
});

test('a step counts what is not taken back yet, also the tasks that are not named', () => {
  const [step] = stepsOf(ledger([]), [told('many', 1000, { held: 60, sent: 3, cancelled: 2 })]);
  expect(step).toMatchObject({ count: 63, told: { states: { held: 60 } } });
  expect(canUndo(step!)).toBe(true);
});

test('before the server has told of a step, it is asked back on trust', () => {
  expect(stepsOf(ledger([own('new', 1000)]), []).map(canUndo)).toEqual([true]);
});
