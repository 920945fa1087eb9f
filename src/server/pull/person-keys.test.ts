import { describe, expect, it } from 'vitest';

import { personKeys } from '#server/pull/person-keys';

const nobody = { email: null, linkedin: null, phone: null };

describe('what tells that two records are one human', () => {
  it.each([
    ['Anna@Weber.example ', 'email anna@weber.example'],
    ['not an address', undefined],
    ['', undefined],
  ])('email %j gives %j', (email, key) => {
    expect(personKeys({ ...nobody, email })[0]).toBe(key);
  });

  it.each([
    ['https://www.linkedin.com/in/Anna-Weber/', 'linkedin anna-weber'],
    ['linkedin.com/in/anna-weber?trk=x', 'linkedin anna-weber'],
    ['https://de.linkedin.com/in/m%C3%BCller', 'linkedin müller'],
    ['https://example.com/in/anna', undefined],
    ['https://linkedin.com/in/%E0%A4%A', 'linkedin %e0%a4%a'],
  ])('LinkedIn %j gives %j', (linkedin, key) => {
    expect(personKeys({ ...nobody, linkedin })[0]).toBe(key);
  });

  it.each([
    ['+49 30 23125-234', 'phone +493023125234'],
    ['+49 (0)30 23125234', 'phone +493023125234'],
    ['030 23125234', undefined],
    ['+1', undefined],
  ])('phone %j gives %j', (phone, key) => {
    expect(personKeys({ ...nobody, phone })[0]).toBe(key);
  });
});
