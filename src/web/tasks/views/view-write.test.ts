import { expect, test } from 'vitest';

import type { View } from '#contract/view';

import { freeName, withWrite } from './view-write';

const view = (id: string, own = true, position = 0): View => ({
  id,
  name: id.toUpperCase(),
  filter: '',
  shared: !own,
  owner: own ? 'Ada Rep' : 'Ben Rep',
  own,
  position,
});
const views = [view('a'), view('b', true, 1), view('c', true, 2), view('x', false)];
const order = (after: readonly View[]) => after.map(({ id }) => id).join('');

test('a view is drawn at its new place at once, among one’s own', () => {
  const move = (id: string, position: number) =>
    withWrite(views, { kind: 'change', id, change: { position } }, 'Ada Rep');
  expect(order(move('c', 0))).toBe('cabx');
  expect(order(move('a', 1))).toBe('bacx');
  expect(move('a', 2).map(({ position }) => position)).toEqual([0, 1, 2, 0]);
});

test('a new view is the last of one’s own, one that comes back is where it was', () => {
  const added = { id: 'd', name: 'D', filter: 'q=d', shared: false };
  expect(order(withWrite(views, { kind: 'add', view: added }, 'Ada Rep'))).toBe('abcdx');
  expect(order(withWrite(views, { kind: 'add', view: { ...added, position: 1 } }, null))).toBe('adbcx');
});

test('a change leaves the rest as it is, and what is removed is gone', () => {
  const changed = withWrite(views, { kind: 'change', id: 'b', change: { name: 'Bee' } }, 'Ada Rep');
  expect(changed[1]).toEqual({ ...views[1], name: 'Bee' });
  expect(order(withWrite(views, { kind: 'remove', id: 'b' }, 'Ada Rep'))).toBe('acx');
});

test('a copy takes the next free name', () => {
  expect(freeName('New', views)).toBe('New');
  expect(freeName('X', views)).toBe('X');
  expect(freeName('a', [...views, { ...view('d'), name: 'A 2' }])).toBe('a 3');
});
