import { assert, property, string, stringMatching, array, oneof, constantFrom } from 'fast-check';
import { expect, test } from 'vitest';

import { sampleConnection } from '#testing/sample-connection';

import { readDueText } from '../../../tasks/due/read-due-text';
import { listMark, readLine } from './read-line';

// Friday, half past two in Berlin.
const now = new Date('2026-11-20T13:30:00Z');
const [mine, theirs, leads] = [
  sampleConnection({ id: 'le', vendor: 'lemlist', label: 'Team North' }),
  sampleConnection({ id: 'sh', vendor: 'saleshandy', label: 'Team South' }),
  sampleConnection({ id: 'll', vendor: 'leadlex', label: 'Leads' }),
];
const around = {
  connections: [mine, theirs, leads],
  readDue: (text: string) => readDueText(text, { now, zone: 'Europe/Berlin', monthFirst: false }),
};
const read = (text: string) => readLine(text, around);

test('type, person, due and priority are understood', () => {
  expect(read('call Hans Müller tomorrow 10am !high')).toEqual({
    title: 'Call Hans Müller',
    channel: 'call',
    due: { date: '2026-11-21', time: '10:00' },
    priority: 'high',
    tools: null,
    names: ['Hans Müller', 'Hans'],
  });
});

test.each([
  ['email Anna de Groot about the offer fri 9', 'Email Anna de Groot about the offer', '2026-11-27', '09:00'],
  ['in 3 days ring Bob', 'Ring Bob', '2026-11-23', ''],
  ['Send the deck by tomorrow', 'Send the deck', '2026-11-21', ''],
  ['call room 12 on monday', 'Call room 12', '2026-11-23', ''],
])('%s', (text, title, date, time) => {
  expect(read(text)).toMatchObject({ title, due: { date, time } });
});

test.each(['call May about the sun', 'buy 3 chairs', 'mail 2026 plan', 'call someone soonish'])(
  '“%s” has no due',
  (text) => {
    expect(read(text).due).toBeNull();
  },
);

test.each([
  ['call Bob 31 feb 9am', '31 feb 9am', 'Call Bob'],
  ['call Bob feb 30th', 'feb 30th', 'Call Bob'],
  ['call Bob tomorrow 45:99 about it', 'tomorrow 45:99', 'Call Bob about it'],
  ['call Bob 31.2. !high', '31.2.', 'Call Bob'],
  ['call Bob on 2026-02-31', 'on 2026-02-31', 'Call Bob'],
  ['call Bob 31/2 at 13pm', '31/2 at 13pm', 'Call Bob'],
])('in “%s” a due is meant that there is not', (text, unread, title) => {
  expect(read(text)).toMatchObject({ title, due: { date: '', time: '', unread } });
});

test.each(['call Marcus 24 Dec about 10:30', 'ask for 50/50 or 16:9', 'call Bob 1.13.2', 'offer 40.50.'])(
  'nothing of “%s” is taken for a due that there is not',
  (text) => {
    expect(read(text).due?.unread).toBeUndefined();
  },
);

test.each(['- call Bob', '• call Bob', '2. call Bob', '- [ ] call Bob', '3) call Bob'])(
  '“%s” of a pasted list is a call',
  (text) => {
    expect(read(text)).toMatchObject({ title: 'Call Bob', channel: 'call', names: ['Bob'] });
  },
);

test('where no due can be read, its words stay in the title', () => {
  const line = readLine('call Bob tomorrow 10am', { ...around, readDue: null });
  expect(line).toMatchObject({ title: 'Call Bob tomorrow 10am', due: null });
});

test('a line can begin with its day', () => {
  expect(read('24. Dec call Bob')).toMatchObject({ title: 'Call Bob', due: { date: '2026-12-24' } });
});

test('a tool is named by @ and its beginning, an unknown one stays a word', () => {
  expect(read('call Bob @lem').tools).toEqual([mine]);
  expect(read('call Bob @team').tools).toEqual([mine, theirs]);
  expect(read('call Bob @teamsouth').tools).toEqual([theirs]);
  expect(read('call Bob @south').tools).toEqual([theirs]);
  expect(read('call Bob @home')).toMatchObject({ tools: null, title: 'Call Bob @home' });
});

test('names are found in small letters, after small words and in scripts without capitals', () => {
  expect(read('call hans müller').names).toEqual(['hans müller', 'hans']);
  expect(read('call with Björn Müller-Lüdenscheidt about it').names[0]).toBe('Björn Müller-Lüdenscheidt');
  expect(read('call अनुष्का शर्मा tomorrow').names[0]).toBe('अनुष्का शर्मा');
});

test('any text is read, and every word that is not understood stays in the title', () => {
  const word = oneof(
    string(),
    stringMatching(/^[a-z]{1,8}$/),
    constantFrom('call', 'tomorrow', '10am', '!high', '@lemlist', '!', '@', '__proto__', '!constructor'),
  );
  assert(
    property(array(word, { maxLength: 12 }), (words) => {
      const text = words.join(' ');
      const { title, due, priority, tools, names } = read(text);
      const given = text
        .replace(listMark, '')
        .split(/\s+/u)
        .filter((one) => one !== '');
      const kept = title.split(/\s+/u).filter((one) => one !== '');
      const lost = given.length - kept.length;
      const marks = given.filter((one) => /^!(low|medium|high|urgent)$/i.test(one)).length;
      const tooled = tools === null ? 0 : given.filter((one) => one.startsWith('@')).length;
      expect(lost).toBeLessThanOrEqual((due === null ? 0 : 5) + marks + tooled);
      const silent = due === null && priority === null && tools === null;
      expect((silent ? kept : given).join(' ').toUpperCase()).toBe(given.join(' ').toUpperCase());
      expect(names.every((name) => name.length >= 2)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
