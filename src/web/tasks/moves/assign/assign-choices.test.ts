import { expect, test } from 'vitest';

import { assignChoices, choiceName, firstChoices } from './assign-choices';

const member = (id: string, name: string, email: string | null = null) => ({ id, name, email });
const lemlist = {
  id: 'a',
  me: '2',
  members: [member('1', 'Ada Rep'), member('2', 'Ben Rep', 'ben@team.example'), member('3', 'Cleo Rep')],
};
const leadlex = { id: 'b', me: '8', members: [member('7', 'Cleo Rep'), member('8', 'Benjamin Rep')] };

test('the rep stands first as themself, under the id of each team', () => {
  const [me, ...others] = assignChoices([lemlist, leadlex], null, []);
  expect(me).toEqual({ name: 'Ben Rep', ids: { a: '2', b: '8' }, me: true });
  expect(me && choiceName(me)).toBe('Me (Ben Rep)');
  expect(others.map(({ name }) => name)).toEqual(['Ada Rep', 'Cleo Rep']);
});

test('who was chosen before comes before the others, the last one first', () => {
  const people = assignChoices([{ ...lemlist, me: null }], null, ['a 3', 'b 7', 'a 2']);
  expect(people.map(({ name }) => name)).toEqual(['Cleo Rep', 'Ben Rep', 'Ada Rep']);
});

test('a rep who said who they are is “me”, whatever the connection says', () => {
  const [me] = assignChoices([lemlist], { name: 'Cleo Rep', email: null }, []);
  expect(me).toMatchObject({ name: 'Cleo Rep', me: true });
});

test('one person more is shown rather than a way to that one alone', () => {
  const people = assignChoices([lemlist], null, []);
  expect(firstChoices(people, 2)).toEqual({ people, more: false });
  expect(firstChoices(people, 1)).toEqual({ people: people.slice(0, 1), more: true });
});
