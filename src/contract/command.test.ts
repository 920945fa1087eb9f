import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { emptiedFields, newCommand } from './command';
import { fieldErrors } from './errors';

const command = () => ({ id: randomUUID(), kind: 'complete', taskIds: [randomUUID()] });
const complaints = (more: object) => {
  const { error } = newCommand.safeParse({ ...command(), ...more });
  return error === undefined ? [] : fieldErrors(error);
};

describe('a command', () => {
  it.each([
    {},
    { kind: 'ignore' },
    { kind: 'snooze', until: { kind: 'date', date: '2026-03-10' } },
    { kind: 'edit', changes: { title: '' } },
    { kind: 'edit', changes: { due: null }, seen: { due: null } },
    { kind: 'edit', changes: { assigneeId: null } },
  ])('%j is taken', (more) => {
    expect(complaints(more)).toEqual([]);
  });

  it.each([
    [{ taskIds: [] }, 'taskIds', 'Choose at least one task.'],
    [
      { taskIds: Array.from({ length: 1001 }, () => randomUUID()) },
      'taskIds',
      'At most 1,000 tasks at once.',
    ],
    [{ kind: 'edit' }, 'changes', expect.any(String)],
    [{ kind: 'edit', changes: {} }, 'changes', 'Change at least one field.'],
    [{ kind: 'edit', changes: { assigneeId: '' } }, 'changes.assigneeId', 'Choose who does it.'],
    [
      { kind: 'edit', changes: { title: 'x'.repeat(501) } },
      'changes.title',
      'Keep the title under 500 characters.',
    ],
    [
      { kind: 'edit', changes: { status: 'completed' } },
      'changes.status',
      '“status” is not known here. Remove it.',
    ],
    [
      { kind: 'snooze', until: { kind: 'date', date: '2026-02-30' } },
      'until.date',
      'This date does not exist. Check day and month.',
    ],
    [{ kind: 'complete', until: null }, 'until', '“until” is not known here. Remove it.'],
    [{ kind: 'create' }, 'kind', expect.any(String)],
  ])('%j is refused at %s', (more, path, message) => {
    expect(complaints(more)).toContainEqual({ path, message });
  });
});

describe('an edit that empties a field', () => {
  it('is refused in words where the vendor needs the field, and taken where it does not', () => {
    const changes = { due: null, assigneeId: null };
    expect(emptiedFields('lemlist', changes)).toEqual([
      { path: 'assigneeId', message: 'lemlist needs somebody for the task. Choose who does it.' },
      { path: 'due', message: 'lemlist needs a due. Choose a day.' },
    ]);
    expect(emptiedFields('saleshandy', { due: null })).toEqual([
      { path: 'due', message: 'Saleshandy needs a due. Choose a day.' },
    ]);
    expect(emptiedFields('leadlex', changes)).toEqual([]);
    expect(emptiedFields('lemlist', { title: '' })).toEqual([]);
  });
});
