import { expect, test } from 'vitest';

import { linkedRecords } from './linked-records';

test('a person who is both contact and lead is named once', () => {
  expect(
    linkedRecords([
      { kind: 'contact', id: 'ctc_1', name: 'Anna Weber' },
      { kind: 'lead', id: 'lea_1', name: 'Anna Weber' },
      { kind: 'company', id: 'cmp_1', name: '' },
    ]),
  ).toEqual([{ name: 'Anna Weber', kinds: 'contact, lead' }]);
});

test('a record without a name is kept where none has one', () => {
  expect(linkedRecords([{ kind: 'lead', id: 'lea_1', name: '' }])).toEqual([{ name: '', kinds: 'lead' }]);
  expect(linkedRecords([])).toEqual([]);
});
