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
  zone: 'Europe/Berlin',
};
const item = (parts: Partial<Item>): Item => ({
  id: '0193a000-0000-4000-8000-000000000001',
  kind: 'complete',
  state: 'sent',
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
    expect(historyEntry(item({ state }), around)).toMatchObject({ title, outcome });
  });

  it('gives the vendor’s own answer when it refused', () => {
    const failure = { kind: 'refused' as const, message: 'This task is not a LinkedIn task.', fields: [] };
    expect(historyEntry(item({ kind: 'edit', state: 'failed', failure }), around)).toMatchObject({
      title: 'Changing',
      tone: 'failed',
      outcome: 'lemlist says: This task is not a LinkedIn task.',
    });
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
