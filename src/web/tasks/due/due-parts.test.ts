import { describe, expect, it } from 'vitest';

import { dueFromParts, dueToParts, tomorrowMorning } from './due-parts';

const berlin = 'Europe/Berlin';

describe('the two inputs of a due', () => {
  it('say an instant in the zone of the rep, in winter and in summer', () => {
    expect(dueFromParts({ date: '2026-03-10', time: '09:00' }, berlin)).toEqual({
      kind: 'instant',
      at: '2026-03-10T08:00:00.000Z',
    });
    expect(dueFromParts({ date: '2026-07-10', time: '09:00' }, berlin)).toEqual({
      kind: 'instant',
      at: '2026-07-10T07:00:00.000Z',
    });
  });

  it('never turn a date into an instant', () => {
    expect(dueFromParts({ date: '2026-03-10', time: '' }, berlin)).toEqual({
      kind: 'date',
      date: '2026-03-10',
    });
    expect(dueToParts({ kind: 'date', date: '2026-03-10' }, 'Pacific/Auckland')).toEqual({
      date: '2026-03-10',
      time: '',
    });
  });

  it('are no due without a date', () => {
    expect(dueFromParts({ date: '', time: '09:00' }, berlin)).toBeNull();
    expect(dueToParts(null, berlin)).toEqual({ date: '', time: '' });
  });

  it('show again what they said, on the day the clocks change too', () => {
    for (const parts of [
      { date: '2026-03-29', time: '12:30' },
      { date: '2026-10-25', time: '23:59' },
      { date: '2026-12-31', time: '00:00' },
    ]) {
      expect(dueToParts(dueFromParts(parts, berlin), berlin)).toEqual(parts);
    }
  });

  it('start tomorrow at nine, counted in the zone of the rep', () => {
    expect(tomorrowMorning(new Date('2026-03-10T22:30:00Z'), berlin)).toEqual({
      date: '2026-03-11',
      time: '09:00',
    });
    expect(tomorrowMorning(new Date('2026-03-10T23:30:00Z'), berlin)).toEqual({
      date: '2026-03-12',
      time: '09:00',
    });
  });
});
