import { expect, test } from 'vitest';

import { focusKey } from './focus-key';

const pressed = (key: string, held: Partial<Parameters<typeof focusKey>[0]> = {}) =>
  focusKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, ...held });

test('letters do what they do on the board, with caps lock on too', () => {
  expect(['e', 'i', 's', 'j', 'k', 'o', 'c', 'n'].map((key) => pressed(key))).toEqual([
    'complete',
    'ignore',
    'snooze',
    'next',
    'previous',
    'reach',
    'copy',
    'follow',
  ]);
  expect(pressed('E')).toBe('complete');
});

test('a key that is held down goes on, but does not complete one task after the other', () => {
  expect(pressed('j', { repeat: true })).toBe('next');
  expect(pressed('e', { repeat: true })).toBeNull();
});

test('Ctrl+Z undoes, and the browser keeps its own shortcuts', () => {
  expect(pressed('z', { ctrlKey: true })).toBe('undo');
  expect(pressed('c', { ctrlKey: true })).toBeNull();
  expect(pressed('ArrowLeft', { altKey: true })).toBeNull();
});
