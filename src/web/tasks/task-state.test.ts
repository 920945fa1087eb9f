import { expect, test } from 'vitest';

import type { OpenCommand } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { followsClock, taskState } from './task-state';

const now = Date.parse('2026-03-10T09:00:00.000Z');

const command = (id: string, state: OpenCommand['state'], heldFor = 0): OpenCommand => ({
  id,
  kind: 'edit',
  state,
  holdUntil: new Date(now + heldFor).toISOString(),
  createdAt: new Date(now).toISOString(),
  failure: null,
  payload: {},
});

const state = (...commands: OpenCommand[]) => taskState(sampleTask({ id: 'a', commands }), now);

test.each<[string, OpenCommand]>([
  ['held 6 s', command('c', 'held', 5200)],
  ['held 1 s', command('c', 'held', 1)],
  ['waiting', command('c', 'held', 0)],
  ['sending', command('c', 'sending')],
  ['checking', command('c', 'uncertain')],
  ['failed', command('c', 'failed')],
])('a card says “%s”', (word, given) => {
  expect(state(given)).toMatchObject({ word, commandId: 'c' });
});

test('a change whose hold ended while nobody answers may be at the vendor by now', () => {
  const task = sampleTask({ id: 'a', commands: [command('c', 'held', 5000)] });
  expect(taskState(task, now, true)?.word).toBe('held 5 s');
  expect(taskState(task, now + 5000, true)).toMatchObject({
    word: 'not known',
    hint: 'Outboard does not answer. lemlist may have the change by now.',
  });
  expect(taskState(task, now + 5000, false)?.word).toBe('waiting');
});

test('a card whose lost answer no list tells asks the rep, once it is time', () => {
  const askFrom = new Date(now + 1000).toISOString();
  const doubted = { ...command('c', 'uncertain'), doubt: { askFrom, reason: null, joining: false } };
  const task = sampleTask({ id: 'a', commands: [doubted] });
  expect(taskState(task, now)?.word).toBe('checking');
  expect(taskState(task, now + 1000)?.word).toBe('checking · decide');
  expect(followsClock(task)).toBe(true);
});

test('an undo that nobody has heard of says that it waits, and what may come before it', () => {
  const undone = { ...sampleTask({ id: 'a' }), unsavedSince: now, undoing: true as const };
  expect(taskState({ ...undone, waitsFor: 'line' }, now)).toMatchObject({
    kind: 'waiting',
    word: 'undo waits',
    hint: expect.stringContaining('may get that before the undo'),
  });
  expect(taskState(undone, now)?.word).toBe('held');
});

test('a saved task says nothing', () => {
  expect(state()).toBeNull();
});

test('of several commands the card tells of the one in trouble, then of the newest hold', () => {
  expect(state(command('first', 'failed'), command('last', 'held', 5000))).toMatchObject({
    commandId: 'first',
  });
  expect(state(command('first', 'held', 100), command('last', 'held', 5000))).toMatchObject({
    commandId: 'last',
    until: now + 5000,
  });
});

test('a change that the server has not taken says so after a moment', () => {
  const task = { ...sampleTask({ id: 'a', commands: [command('c', 'held')] }), unsavedSince: now };

  expect(taskState(task, now + 200)).toEqual({ kind: 'held', word: 'held' });
  expect(taskState(task, now + 3000)).toMatchObject({ kind: 'waiting', word: 'not saved yet' });
});

test.each([
  ['line', { kind: 'waiting', word: 'waiting for the line' }],
  ['server', { kind: 'failed', word: 'not taken yet' }],
] as const)('a change that waits for the %s says so at once', (waitsFor, said) => {
  const task = { ...sampleTask({ id: 'a', commands: [command('c', 'held')] }), unsavedSince: now, waitsFor };

  expect(taskState(task, now)).toMatchObject(said);
});

test('a task that was closed elsewhere names the place', () => {
  expect(taskState(sampleTask({ id: 'a', status: 'completed', closedElsewhere: true }), now)).toEqual({
    kind: 'elsewhere',
    word: 'closed at lemlist',
    hint: 'Closed at lemlist, not on this board.',
  });
});

test('a status that this board alone keeps says so and names the vendor', () => {
  const task = sampleTask({ id: 'a', vendor: 'leadlex', status: 'ignored', boardOnly: true });
  expect(taskState(task, now)).toEqual({
    kind: 'board',
    word: 'board only',
    hint: 'LeadLex knows no such status; it is kept on this board alone.',
  });
});

test('only a hold runs with the clock', () => {
  const running = (...commands: OpenCommand[]) => followsClock(sampleTask({ id: 'a', commands }));
  expect(running(command('c', 'held', 5000))).toBe(true);
  expect(running(command('c', 'failed'), command('d', 'uncertain'))).toBe(false);
  expect(running()).toBe(false);
});
