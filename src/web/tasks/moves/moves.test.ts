import { expect, test } from 'vitest';

import type { OpenCommand } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { moveFor, type MoveTarget } from './moves';

const now = new Date('2026-03-10T09:00:00Z');
const move = (task: Parameters<typeof moveFor>[0], target: MoveTarget) =>
  moveFor(task, target, now, 'Europe/Berlin');
const to = (status: 'pending' | 'completed' | 'ignored'): MoveTarget => ({ kind: 'column', status });

const held: OpenCommand = {
  id: 'the-hold',
  kind: 'complete',
  state: 'held',
  holdUntil: '2026-03-10T09:00:08Z',
  createdAt: '2026-03-10T09:00:00Z',
  failure: null,
  payload: {},
};

test('a pending task can be completed and ignored', () => {
  const task = sampleTask({ id: 'a' });
  expect(move(task, to('completed'))).toEqual({ kind: 'command', command: { kind: 'complete' } });
  expect(move(task, to('ignored'))).toEqual({ kind: 'command', command: { kind: 'ignore' } });
  expect(move(task, to('pending'))).toEqual({ kind: 'none' });
});

test('dragging a held card back takes the command back', () => {
  const task = sampleTask({ id: 'a', status: 'completed', commands: [held] });
  expect(move(task, to('pending'))).toEqual({ kind: 'undo', commandId: 'the-hold' });
});

test('a delivered one cannot come back, and the reason names the vendor', () => {
  const task = sampleTask({ id: 'a', status: 'completed', commands: [{ ...held, state: 'sending' }] });
  expect(move(task, to('pending'))).toEqual({
    kind: 'refused',
    reason: 'lemlist has no way back from Completed.',
  });
  expect(move(task, to('ignored'))).toMatchObject({ kind: 'refused' });
});

test('only a pending task can be snoozed, and not to a moment that does not exist', () => {
  const tomorrow: MoveTarget = { kind: 'snooze', snooze: 'tomorrow' };
  expect(move(sampleTask({ id: 'a' }), tomorrow)).toMatchObject({ command: { kind: 'snooze' } });
  expect(move(sampleTask({ id: 'a', status: 'ignored' }), tomorrow)).toMatchObject({ kind: 'refused' });
  const due = { kind: 'date', date: '2026-03-10' } as const;
  expect(move(sampleTask({ id: 'a', due }), { kind: 'snooze', snooze: 'later-today' })).toEqual({
    kind: 'refused',
    reason: 'Later today is not possible. This task has a date without a time.',
  });
});
