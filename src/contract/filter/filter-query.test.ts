import fc from 'fast-check';
import { expect, test } from 'vitest';

import { channels } from '../vendors';
import { joinList, splitList } from './filter-list';
import { filterText, readFilter } from './filter-query';

test('the same filter makes the same text, readable and without empty values', () => {
  expect(filterText({ channel: ['call', 'email'], q: 'a b', assignee: [] })).toBe('q=a+b&channel=call,email');
  expect(filterText({ closed: 'all', q: '' })).toBe('closed=all');
  expect(filterText({ email: '/@weber\\.example$/' })).toBe('email=/@weber%5C.example%24/');
});

test('of a list the good values stay and the bad ones are named', () => {
  const { filter, dropped } = readFilter('?channel=call,fax,email&priority=huge&vendor=leadlex');

  expect(filter).toEqual({ channel: ['call', 'email'], vendor: ['leadlex'] });
  expect(dropped).toEqual([
    { param: 'channel', message: '“fax” is not a channel.', kept: true },
    { param: 'priority', message: '“huge” is not a priority.', kept: false },
  ]);
});

test('a list that is given twice is one list, a text that is given twice counts once', () => {
  expect(readFilter('channel=call&channel=email&q=anna&q=ben').filter).toEqual({
    channel: ['call', 'email'],
    q: 'anna',
  });
});

test.each([
  ['due=2026-02-30..', 'This date does not exist. Check day and month.'],
  ['due=2026-03-10..2026-03-09', 'The range ends before it begins. Swap the dates.'],
  ['due=someday', expect.stringContaining('Use today')],
  ['state=lost', '“lost” is not a state of a task.'],
  ['sort=colour', '“colour” is not an order.'],
  ['tz=Mars/Olympus', expect.stringContaining('time zone')],
  ['assignee=,', 'Name at least one value.'],
  [`name=${'x'.repeat(201)}`, 'Keep it under 200 characters.'],
  ['colour=red', '“colour” is not known here. Remove it.'],
])('%s is left out with the reason', (search, message) => {
  expect(readFilter(search)).toEqual({ filter: {}, dropped: [expect.objectContaining({ message })] });
});

test.each(['today', 'overdue', '..today', 'today..', '2026-03-01..2026-03-31', '2026-03-01..today'])(
  'due=%s is followed',
  (due) => {
    expect(readFilter(`due=${due}`)).toEqual({ filter: { due }, dropped: [] });
  },
);

test('whatever is chosen comes back out of the address as it was', () => {
  const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text !== '');
  const text = word.map((one) => one.trim()).filter((one) => one !== '' && one.length < 100);
  const list = fc.array(word, { minLength: 1, maxLength: 5 });
  const filters = fc.record(
    {
      q: text,
      name: text,
      email: text,
      type: list,
      campaign: list,
      channel: fc.subarray([...channels], { minLength: 1 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(filters, (filter) => {
      expect(readFilter(filterText(filter))).toEqual({ filter, dropped: [] });
    }),
  );
});

test('a comma within a value does not part it', () => {
  expect(splitList(joinList(['Call, then mail', 'a\\', '\\,']))).toEqual(['Call, then mail', 'a\\', '\\,']);
  expect(splitList(',call,,email,')).toEqual(['call', 'email']);
});
