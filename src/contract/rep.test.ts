import { describe, expect, it, test } from 'vitest';

import { membersWhoAre, readRep } from './rep';

const ada = { name: 'Ada Berg', email: 'ada@team.example' };

describe('the cookie that says who the rep is', () => {
  it('names a rep with an email or without', () => {
    expect(readRep(JSON.stringify(ada))).toEqual(ada);
    expect(readRep('{"name":" Ben ","email":null}')).toEqual({ name: 'Ben', email: null });
  });

  test.each([
    undefined,
    '',
    'Ada',
    '{',
    '[]',
    '{"name":""}',
    '{"name":"Ada"}',
    '{"name":"Ada","email":"no address"}',
    '{"name":"A\\u0000da","email":null}',
    '{"name":"A\\ud800da","email":null}',
    '{"name":"Ada","email":null,"admin":true}',
    JSON.stringify({ name: 'A'.repeat(81), email: null }),
    JSON.stringify({ name: 'Ada', email: null, long: 'x'.repeat(1000) }),
  ])('names nobody when it says %j', (text) => {
    expect(readRep(text)).toBeNull();
  });
});

describe('“me” in a team', () => {
  const members = [
    { id: 'usr_1', name: 'Ada Berg', email: 'ADA@team.example' },
    { id: 'usr_2', name: 'Ada Berg', email: 'other@team.example' },
    { id: 'usr_3', name: 'ben okoro ', email: null },
  ];

  it('is the member with the rep’s email, else those of the same name', () => {
    expect(membersWhoAre(ada, { members, me: 'usr_3' })).toEqual(['usr_1']);
    expect(membersWhoAre({ ...ada, email: 'new@team.example' }, { members, me: null })).toEqual([
      'usr_1',
      'usr_2',
    ]);
    expect(membersWhoAre({ name: 'Ben Okoro', email: null }, { members, me: null })).toEqual(['usr_3']);
    expect(membersWhoAre({ name: 'Zoe', email: null }, { members, me: 'usr_1' })).toEqual([]);
  });

  it('is whom the connection names while nobody has said who they are', () => {
    expect(membersWhoAre(null, { members, me: 'usr_3' })).toEqual(['usr_3']);
    expect(membersWhoAre(null, { members, me: null })).toEqual([]);
  });
});
