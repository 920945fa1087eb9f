import { describe, expect, it } from 'vitest';

import type { TaskDraft } from '#contract/new-task';

import { VendorError } from '../port';
import type { Send } from '../port';
import { saleshandyAdapter } from './adapter';

const draft: TaskDraft = {
  vendor: 'saleshandy',
  type: '9',
  title: '',
  text: 'A note',
  priority: 'low',
  due: null,
  assigneeId: null,
  parents: [{ kind: 'prospect', id: 'p1', name: 'Anna Weber' }],
  media: [],
  progress: false,
  createdDate: null,
};
const failing = (kind: 'down' | 'refused' | 'unreadable' | 'limited') =>
  new VendorError({ kind, message: `It said ${kind}.`, fields: [] }, { effect: 'none' });

/** A vendor that answers each call, “METHOD /path”, as given, and the calls it got; an error is thrown. */
function vendorWith(answers: Record<string, unknown>): { send: Send; calls: string[] } {
  const calls: string[] = [];
  const send: Send = ({ method, path, query }) => {
    const search = query?.search === undefined ? '' : `?${query.search}`;
    const call = `${method} ${path}${search}`;
    calls.push(call);
    const answer = answers[call];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? {});
  };
  return { send, calls };
}
const created = (...results: unknown[]) => ({
  'POST /tasks/create': { message: 'ok', payload: { results } },
});
const made = created({ prospectId: 'p1', taskId: 't1', success: true });

describe('an answer of Saleshandy that tells little', () => {
  it('to a create leaves the due date open when it cannot be read now', async () => {
    const { send } = vendorWith({ ...made, 'GET /tasks/t1': failing('limited') });
    await expect(saleshandyAdapter.createTask(send, draft)).resolves.toMatchObject({
      vendorTaskId: 't1',
      text: 'A note',
      priority: 'low',
      due: null,
    });
  });

  it('to a create with a due date is not asked again', async () => {
    const { send, calls } = vendorWith(made);
    const due = { kind: 'date' as const, date: '2026-04-22' };
    await expect(saleshandyAdapter.createTask(send, { ...draft, due })).resolves.toMatchObject({ due });
    expect(calls).toEqual(['POST /tasks/create']);
  });

  it.each([[[]], [[{ prospectId: 'p1', taskId: null, success: true }]]])(
    'to a create, with the results %j, leaves open whether a task was made',
    async (results) => {
      const { send } = vendorWith(created(...results));
      await expect(saleshandyAdapter.createTask(send, draft)).rejects.toMatchObject({
        kind: 'unreadable',
        effect: 'unknown',
      });
    },
  );

  it('to a snooze is completed by the task itself', async () => {
    const short = { taskId: 't1', status: 'snoozed', snoozedUntil: '2026-04-25T00:00:00.000Z' };
    const { send } = vendorWith({
      'POST /tasks/t1/snooze': { message: 'ok', payload: { task: short } },
      'GET /tasks/t1': { payload: { ...short, taskType: '11', taskNote: 'A note' } },
    });
    const due = { kind: 'date' as const, date: '2026-04-25' };
    await expect(saleshandyAdapter.editTask(send, 't1', { due })).resolves.toMatchObject({
      due,
      channel: 'call',
      text: 'A note',
    });
  });

  it('to a note leaves what was sent when the task cannot be read', async () => {
    const { send } = vendorWith({ 'GET /tasks/t1': failing('down') });
    const edited = await saleshandyAdapter.editTask(send, 't1', { text: 'New' });
    expect(edited).toMatchObject({ vendorTaskId: 't1', text: 'New' });
  });
});

describe('a change of date and note', () => {
  const changes = { text: 'New', due: { kind: 'date' as const, date: '2026-04-25' } };

  it('leaves the note alone when the date is refused', async () => {
    const { send, calls } = vendorWith({ 'POST /tasks/t1/snooze': failing('refused') });
    await expect(saleshandyAdapter.editTask(send, 't1', changes)).rejects.toMatchObject({ kind: 'refused' });
    expect(calls).toEqual(['POST /tasks/t1/snooze']);
  });

  it('says that the date is changed when only the note was refused', async () => {
    const { send } = vendorWith({ 'PATCH /tasks/t1/note': failing('refused') });
    await expect(saleshandyAdapter.editTask(send, 't1', changes)).rejects.toMatchObject({
      kind: 'refused',
      message: 'The due date was changed, the note was not. It said refused.',
      fields: [{ path: 'text' }],
    });
  });

  it('may be sent again whole when the note had no chance', async () => {
    const { send } = vendorWith({ 'PATCH /tasks/t1/note': failing('limited') });
    await expect(saleshandyAdapter.editTask(send, 't1', changes)).rejects.toMatchObject({
      kind: 'limited',
      effect: 'none',
    });
  });
});

describe('the people at Saleshandy', () => {
  const team = {
    'GET /user/team-member-list': { payload: [{ id: 'u1', firstName: 'Ada', lastName: 'Rep' }] },
  };

  it('are the team where no list of assignees can be read', async () => {
    for (const error of [failing('refused'), failing('unreadable')]) {
      const { send } = vendorWith({ ...team, 'GET /tasks/assignee/list': error });
      await expect(saleshandyAdapter.listMembers(send)).resolves.toEqual([
        { id: 'u1', name: 'Ada Rep', email: null },
      ]);
    }
    const { send } = vendorWith({ ...team, 'GET /tasks/assignee/list': failing('down') });
    await expect(saleshandyAdapter.listMembers(send)).rejects.toMatchObject({ kind: 'down' });
  });

  it('are found by their whole name where the search knows only single words', async () => {
    const named = (id: string, first: string) => ({
      id,
      attributes: [
        { key: 'First Name', value: first },
        { key: 'Last Name', value: 'Weber' },
      ],
    });
    const { send } = vendorWith({
      'GET /prospects?Anna Weber': { payload: [] },
      'GET /prospects?weber': { payload: [named('p1', 'Anna'), named('p2', 'Bert')] },
    });
    await expect(saleshandyAdapter.searchParents(send, 'Anna Weber')).resolves.toMatchObject([{ id: 'p1' }]);
  });
});
