import { expect, test } from 'vitest';

import { readFilter } from '#contract/filter/filter-query';
import type { Task } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { deviceBoard } from './device-board';

const now = new Date('2026-03-10T22:30:00Z');
const zone = 'Europe/Berlin';
const nobody = { name: null, company: null, jobTitle: null, email: null, phone: null, linkedin: null };
const anna = { ...nobody, name: 'Anna Weber', company: 'Weber AG', email: 'anna@weber.example' };
const ada = { id: 'usr_ada', name: 'Ada' };
const connectionId = '00000000-0000-4000-8000-000000000001';

const at = (instant: string) => ({ kind: 'instant', at: instant }) as const;
const on = (date: string) => ({ kind: 'date', date }) as const;
const closed = (id: string, closedAt: string) => sampleTask({ id, status: 'completed', closedAt });
const held = (holdUntil: string): Task['commands'][number] => ({
  id: 'c',
  kind: 'edit',
  state: 'held',
  holdUntil,
  createdAt: '2026-03-10T22:00:00Z',
  failure: null,
  payload: {},
});

const tasks: Task[] = [
  sampleTask({
    id: 'anna',
    title: 'Call',
    person: anna,
    assignee: ada,
    due: on('2026-03-10'),
    priority: 'high',
  }),
  sampleTask({
    id: 'mail',
    channel: 'email',
    vendorType: 'email',
    text: 'Bring the OFFER',
    due: at('2026-03-10T21:00:00Z'),
  }),
  sampleTask({
    id: 'late',
    due: on('2026-03-09'),
    campaign: { id: 'cam', name: 'Spring', state: 'running' },
  }),
  sampleTask({
    id: 'next',
    vendor: 'leadlex',
    due: at('2026-03-11T09:00:00Z'),
    commands: [held('2026-03-10T23:00:00Z')],
  }),
  sampleTask({ id: 'none', boardOnly: true, commands: [held('2026-03-10T22:00:00Z')] }),
  closed('today', '2026-03-10T10:00:00Z'),
  closed('before', '2026-03-08T10:00:00Z'),
];

const found = (search: string, me: { connectionId: string; memberId: string }[] | null = null) => {
  const { filter, dropped } = readFilter(search);
  expect(dropped).toEqual([]);
  return deviceBoard(tasks, filter, { now, zone, me });
};
const ids = (search: string, me?: { connectionId: string; memberId: string }[]) => {
  const { board } = found(search, me);
  return [...(board.pending?.tasks ?? []), ...(board.completed?.tasks ?? [])].map(({ id }) => id);
};
const open = ['late', 'anna', 'mail', 'next', 'none'];

test.each([
  ['', [...open, 'today']],
  ['q=WEBER', ['anna']],
  ['q=the offer', ['mail']],
  ['closed=7d', [...open, 'today', 'before']],
  ['channel=email', ['mail']],
  ['vendor=leadlex,saleshandy', ['next']],
  ['priority=high', ['anna']],
  ['type=-phone', ['mail']],
  ['assignee=usr_ada', ['anna']],
  ['assignee=-none', ['anna']],
  ['campaign=any', ['late']],
  ['campaign=-cam&priority=none', ['mail', 'next', 'none', 'today']],
  ['campaignState=running', ['late']],
  ['due=none', ['none', 'today']],
  ['due=today', ['anna', 'mail']],
  ['due=overdue', ['late', 'mail']],
  ['due=tomorrow', ['next']],
  ['due=..today', ['late', 'anna', 'mail']],
  ['due=2026-03-10..2026-03-11', ['anna', 'mail', 'next']],
  ['name=anna weber', ['anna']],
  ['email=ANNA@weber.example', ['anna']],
  ['state=held', ['next']],
  ['state=waiting', ['none']],
  ['state=board-only', ['none']],
])('without a server “%s” finds what the server would', (search, expected) => {
  expect(ids(search)).toEqual(expected);
});

test('“me” is found where the device knows who that is, and else not followed and said', () => {
  expect(ids('assignee=me', [{ connectionId, memberId: 'usr_ada' }])).toEqual(['anna']);
  expect(found('assignee=me&priority=high').words).toContain('7 cards on this device');
  expect(found('assignee=me&priority=high').words).toContain('The filter by assignee cannot be followed');
  expect(ids('assignee=me&priority=high')).toEqual(['anna']);
});

test('a regular expression is not followed here, and said', () => {
  expect(found('name=/^an/').words).toContain('The filter by name cannot be followed');
  expect(ids('name=/^an/')).toEqual([...open, 'today']);
});

test('the order asked for is kept', () => {
  expect(ids('sort=priority').slice(0, 2)).toEqual(['anna', 'late']);
});
