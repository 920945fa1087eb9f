import { expect, test } from 'vitest';

import { isSamePerson, people } from './people';

const member = (id: string, name: string, email: string | null) => ({ id, name, email });

test('someone who is in several teams is offered once', () => {
  const teams = [
    { members: [member('usr_1', 'Zoe Lind', 'zoe@team.example'), member('usr_2', 'Ada Berg', null)] },
    {
      members: [
        member('7', 'Zoe', 'ZOE@team.example'),
        member('8', 'ada berg', 'ada@team.example'),
        member('9', ' ', null),
      ],
    },
  ];
  expect(people(teams)).toEqual([
    { name: 'ada berg', email: 'ada@team.example' },
    { name: 'Zoe Lind', email: 'zoe@team.example' },
  ]);
});

test('a person is known by email, else by name', () => {
  const zoe = { name: 'Zoe', email: 'zoe@team.example' };
  expect(isSamePerson(zoe, { name: 'Z. Lind', email: 'Zoe@team.example' })).toBe(true);
  expect(isSamePerson(zoe, { name: 'Zoe', email: 'other@team.example' })).toBe(false);
  expect(isSamePerson(zoe, { name: 'zoe ', email: null })).toBe(true);
});
