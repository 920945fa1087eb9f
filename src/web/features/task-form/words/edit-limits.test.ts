import { expect, test } from 'vitest';

import { vendors } from '#contract/vendors';

import { editLimits } from './edit-limits';

test('an edit says in one line what the vendor cannot change', () => {
  expect(vendors.map((vendor) => editLimits(vendor))).toEqual([
    'lemlist cannot change the type or linked record of a task.',
    'Saleshandy cannot change the type, priority or prospect of a task.',
    'LeadLex cannot change the linked record of a task.',
  ]);
});
