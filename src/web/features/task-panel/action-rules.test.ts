import { describe, expect, it } from 'vitest';

import type { OpenCommand, Task } from '#contract/task';

import { actionRules } from './action-rules';

function taskOf(parts: Partial<Task>): Task {
  return {
    id: '0193a000-0000-4000-8000-0000000000aa',
    version: 1,
    connectionId: '0193a000-0000-4000-8000-000000000001',
    vendor: 'lemlist',
    status: 'pending',
    channel: 'call',
    vendorType: 'phone',
    title: 'Call Anna',
    text: '',
    priority: 'none',
    due: null,
    assignee: null,
    campaign: null,
    parents: [],
    person: { name: null, company: null, jobTitle: null, email: null, phone: null, linkedin: null },
    media: [],
    outbound: false,
    closedElsewhere: false,
    createdAt: '2026-03-01T08:00:00.000Z',
    closedAt: null,
    commands: [],
    ...parts,
  };
}

function commandOf(parts: Partial<OpenCommand>): OpenCommand {
  return {
    id: '0193a000-0000-4000-8000-0000000000bb',
    kind: 'complete',
    state: 'held',
    holdUntil: '2026-03-01T08:00:08.000Z',
    createdAt: '2026-03-01T08:00:00.000Z',
    failure: null,
    payload: {},
    ...parts,
  };
}

describe('what can be done with a task', () => {
  it('is everything while it is pending', () => {
    expect(actionRules(taskOf({}))).toEqual({
      open: true,
      canEdit: true,
      canSnooze: true,
      canCopy: false,
      warning: null,
      notes: [],
    });
  });

  it('warns that completing may send the campaign’s message', () => {
    const { warning } = actionRules(
      taskOf({ outbound: true, campaign: { id: 'cam_1', name: 'Spring', state: null } }),
    );
    expect(warning).toContain('may send the message of the campaign “Spring”');
  });

  it('says that the vendor has no way back and offers a copy', () => {
    expect(actionRules(taskOf({ status: 'completed' }))).toMatchObject({
      open: false,
      canCopy: true,
      notes: ['lemlist has no way back from completed. You can make a copy as a new task.'],
    });
  });

  it.each(['held', 'sending', 'uncertain'] as const)('leaves that out while a command is %s', (state) => {
    expect(actionRules(taskOf({ status: 'completed', commands: [commandOf({ state })] }))).toMatchObject({
      canCopy: false,
      notes: [],
    });
  });

  it('is nothing but the failed create for a task that the vendor never took', () => {
    const commands = [commandOf({ kind: 'create', state: 'failed' })];
    expect(actionRules(taskOf({ commands }))).toMatchObject({ open: false, canEdit: false, canCopy: false });
  });
});
