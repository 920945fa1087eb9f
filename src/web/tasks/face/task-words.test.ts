import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { initials, personName, surroundings, taskTitle } from './task-words';

const nobody = sampleTask({ id: 'a' }).person;

test('where the vendor has no titles a card is called by its type and the first line of its note', () => {
  const call = sampleTask({ id: 'a', vendor: 'saleshandy', vendorType: '12', title: '' });
  expect(taskTitle({ ...call, text: ' Show the report.\nHe asked for it.' })).toBe(
    'Demo call: Show the report.',
  );
  expect(taskTitle(call)).toBe('Demo call');
});

test('a task without a title is called by its type alone where titles are optional', () => {
  expect(taskTitle(sampleTask({ id: 'a', title: ' ', text: 'Hello' }))).toBe('Phone call');
});

test('a task of a company alone names the company, once', () => {
  const task = sampleTask({
    id: 'a',
    parents: [{ kind: 'company', id: 'c', name: 'Weber Ltd' }],
    person: { ...nobody, company: 'Weber Ltd' },
  });
  expect(personName(task)).toBe('Weber Ltd');
  expect(surroundings(task)).toEqual([]);
});

test('the second line names company, campaign and deal beside the person', () => {
  const task = sampleTask({
    id: 'a',
    parents: [
      { kind: 'contact', id: 'p', name: 'Anna Weber' },
      { kind: 'deal', id: 'd', name: 'Renewal' },
    ],
    person: { ...nobody, name: 'Anna Weber', company: 'Weber Ltd' },
    campaign: { id: 's', name: 'Spring', state: null },
  });
  expect(personName(task)).toBe('Anna Weber');
  expect(surroundings(task)).toEqual(['Weber Ltd', 'Spring', 'Renewal']);
});

test.each([
  ['Anna van der Weber', 'AW'],
  ['<b>Bob</b>', 'B'],
  ['“Ivy” (sales) 24', 'I2'],
  ['1st line', '1L'],
  ['ليلى حدّاد', 'لح'],
  ['नीना', 'नी'],
  ['— !', ''],
])('the letters that stand for %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});
