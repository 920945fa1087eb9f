import { expect, test } from 'vitest';

import {
  channelChoices,
  chipWords,
  chosenValues,
  dueChoices,
  knownChoices,
  priorityChoices,
  toggled,
  vendorChoices,
  withUnoffered,
  withValues,
} from './filter-words';

test('a chip names what is chosen, and counts beyond two', () => {
  expect(chipWords(['call'], channelChoices)).toBe('Calls');
  expect(chipWords(['call', 'linkedin'], channelChoices)).toBe('Calls or LinkedIn');
  expect(chipWords(['call', 'linkedin', 'email'], channelChoices)).toBe('Calls or 2 more');
});

test('a chip reads as a part of a sentence', () => {
  expect(chipWords(['..today'], dueChoices)).toBe('Due by today');
});

test('what is left out by hand in the address is named as such', () => {
  expect(chipWords(['-call', 'somebody'], channelChoices)).toBe('not Calls or somebody');
});

test('taking the last value away takes the filter away', () => {
  const filter = withValues({ q: 'anna' }, 'channel', ['call']);
  expect(filter).toEqual({ q: 'anna', channel: ['call'] });
  expect(withValues(filter, 'channel', [])).toEqual({ q: 'anna' });
});

test('due takes one value, the others several', () => {
  expect(withValues({}, 'due', ['today'])).toEqual({ due: 'today' });
  expect(chosenValues({ due: 'today' }, 'due')).toEqual(['today']);
  expect(chosenValues({}, 'assignee')).toEqual([]);
});

test('tools are chosen by their names', () => {
  expect(chipWords(['lemlist', 'leadlex'], vendorChoices)).toBe('lemlist or LeadLex');
  expect(withValues({}, 'vendor', ['leadlex'])).toEqual({ vendor: ['leadlex'] });
});

test('a priority that no connected vendor knows is not offered, unless the address names it', () => {
  const offered = (chosen: string[]) =>
    knownChoices(priorityChoices, ['none', 'high'], chosen).map(({ value }) => value);
  expect(offered([])).toEqual(['high', 'none']);
  expect(offered(['urgent'])).toEqual(['urgent', 'high', 'none']);
  expect(knownChoices(priorityChoices, [])).toEqual(priorityChoices);
});

test('words that mean the same are one choice: they come and go together and are named once', () => {
  const message = { value: 'linkedin', label: 'LinkedIn message', also: ['linkedinSend'] };
  expect(toggled(['email'], message)).toEqual(['email', 'linkedin', 'linkedinSend']);
  expect(toggled(['linkedinSend', 'email'], message)).toEqual(['email']);
  expect(chipWords(['linkedin', 'linkedinSend'], [message])).toBe('LinkedIn message');
});

test('what an address names and nobody offers can be taken away', () => {
  const choices = withUnoffered(channelChoices, ['-call', 'call']);
  expect(choices[0]).toEqual({ value: '-call', label: 'not Calls' });
  expect(choices.slice(1)).toEqual(channelChoices);
});
