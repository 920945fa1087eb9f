import { expect, test } from 'vitest';

import type { CommandKind } from '#contract/command';
import type { Doubt } from '#contract/task';

import { doubtWords } from './doubt-words';

const now = Date.parse('2026-03-10T09:00:00.000Z');

function words(kind: CommandKind, doubt: Partial<Doubt>, readable = true) {
  const command = {
    id: '0193a000-0000-4000-8000-0000000000bb',
    kind,
    state: 'uncertain' as const,
    holdUntil: '2026-03-10T08:00:00.000Z',
    createdAt: '2026-03-10T08:00:00.000Z',
    failure: null,
    payload: {},
    doubt: { askFrom: '2026-03-10T08:59:00.000Z', reason: null, joining: false, ...doubt },
  };
  const { words: said, choices } = doubtWords(command, { label: 'lemlist', readable, now });
  return [said, ...choices.map(({ label }) => label)];
}

test('while Outboard is still looking a rep is asked nothing', () => {
  expect(words('complete', { askFrom: '2026-03-10T09:00:01.000Z' })).toEqual([
    'Completing: lemlist’s answer was lost. Outboard looks there before it sends anything again.',
  ]);
});

test('while the list cannot be read nobody is told that Outboard looks there', () => {
  expect(words('complete', { askFrom: '2026-03-10T09:00:01.000Z' }, false)).toEqual([
    'Completing: lemlist’s answer was lost. Its list cannot be read just now; Outboard looks there as soon as it can, and sends nothing again before that.',
  ]);
});

test('a list that cannot be read is named, and the rep is asked', () => {
  expect(words('complete', {}, false)).toEqual([
    'Completing: lemlist’s answer was lost and its list cannot be read. Look there, then say:',
    'It is done',
    'Send it again',
  ]);
  expect(words('edit', {})[0]).toContain('its list has not told what became of it');
});

test('a new task says what the list shows instead', () => {
  expect(words('create', { reason: 'several' })).toEqual([
    'Creating: lemlist’s answer was lost, and its list shows several tasks like this one. Look there, then say:',
    'It is there',
    'Send it again',
  ]);
  expect(words('create', { reason: 'similar' })[0]).toContain('nearly the same');
  expect(words('create', { reason: 'unfound' }).slice(1)).toEqual(['Send it again', 'Take it off the board']);
  expect(words('create', { joining: true })).toEqual([
    'Creating: found in lemlist’s list as soon as it tells.',
    'Send it again',
  ]);
});
