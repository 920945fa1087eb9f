import { expect, test } from 'vitest';

import { filterOf, withFilter, withParam } from './filter-params';

test('a pasted address gives its filter', () => {
  expect(filterOf('?q=anna&channel=call,linkedin&due=..today&closed=7d')).toEqual({
    filter: { q: 'anna', channel: ['call', 'linkedin'], due: '..today', closed: '7d' },
    dropped: [],
  });
});

test('what an address asks in vain is named with the reason, and the rest holds', () => {
  const { filter, dropped } = filterOf(
    '?channel=fax&due=2026-02-30..&colour=red&assignee=me&task=abc&new=&view=x',
  );

  expect(filter).toEqual({ assignee: ['me'] });
  expect(dropped.map(({ param }) => param)).toEqual(['channel', 'due', 'colour']);
  expect(dropped.find(({ param }) => param === 'due')?.message).toBe(
    'This date does not exist. Check day and month.',
  );
  expect(dropped.find(({ param }) => param === 'colour')?.message).toBe(
    '“colour” is not known here. Remove it.',
  );
});

test('the same filter makes the same address, readable and without empty values', () => {
  expect(withFilter('', { channel: ['call', 'email'], q: 'a b', assignee: [] })).toBe(
    '?q=a+b&channel=call,email',
  );
});

test('another filter leaves the open card open, and closing the card leaves the filter', () => {
  expect(withFilter('?q=old&task=42&colour=red', { q: 'new' })).toBe('?q=new&task=42');
  expect(withParam('?q=new&task=42', 'task', null)).toBe('?q=new');
  expect(withParam('', 'new', '')).toBe('?new=');
});
