import { describe, expect, it } from 'vitest';

import type { OpenCommand } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { outcomeWords, tryAgain, withResults } from './outcome';
import type { OutcomeLine } from './outcome';

const parent = (id: string) => ({ kind: 'prospect' as const, id, name: id });
const command = (state: OpenCommand['state']): OpenCommand => ({
  id: '0193a000-0000-4000-8000-0000000000cc',
  kind: 'create',
  state,
  holdUntil: '2026-03-01T08:00:08.000Z',
  createdAt: '2026-03-01T08:00:00.000Z',
  failure: state === 'failed' ? { kind: 'refused', message: 'Unsubscribed.', fields: [] } : null,
  payload: {},
});
const made: OutcomeLine = { parent: parent('a'), task: sampleTask({ id: 'a' }), refusal: null };
const held = { ...made, parent: parent('b'), task: sampleTask({ id: 'b', commands: [command('held')] }) };
const refused = {
  ...made,
  parent: parent('c'),
  task: sampleTask({ id: 'c', commands: [command('failed')] }),
};
const notMade: OutcomeLine = { parent: parent('d'), task: null, refusal: 'No such prospect.' };
const undone: OutcomeLine = { parent: parent('e'), task: null, refusal: null, takenBack: true };

describe('a create for several people', () => {
  it('is tried again only for those who have no task', () => {
    expect(tryAgain([made, held, refused, notMade, undone])).toEqual({
      parents: [notMade.parent],
      commandIds: [command('failed').id],
    });
  });

  it('counts those who were refused', () => {
    const body = { vendor: 'saleshandy' } as Parameters<typeof outcomeWords>[0]['body'];
    expect(outcomeWords({ body, lines: [made, held] })).toBe('2 tasks created for Saleshandy.');
    expect(outcomeWords({ body, lines: [made, refused, notMade] })).toBe(
      '1 of 3 tasks created for Saleshandy, 2 refused.',
    );
  });

  it('shows the newer result of a person in the older one’s place', () => {
    const task = sampleTask({ id: 'd' });
    const results = [{ ok: true as const, parent: notMade.parent, task }];
    expect(withResults([notMade, made], { results })).toEqual([{ ...notMade, task, refusal: null }, made]);
  });
});
