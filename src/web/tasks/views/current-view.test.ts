import { expect, test } from 'vitest';

import type { View } from '#contract/view';

import { currentView } from './current-view';

const saved = (id: string, filter: string, more: Partial<View> = {}): View => ({
  id,
  name: `View ${id}`,
  filter,
  shared: false,
  owner: 'Ada Rep',
  own: true,
  position: 0,
  ...more,
});
const views = [saved('a', 'channel=email&sort=priority'), saved('b', 'channel=call')];
const at = (...given: Parameters<typeof currentView>) => {
  const view = currentView(...given);
  return view && [view.name, view.changed];
};

test('a filter is the view that has it, however far back the closed columns reach', () => {
  expect(at({}, null, views)).toEqual(['All open', false]);
  expect(at({ due: '..today', assignee: ['me'], closed: '7d', tz: 'UTC' }, null, views)).toEqual([
    'My day',
    false,
  ]);
  expect(at({ sort: 'priority', channel: ['email'] }, null, views)).toEqual(['View a', false]);
  expect(at({ q: 'anna' }, null, views)).toBeNull();
});

test('the view that the address names goes before one that looks the same', () => {
  expect(at({ channel: ['call'] }, 'b', views)).toEqual(['View b', false]);
  expect(at({ channel: ['call'] }, null, views)).toEqual(['Calls', false]);
});

test('a filter that is no longer the view’s own is told as a change of it', () => {
  expect(at({ channel: ['call'], q: 'anna' }, 'b', views)).toEqual(['View b', true]);
  expect(at({ channel: ['email'] }, 'a', views)).toEqual(['View a', true]);
  expect(at({ due: 'overdue', sort: 'person' }, null, views)).toEqual(['Overdue', true]);
});

test('a view that is gone, or another rep’s, is a filter by itself', () => {
  expect(at({ q: 'anna' }, 'gone', views)).toBeNull();
  expect(at({}, 'b', views)).toEqual(['All open', false]);
});

test('what an older Outboard kept and this one cannot follow does not break the rail', () => {
  expect(at({ q: 'anna' }, null, [saved('c', 'colour=red&q=anna')])).toEqual(['View c', false]);
});
