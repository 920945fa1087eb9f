import { expect, test } from 'vitest';

import type { Entry } from './entry';
import { matching, matchingGroups, recentFirst } from './matching';

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  id: name,
  name,
  icon: null,
  run: () => {},
  ...more,
});
const names = (entries: readonly Entry[]) => entries.map(({ name }) => name);
const some = [entry('New task', { also: 'add create' }), entry('Quick add'), entry('Undo')];

test('a few letters find what they begin, the best first', () => {
  expect(names(matching(some, 'qad'))).toEqual(['Quick add']);
  expect(names(matching(some, 'UND'))).toEqual(['Undo']);
  expect(names(matching(some, 'create'))).toEqual(['New task']);
});

test('letters that only happen to be there find nothing', () => {
  expect(matching(some, 'ekd')).toEqual([]);
});

test('of two that fit alike, the one that was used lately goes first', () => {
  const themes = [entry('Light colours'), entry('Dark colours')];
  expect(names(matching(themes, 'colours', ['Dark colours']))).toEqual(['Dark colours', 'Light colours']);
});

test('what was used lately does not go before what was meant', () => {
  const both = [entry('New task'), entry('Quick add', { also: 'new task from a line' })];
  expect(names(matching(both, 'new task', ['Quick add']))).toEqual(['New task', 'Quick add']);
});

test('the view that is meant goes before a command that has the word among others', () => {
  const groups = [
    { title: 'Commands', entries: [entry('Spread 12 overdue tasks'), entry('Undo')] },
    { title: 'Views', entries: [entry('Overdue')] },
  ];
  const found = matchingGroups(groups, 'overd', []);
  expect(found.map(({ title, entries }) => [title, ...names(entries)])).toEqual([
    ['Views', 'Overdue'],
    ['Commands', 'Spread 12 overdue tasks'],
  ]);
});

test('with nothing typed, what was used lately has a group of its own and is not listed twice', () => {
  const groups = recentFirst(
    [
      { title: 'Commands', entries: some },
      { title: 'Views', entries: [entry('My day')] },
    ],
    ['My day', 'gone', 'Undo'],
  );
  expect(groups.map(({ title, entries }) => [title, ...names(entries)])).toEqual([
    ['Recent', 'My day', 'Undo'],
    ['Commands', 'New task', 'Quick add'],
  ]);
});
