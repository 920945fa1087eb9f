import { expect, test } from 'vitest';

import { vendorRules, type Vendor } from '#contract/vendors';
import { sampleTask } from '#testing/sample-task';

import { assigneeChoices } from './assignee-choices';

const ada = { id: 'usr_1', name: 'Ada' };
const mine = (vendor: Vendor) =>
  sampleTask({ id: '0193a000-0000-4000-8000-0000000000aa', vendor, assignee: ada });
const noneOf = (vendor: Vendor, editing: ReturnType<typeof mine> | null) =>
  assigneeChoices(vendorRules[vendor], undefined, editing).none;

test('nobody can be chosen for a new task and a changed one where the vendor takes it', () => {
  expect([noneOf('leadlex', null), noneOf('leadlex', mine('leadlex'))]).toEqual(['Nobody', 'Nobody']);
  expect([noneOf('lemlist', null), noneOf('lemlist', mine('lemlist'))]).toEqual([undefined, undefined]);
});

test('who left the team is still shown for a task that is theirs', () => {
  expect(assigneeChoices(vendorRules.lemlist, undefined, mine('lemlist'))).toEqual({
    choices: [{ value: 'usr_1', label: 'Ada' }],
    required: true,
    none: undefined,
  });
});
