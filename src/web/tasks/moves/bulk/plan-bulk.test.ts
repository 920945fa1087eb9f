import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { assignables } from '../assign/assignables';
import { matchingDraft } from './matching-draft';
import { planBulk } from './plan-bulk';
import { sumUp } from './sum-up';

const now = new Date('2026-03-10T09:00:00Z');
const lemlist = sampleTask({
  id: '00000000-0000-4000-8000-000000000001',
  vendor: 'lemlist',
  channel: 'email',
});
const saleshandy = sampleTask({
  id: '00000000-0000-4000-8000-000000000002',
  vendor: 'saleshandy',
  channel: 'call',
  due: { kind: 'date', date: '2026-03-10' },
});
const ada = { name: 'Ada Rep', ids: { [lemlist.connectionId]: 'usr_1' } };

test('says for how many not and why, and does it to the others', () => {
  const plan = planBulk(
    [lemlist, saleshandy, saleshandy],
    { kind: 'move', target: { kind: 'assign', person: ada } },
    now,
  );
  expect(plan).toMatchObject({
    able: 1,
    left: '2 of 3 are at Saleshandy, where the assignee cannot be set.',
    given: [{ command: { kind: 'edit', changes: { assigneeId: 'usr_1' } }, tasks: [lemlist] }],
  });
  const priority = planBulk([lemlist, saleshandy], { kind: 'priority', priority: 'high' }, now);
  expect(priority.left).toBe('1 of 2 is at Saleshandy, where the priority cannot be set.');
});

test('a snooze moves days to a day and times to a time, in one go', () => {
  const target = { kind: 'snooze', snooze: 'tomorrow' } as const;
  const { given } = planBulk([lemlist, saleshandy], { kind: 'move', target }, now);
  expect(given.map(({ command }) => (command.kind === 'snooze' ? command.until.kind : null))).toEqual([
    'instant',
    'date',
  ]);
  const until = { kind: 'date', date: '2026-03-20' } as const;
  const picked = planBulk([lemlist, saleshandy], { kind: 'until', until }, now);
  expect(picked.given.map(({ command }) => (command.kind === 'snooze' ? command.until.kind : null))).toEqual([
    'instant',
    'date',
  ]);
});

test('calls are asked about first, but not when they are not at hand', () => {
  const complete = { kind: 'move', target: { kind: 'column', status: 'completed' } } as const;
  expect(planBulk([lemlist, saleshandy], complete, now)).toMatchObject({
    given: [{ tasks: [lemlist] }],
    calls: [{ tasks: [saleshandy] }],
    left: null,
  });
  const counted = [
    { subject: lemlist, count: 200 },
    { subject: saleshandy, count: 14 },
  ];
  expect(sumUp(counted, complete, now, true)).toMatchObject({
    total: 214,
    able: 200,
    left: '14 of 214 are calls of Saleshandy, which asks how each ended.',
  });
});

test('what is closed already stays, and a vendor without a way back is named', () => {
  const done = { ...lemlist, status: 'completed' as const };
  const reopen = { kind: 'move', target: { kind: 'column', status: 'pending' } } as const;
  expect(planBulk([done], reopen, now).left).toBe('1 is at lemlist, which has no way back.');
  expect(planBulk([done], { kind: 'priority', priority: 'low' }, now).left).toBe('1 is already completed.');
});

test('who is in two teams, by email or by name, can be chosen once', () => {
  const member = (id: string, name: string, email: string | null) => ({ id, name, email });
  const people = assignables([
    { id: 'a', members: [member('1', 'Ada Rep', 'ada@team.example'), member('2', 'Ben Rep', null)] },
    { id: 'b', members: [member('7', 'A. Rep', 'ADA@team.example'), member('8', 'ben rep', null)] },
  ]);
  expect(people).toEqual([
    { name: 'Ada Rep', ids: { a: '1', b: '7' } },
    { name: 'Ben Rep', ids: { a: '2', b: '8' } },
  ]);
});

test('for all that match a snooze tells both the day and the time', () => {
  const target = { kind: 'snooze', snooze: 'tomorrow' } as const;
  expect(matchingDraft({ kind: 'move', target }, now)).toMatchObject({
    kind: 'snooze',
    until: { date: '2026-03-11', instant: expect.stringContaining('2026-03-11') },
  });
  expect(matchingDraft({ kind: 'move', target: { kind: 'snooze', snooze: 'pick' } }, now)).toBeNull();
});
