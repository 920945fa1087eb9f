import { expect, test } from 'vitest';

import type { CommandKind } from '#contract/command';
import type { Vendor } from '#contract/vendors';
import { sampleStepEnd } from '#testing/sample-step-end';
import { sampleTask } from '#testing/sample-task';

import { choiceOf, type StepEnd } from './step-choice';

const at = (vendor: Vendor, status: StepEnd['task']['status'], more: Partial<StepEnd> = {}): StepEnd =>
  sampleStepEnd({ task: { ...sampleTask({ id: 'a' }), vendor, status }, ...more });

test.each<[CommandKind, Vendor, StepEnd['task']['status'], string, string]>([
  ['complete', 'lemlist', 'completed', 'lemlist has it and has no way back.', 'copy'],
  ['complete', 'saleshandy', 'completed', 'Saleshandy has it and has no way back.', 'copy'],
  ['complete', 'leadlex', 'completed', 'LeadLex has it and can reopen it.', 'reopen'],
  ['ignore', 'lemlist', 'ignored', 'lemlist has it and has no way back.', 'copy'],
  ['edit', 'lemlist', 'pending', 'lemlist has it. It can be changed back in the task.', 'open'],
  ['snooze', 'saleshandy', 'pending', 'Saleshandy has it. It can be changed back in the task.', 'open'],
  ['create', 'lemlist', 'pending', 'lemlist has it. Ignore the task if it is not wanted.', 'open'],
  ['reopen', 'leadlex', 'pending', 'LeadLex has it. Close the task again if it was wrong.', 'open'],
])('after the delivery of %s at %s, %s', (kind, vendor, status, words, way) => {
  expect(choiceOf(kind, at(vendor, status))).toEqual({ words, way });
});

test('what this board alone keeps comes back without the vendor', () => {
  const end = at('leadlex', 'ignored');
  const choice = choiceOf('ignore', { ...end, task: { ...end.task, boardOnly: true } });
  expect(choice).toEqual({ words: 'Kept on this board only, not at LeadLex.', way: 'reopen' });
});

test('what has been taken care of meanwhile offers nothing', () => {
  expect(choiceOf('complete', at('leadlex', 'pending')).way).toBeNull();
  expect(choiceOf('complete', at('lemlist', 'completed', { gone: true })).way).toBeNull();
});

test('what was taken back names who did it, where that was somebody else', () => {
  const words = (more: Partial<StepEnd>) =>
    choiceOf('complete', at('lemlist', 'pending', { state: 'cancelled', ...more })).words;
  expect(words({})).toBe('Undone.');
  expect(words({ undoneBy: { who: 'Ben Rep' } })).toBe('Undone by Ben Rep.');
  expect(words({ undoneBy: { who: null } })).toBe('Undone by another rep.');
});

test('an undo that came too late is still told when all else is over', () => {
  const lateUndo = { who: 'Ben Rep', at: '2026-03-10T09:00:00.000Z' };
  const words = (state: StepEnd['state']) =>
    choiceOf('complete', at('lemlist', 'completed', { state, lateUndo })).words;
  expect(words('sent')).toBe('Undo came too late: lemlist had it by then and has no way back.');
  expect(words('sending')).toBe('Undo came too late. On its way to lemlist.');
});

test('what was not done after all says what the list shows', () => {
  const failure = 'LeadLex lists it as pending: it was not done after all.';
  const end = at('leadlex', 'pending', { state: 'failed', denied: true, failure });
  expect(choiceOf('complete', end)).toEqual({ words: failure, way: 'open' });
});

test.each<[StepEnd['state'], string, string | null]>([
  ['held', 'lemlist has not heard of it.', 'undo'],
  ['sending', 'On its way to lemlist.', null],
  ['uncertain', 'The answer was lost, checking at lemlist.', 'open'],
  ['failed', 'Not sent. This task is locked.', 'open'],
  ['cancelled', 'Discarded. This task is locked.', null],
])('while it is %s it says so', (state, words, way) => {
  const end = at('lemlist', 'completed', { state, failure: 'This task is locked.' });
  expect(choiceOf('complete', end)).toEqual({ words, way });
});
