import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import type { Waiting } from '../../tasks/ledger/outbox/outbox';
import { ageWords, changeWords, troubleWords, typedWords, waitWords } from './waiting-words';

const id = '0193a000-0000-4000-8000-000000000001';
const task = sampleTask({ id, title: 'Call Anna' });

const waiting = (given: Partial<Waiting> = {}, refused: string | null = null): Waiting => ({
  id,
  entry: {
    id,
    owner: 'tab',
    at: 0,
    call: { kind: 'command', body: { kind: 'complete', id, taskIds: [id] }, tasks: [task] },
    attempted: false,
    refused,
  },
  mine: true,
  kept: true,
  stuck: null,
  ...given,
});

test('what waits is counted, and a browser that stores nothing says to keep the page', () => {
  expect(waitWords([waiting()])).toBe('1 change waits here and is sent when the line is back.');
  expect(waitWords([waiting(), waiting()])).toBe('2 changes wait here and are sent when the line is back.');
  expect(waitWords([waiting({ kept: null })])).toBe('1 change waits here and is sent when the line is back.');
  expect(waitWords([waiting({ kept: false })])).toMatch(
    /Keep this page open: this browser could not store it\.$/,
  );
});

test('a change is named by what it does and to whom', () => {
  expect(changeWords(waiting())).toEqual({ verb: 'Complete', what: 'Call Anna' });
  expect(changeWords(waiting({ entry: null }))).toEqual({
    verb: 'A change',
    what: 'kept by another version of Outboard',
  });
});

test('trouble is told with its reason; what only waits its turn says nothing', () => {
  expect(troubleWords(waiting())).toBeNull();
  expect(troubleWords(waiting({ stuck: 'Something broke.' }))).toBe('Not taken yet: Something broke.');
  expect(troubleWords(waiting({}, 'It is closed.'))).toBe('Not accepted: It is closed.');
});

test('what was typed can be read again', () => {
  const { entry } = waiting();
  const body = { id, title: 'Call Anna', text: 'Bring the offer' };
  expect(typedWords(waiting({ entry: { ...entry!, call: { kind: 'create', body } } }))).toEqual([
    'Bring the offer',
  ]);
});

test('an old board says as of when it is', () => {
  const clock = { zone: 'Europe/Berlin' };
  const now = Date.parse('2026-03-10T15:00:00Z');
  const asOf = Date.parse('2026-03-10T14:05:00Z');
  expect(ageWords({ why: 'offline', asOf }, now, clock)).toMatch(
    /^Offline\. You see the board as it was at .*05/,
  );
  expect(ageWords({ why: 'catching-up', asOf: asOf - 2 * 86_400_000 }, now, clock)).toMatch(
    /^Catching up\. You see the board as it was on .*8.* at .*05/,
  );
  expect(ageWords({ why: 'offline', asOf: null }, now, clock)).toBe('Offline. Outboard does not answer.');
});
