import { describe, expect, it } from 'vitest';

import type { CommandState } from '#contract/command';
import type { TaskHistory } from '#contract/command-result';

import { historyEntry } from './history-words';

type Item = TaskHistory['items'][number];

const around = {
  vendor: 'lemlist' as const,
  vendorLabel: 'lemlist',
  members: [{ id: 'usr_ada', name: 'Ada Berg', email: null }],
  now: new Date('2026-03-10T10:00:00Z'),
  clock: { zone: 'Europe/Berlin' },
};
const item = (parts: Partial<Item>): Item => ({
  id: '0193a000-0000-4000-8000-000000000001',
  kind: 'complete',
  state: 'sent',
  who: 'Ada Berg',
  attempts: 1,
  settledBy: null,
  decision: null,
  undoneBy: null,
  lateUndo: null,
  refusals: [],
  createdAt: '2026-03-10T09:00:00.000Z',
  settledAt: null,
  changes: [],
  failure: null,
  ...parts,
});

describe('a line of the history', () => {
  it.each<[CommandState, string, string]>([
    ['sent', 'Completed', 'lemlist has it'],
    ['held', 'Completing', 'not sent to lemlist yet'],
    ['sending', 'Completing', 'on its way to lemlist'],
    ['uncertain', 'Completing', 'the answer was lost, checking at lemlist'],
    ['cancelled', 'Completing', 'undone, lemlist never heard of it'],
  ])('says what is so while the command is %s', (state, title, outcome) => {
    const attempts = state === 'held' ? 0 : 1;
    expect(historyEntry(item({ state, attempts }), around)).toMatchObject({
      title,
      outcome,
      who: 'Ada Berg',
    });
  });

  it.each<[Partial<Item>, string]>([
    [{ attempts: 3 }, 'lemlist has it, after 3 attempts'],
    [{ state: 'held', attempts: 1 }, 'waiting to be sent again to lemlist, after one attempt'],
    [{ settledBy: 'listing' }, 'the answer was lost, lemlist’s list shows it'],
    [
      { settledBy: 'rep', decision: { as: 'done', who: 'Ben Okoro', at: '2026-03-10T09:05:00.000Z' } },
      'the answer was lost, Ben Okoro saw it at lemlist',
    ],
    [
      { settledBy: 'vendor', decision: { as: 'again', who: null, at: '2026-03-10T09:05:00.000Z' } },
      'lemlist has it, sent again on the word of a rep',
    ],
  ])('tells how it ended: %j', (parts, outcome) => {
    expect(historyEntry(item(parts), around).outcome).toBe(outcome);
  });

  it('says that a change was not sent over another one', () => {
    const failure = { kind: 'refused' as const, message: 'No.', fields: [], conflict: true as const };
    expect(historyEntry(item({ state: 'failed', failure }), around).outcome).toBe(
      'someone else changed the same at lemlist',
    );
  });

  it('gives the vendor’s own answer when it refused', () => {
    const failure = { kind: 'refused' as const, message: 'This task is not a LinkedIn task.', fields: [] };
    expect(historyEntry(item({ kind: 'edit', state: 'failed', failure }), around)).toMatchObject({
      title: 'Not changed',
      tone: 'failed',
      outcome: 'lemlist says: This task is not a LinkedIn task.',
    });
  });

  it.each<[Partial<Item>, string, string]>([
    [{ state: 'cancelled' }, 'undone, lemlist never heard of it', 'undone'],
    [
      { state: 'cancelled', undoneBy: { who: 'Ben Okoro' } },
      'undone by Ben Okoro, lemlist never heard of it',
      'undone',
    ],
    [
      {
        state: 'cancelled',
        undoneBy: { who: null },
        failure: { kind: 'refused', message: 'No.', fields: [] },
      },
      'discarded by another rep. lemlist says: No.',
      'discarded',
    ],
    [{}, 'lemlist has it', 'answered'],
    [{ settledBy: 'listing' }, 'the answer was lost, lemlist’s list shows it', 'seen in the list'],
  ])('never says that a change was answered that never left: %j', (parts, outcome, word) => {
    const at = '2026-03-10T09:06:00.000Z';
    expect(historyEntry(item({ settledAt: at, ...parts }), around)).toMatchObject({
      outcome,
      settled: { word, at },
    });
  });

  it('keeps what was refused before it was tried again, and an undo that came too late', () => {
    const [at, againAt, askedAt] = ['09:01', '09:05', '09:07'].map((time) => `2026-03-10T${time}:00.000Z`);
    const { notes } = historyEntry(
      item({
        refusals: [{ message: 'User not found.', at: at!, who: 'Ben Okoro', againAt: againAt! }],
        lateUndo: { who: null, at: askedAt! },
      }),
      around,
    );
    expect(notes).toEqual([
      { words: 'Refused. lemlist says: User not found.', at },
      { words: 'Tried again by Ben Okoro', at: againAt },
      { words: 'Undo by a rep came too late: lemlist had it by then', at: askedAt },
    ]);
  });

  it('shows old and new of each field in words', () => {
    const changes = [
      { field: 'title', before: '', after: 'Call Anna' },
      { field: 'assigneeId', before: 'usr_gone', after: 'usr_ada' },
      { field: 'priority', before: 'none', after: 'high' },
      { field: 'media', before: [], after: [{ kind: 'image', url: 'https://x.de/a.png' }] },
      { field: 'status', before: 'pending', after: 'completed' },
    ];
    expect(historyEntry(item({ kind: 'edit', changes }), around).changes).toEqual([
      { label: 'Title', before: 'nothing', after: 'Call Anna' },
      { label: 'Assignee', before: 'someone else', after: 'Ada Berg' },
      { label: 'Priority', before: 'No priority', after: 'High priority' },
      { label: 'Images and videos', before: '0 links', after: '1 link' },
      { label: 'Status', before: 'Pending', after: 'Completed' },
    ]);
  });

  it('never says that the vendor has what this board alone keeps', () => {
    const changes = [{ field: 'boardOnly', before: false, after: true }];
    expect(historyEntry(item({ kind: 'ignore', changes }), around)).toMatchObject({
      title: 'Ignored',
      outcome: 'on this board only',
      changes: [],
    });
  });

  it('of a new task and of a call’s end there is nothing that was before', () => {
    const changes = [{ field: 'title', before: null, after: 'Call Anna' }];
    expect(historyEntry(item({ kind: 'create', changes }), around).changes).toEqual([
      { label: 'Title', before: null, after: 'Call Anna' },
    ]);
    const outcome = [{ field: 'outcome', before: null, after: 'Interested' }];
    expect(historyEntry(item({ changes: outcome }), around).changes).toEqual([
      { label: 'Outcome', before: null, after: 'Interested' },
    ]);
  });

  it('names a type and the progress in words', () => {
    const changes = [
      { field: 'type', before: '12', after: '13' },
      { field: 'progress', before: false, after: true },
    ];
    const there = { ...around, vendor: 'saleshandy' as const };
    expect(historyEntry(item({ kind: 'edit', changes }), there).changes).toEqual([
      { label: 'Type', before: 'Demo call', after: 'Follow-up call' },
      { label: 'Progress', before: 'not begun', after: 'in progress' },
    ]);
  });
});
