import { expect, test } from 'vitest';

import type { ParentMatch } from '#contract/parent';

import { isSure, meant } from './find-person';

const match = (id: string, name: string, more: Partial<ParentMatch> = {}): ParentMatch => ({
  kind: 'contact',
  id,
  name,
  detail: id,
  ...more,
});
const ids = (all: ParentMatch[], name: string) => meant(all, name, 'lemlist').map(({ id }) => id);

test('whoever bears the whole name is meant, accents and case aside', () => {
  expect(ids([match('a', 'Hans Müller'), match('b', 'Hans Müllers')], 'hans muller')).toEqual(['a']);
});

test('two of the same name are both there to choose from', () => {
  expect(ids([match('a', 'Hans Müller'), match('b', 'Hans Müller')], 'Hans Müller')).toEqual(['a', 'b']);
});

test('a part of a name finds those who have each of its words', () => {
  expect(ids([match('a', 'Hans Müller'), match('b', 'Johannes Maier')], 'hans')).toEqual(['a']);
});

test('one human with several records counts once, as the record that comes first at the vendor', () => {
  const both = [
    match('l', 'Hans Müller', { kind: 'lead', detail: 'x' }),
    match('c', 'Hans Müller', { detail: 'x' }),
  ];
  expect(ids(both, 'Hans Müller')).toEqual(['c']);
});

test('what the vendor cannot link is no choice', () => {
  expect(ids([match('d', 'Hans Müller', { kind: 'deal' })], 'Hans Müller')).toEqual([]);
});

test('somebody who shares but a part of the name is asked about, not taken', () => {
  const remi = [match('a', 'Rémi Châtelain')];
  expect(isSure(remi, 'Rémi', ['Rémi Noël', 'Rémi'])).toBe(false);
  expect(isSure(remi, 'Rémi', ['Rémi'])).toBe(true);
  expect(isSure(remi, 'rem', ['rem'])).toBe(false);
  expect(isSure(remi, 'remi chatelain', ['remi chatelain about', 'remi chatelain'])).toBe(true);
});
