import { expect, test } from 'vitest';

import { sampleTask } from '#testing/sample-task';

import { followUpValues } from './follow-up';

const zone = 'Europe/Berlin';
const parents = [{ kind: 'contact', id: 'ctc_1', name: 'Anna Weber' }] as const;
const call = sampleTask({ id: 'a', title: 'Call Anna', text: 'About the offer', parents: [...parents] });
const dueFrom = (now: string) => followUpValues(call, new Date(now), zone).due;

test('a follow-up is for the same person in the same tool, with nothing written yet', () => {
  expect(followUpValues(call, new Date('2026-03-10T09:00:00Z'), zone)).toEqual({
    connectionId: call.connectionId,
    parents,
    assigneeId: '',
    priority: 'none',
    type: 'phone',
    title: 'Follow up: Call Anna',
    due: { date: '2026-03-12', time: '09:00' },
  });
});

test('it is due two working days on, over a weekend too, by the clock of the rep', () => {
  expect(dueFrom('2026-03-12T09:00:00Z')).toEqual({ date: '2026-03-16', time: '09:00' });
  expect(dueFrom('2026-03-13T09:00:00Z')).toEqual({ date: '2026-03-17', time: '09:00' });
  expect(dueFrom('2026-03-14T23:30:00Z')).toEqual({ date: '2026-03-17', time: '09:00' });
});

test('a follow-up of a follow-up is not called so twice', () => {
  const again = { ...call, title: 'Follow up: Call Anna' };
  expect(followUpValues(again, new Date('2026-03-10T09:00:00Z'), zone).title).toBe('Follow up: Call Anna');
});

test('a tool without titles and times gets neither', () => {
  const note = sampleTask({ id: 'b', vendor: 'saleshandy', vendorType: '12', text: 'Ring' });
  expect(followUpValues(note, new Date('2026-03-10T09:00:00Z'), zone)).toMatchObject({
    title: '',
    due: { date: '2026-03-12', time: '' },
  });
});

test('of the records of a campaign’s task the one that a new task can have is taken', () => {
  const lead = { kind: 'lead', id: 'lea_1', name: 'Anna Weber' } as const;
  const sent = { ...call, parents: [lead, ...parents] };
  expect(followUpValues(sent, new Date('2026-03-10T09:00:00Z'), zone).parents).toEqual(parents);
});
