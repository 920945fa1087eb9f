import { describe, expect, it } from 'vitest';

import type { OpenCommand, Task } from '#contract/task';
import { sampleTask } from '#testing/sample-task';

import { actionRules } from './action-rules';

const taskOf = (parts: Partial<Task>) => sampleTask({ id: '0193a000-0000-4000-8000-0000000000aa', ...parts });

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
      canStart: false,
      canReopen: false,
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

  it('is to reopen a completed task where the vendor can, and what is ignored on this board alone', () => {
    const done = taskOf({ vendor: 'leadlex', status: 'completed' });
    expect(actionRules(done)).toMatchObject({ canReopen: true, canCopy: true, notes: [] });
    const ignored = taskOf({ vendor: 'leadlex', status: 'ignored', boardOnly: true });
    expect(actionRules(ignored)).toMatchObject({ canReopen: true });
    expect(actionRules({ ...done, vendor: 'saleshandy' })).toMatchObject({ canReopen: false });
  });

  it('names what alone can be changed where that is little', () => {
    expect(actionRules(taskOf({ vendor: 'saleshandy', vendorType: '9' })).notes).toEqual([
      'Saleshandy lets only note and due be changed.',
    ]);
  });

  it('is to start it where the vendor knows begun tasks, and says where ignoring stays', () => {
    expect(actionRules(taskOf({ vendor: 'leadlex' }))).toMatchObject({
      canStart: true,
      notes: ['LeadLex knows no ignored tasks. Ignoring is kept on this board only.'],
    });
  });
});
