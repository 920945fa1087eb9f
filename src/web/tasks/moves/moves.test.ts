import { expect, test } from 'vitest';

import type { OpenCommand } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { moveFor, offersReopen, snoozeChoices, type MoveTarget } from './moves';

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
    reason: 'lemlist has no way back. Copy as a new task.',
  });
  expect(move(task, to('ignored'))).toMatchObject({ kind: 'refused' });
});

test('only a pending task can be snoozed, and not to a moment that does not exist', () => {
  const tomorrow: MoveTarget = { kind: 'snooze', snooze: 'tomorrow' };
  expect(move(sampleTask({ id: 'a' }), tomorrow)).toMatchObject({ command: { kind: 'snooze' } });
  expect(move(sampleTask({ id: 'a', status: 'ignored' }), tomorrow)).toMatchObject({ kind: 'refused' });
  const due = { kind: 'date', date: '2026-03-10' } as const;
  expect(
    move(sampleTask({ id: 'a', vendor: 'leadlex', due }), { kind: 'snooze', snooze: 'later-today' }),
  ).toEqual({
    kind: 'refused',
    reason: 'This task has a date without a time.',
  });
});

test('a vendor that knows days alone gets a day, and says why there is no later today', () => {
  const task = sampleTask({ id: 'a', vendor: 'saleshandy', vendorType: '9', channel: 'manual' });
  expect(move(task, { kind: 'snooze', snooze: 'tomorrow' })).toEqual({
    kind: 'command',
    command: { kind: 'snooze', until: { kind: 'date', date: '2026-03-11' } },
  });
  expect(move(task, { kind: 'snooze', snooze: 'later-today' })).toEqual({
    kind: 'refused',
    reason: 'Saleshandy knows days, not times.',
  });
});

test('completing a call asks how it ended where the vendor wants to know, and nothing else asks', () => {
  const call = sampleTask({ id: 'a', vendor: 'saleshandy', vendorType: '12', channel: 'call' });
  expect(move(call, to('completed'))).toEqual({
    kind: 'ask-outcome',
    outcomes: expect.arrayContaining(['No Answer']),
  });
  expect(move(call, to('ignored'))).toEqual({ kind: 'command', command: { kind: 'ignore' } });
  const message = sampleTask({ id: 'b', vendor: 'saleshandy', vendorType: '3', channel: 'linkedin' });
  expect(move(message, to('completed'))).toEqual({ kind: 'command', command: { kind: 'complete' } });
  expect(move(sampleTask({ id: 'c' }), to('completed'))).toMatchObject({ kind: 'command' });
});

test('a completed task comes back where the vendor can reopen, and nowhere else', () => {
  const done = sampleTask({ id: 'a', vendor: 'leadlex', status: 'completed' });
  expect(move(done, to('pending'))).toEqual({ kind: 'command', command: { kind: 'reopen' } });
  expect(move(done, to('ignored'))).toEqual({
    kind: 'refused',
    reason: 'This task is already completed. Reopen it first.',
  });
  expect(move({ ...done, vendor: 'saleshandy' }, to('pending'))).toEqual({
    kind: 'refused',
    reason: 'Saleshandy has no way back. Copy as a new task.',
    copy: true,
  });
});

test('what is ignored on this board alone comes back', () => {
  const ignored = sampleTask({ id: 'a', vendor: 'leadlex', status: 'ignored', boardOnly: true });
  expect(move(ignored, to('pending'))).toEqual({ kind: 'command', command: { kind: 'reopen' } });
});

test('a snooze offers each moment once', () => {
  const offered = (day: string) =>
    snoozeChoices(sampleTask({ id: 'a' }), new Date(`${day}T09:00:00Z`), 'Europe/Berlin').map(
      ({ snooze }) => snooze,
    );
  expect(offered('2026-11-18')).toEqual(['later-today', 'tomorrow', 'working-days', 'next-week']);
  // On a Thursday two working days end on the Monday of next week.
  expect(offered('2026-11-19')).toEqual(['later-today', 'tomorrow', 'next-week']);
  expect(offered('2026-11-22')).toEqual(['later-today', 'tomorrow', 'working-days', 'next-week']);
});

test('a snooze to a date of the rep’s own is asked for', () => {
  const pick: MoveTarget = { kind: 'snooze', snooze: 'pick' };
  expect(move(sampleTask({ id: 'a' }), pick)).toEqual({ kind: 'ask-date' });
  expect(move(sampleTask({ id: 'a', status: 'ignored' }), pick)).toMatchObject({ kind: 'refused' });
});

test('a way back is offered once what closed the task has arrived, not while it is on its way', () => {
  const done = sampleTask({ id: 'a', vendor: 'leadlex', status: 'completed' });
  expect(offersReopen(done)).toBe(true);
  for (const state of ['held', 'sending', 'uncertain'] as const)
    expect(offersReopen({ ...done, commands: [{ ...held, state }] })).toBe(false);
  expect(offersReopen({ ...done, unsavedSince: 0 })).toBe(false);
  expect(offersReopen({ ...done, vendor: 'lemlist' })).toBe(false);
});

test('a pending task can be given to somebody of its team, where the tool can, and not to who has it', () => {
  const task = sampleTask({ id: 'a', assignee: { id: 'usr_1', name: 'Ada Rep' } });
  const person = (id: string) => ({ name: 'Ben Rep', ids: { [task.connectionId]: id } });
  const given = move(task, { kind: 'assign', person: person('usr_2') });
  expect(given).toEqual({ kind: 'command', command: { kind: 'edit', changes: { assigneeId: 'usr_2' } } });
  expect(move(task, { kind: 'assign', person: person('usr_1') })).toEqual({ kind: 'none' });
  expect(move(task, { kind: 'assign', person: 'ask' })).toEqual({ kind: 'ask-assignee' });
  const refusals = [
    move(task, { kind: 'assign', person: { name: 'Cleo Rep', ids: {} } }),
    move({ ...task, vendor: 'saleshandy' }, { kind: 'assign', person: 'ask' }),
    move({ ...task, status: 'completed' }, { kind: 'assign', person: 'ask' }),
  ];
  expect(refusals).toEqual([
    { kind: 'refused', reason: 'Cleo Rep is not in the team of this task.' },
    { kind: 'refused', reason: 'Saleshandy cannot change who does this task.' },
    { kind: 'refused', reason: 'This task is already completed.' },
  ]);
});
