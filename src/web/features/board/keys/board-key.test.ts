import { expect, test } from 'vitest';

import { boardKey } from './board-key';

const pressed = (key: string, held: Partial<Parameters<typeof boardKey>[0]> = {}) =>
  boardKey({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test('letters and arrows mean the same step', () => {
  expect(pressed('j')).toEqual(pressed('ArrowDown'));
  expect(pressed('h')).toEqual(pressed('ArrowLeft'));
});

test('letters work with caps lock on', () => {
  expect(pressed('E')).toEqual({ kind: 'card', action: 'complete' });
  expect(pressed('E', { shiftKey: true })).toBeNull();
});

test('Ctrl+Z and Cmd+Z undo, the browser keeps its own shortcuts', () => {
  expect(pressed('z', { ctrlKey: true })).toEqual({ kind: 'page', action: 'undo' });
  expect(pressed('z', { metaKey: true })).toEqual({ kind: 'page', action: 'undo' });
  expect(pressed('z', { ctrlKey: true, shiftKey: true })).toBeNull();
  expect(pressed('n', { ctrlKey: true })).toBeNull();
  expect(pressed('e', { altKey: true })).toBeNull();
});
