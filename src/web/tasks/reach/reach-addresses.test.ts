import { expect, test } from 'vitest';

import type { Person } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { callAddress, mailAddress, waysToReach } from './reach-addresses';

const { person: nobody } = sampleTask({ id: 'a' });
const anna = {
  ...nobody,
  phone: '+49 (89) 12-34',
  email: 'anna@weber.example',
  linkedin: 'linkedin.com/in/anna',
};
const kinds = (channel: Parameters<typeof waysToReach>[1], person: Person = anna) =>
  waysToReach(person, channel).map(({ kind }) => kind);

test('a number is dialled without what only people read', () => {
  expect(callAddress('+49 (89) 12-34 #5')).toBe('tel:+49891234#5');
});

test('a mail address with odd letters does not become another one', () => {
  expect(mailAddress('a&b?c=d@weber.example')).toBe('mailto:a%26b%3Fc%3Dd@weber.example');
});

test('the way of the task’s own channel comes first', () => {
  expect(kinds('linkedin')).toEqual(['linkedin', 'call', 'email']);
  expect(kinds('email')).toEqual(['email', 'call', 'linkedin']);
  expect(kinds('whatsapp')).toEqual(['call', 'email', 'linkedin']);
});

test('only what is known is offered, and no address that is none', () => {
  expect(kinds('call', { ...nobody, linkedin: 'javascript:alert(1)' })).toEqual([]);
  expect(kinds('call', { ...nobody, email: 'anna@weber.example' })).toEqual(['email']);
});
