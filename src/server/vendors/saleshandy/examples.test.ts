import { expect, it } from 'vitest';

import type { TaskDraft } from '#contract/new-task';

import type { Send, SendRequest } from '../port';
import { saleshandyAdapter } from './adapter';

const draft: TaskDraft = {
  vendor: 'saleshandy',
  type: '13',
  title: '',
  text: 'Call to follow up on the proposal sent yesterday.',
  priority: 'medium',
  due: { kind: 'date', date: '2026-04-22' },
  assigneeId: null,
  parents: [{ kind: 'prospect', id: '8PvBmrB7P7', name: 'Anna Weber' }],
  media: [],
  progress: false,
  createdDate: null,
};
const results = [
  { prospectId: 'Pr9xQ2Lm', taskId: '7PWYDWW7zo', success: true },
  { prospectId: 'Pr4Kb8Qw', taskId: 'Mw5Mjoo1wb', success: true },
  { prospectId: 'INVALIDxx', taskId: null, success: false },
];

/** A vendor that gives the answer of the page Create Task to every call. */
function vendor(): { send: Send; asked: SendRequest[] } {
  const asked: SendRequest[] = [];
  const send: Send = (request) => {
    asked.push(request);
    return Promise.resolve({ message: 'Task created successfully', payload: { results } });
  };
  return { send, asked };
}

it('the request of the page Create Task is sent as it stands there', async () => {
  const { send, asked } = vendor();
  await saleshandyAdapter.createTask(send, draft);
  expect(asked).toEqual([
    {
      method: 'POST',
      path: '/tasks/create',
      body: {
        prospectIds: ['8PvBmrB7P7'],
        taskType: '13',
        priority: '3',
        dueDate: '2026-04-22',
        taskNote: 'Call to follow up on the proposal sent yesterday.',
      },
    },
  ]);
});

const forProspect = (id: string): TaskDraft => ({
  ...draft,
  parents: [{ kind: 'prospect', id, name: 'Anna Weber' }],
});

it.each(results.filter((row) => row.success))(
  'the answer of the page Create Task gives $prospectId the task $taskId',
  async ({ prospectId, taskId }) => {
    const created = await saleshandyAdapter.createTask(vendor().send, forProspect(prospectId));
    expect(created).toMatchObject({
      vendorTaskId: taskId,
      parents: [{ kind: 'prospect', id: prospectId }],
      due: draft.due,
      priority: 'medium',
    });
  },
);

it('the answer of the page Create Task tells INVALIDxx at the prospect that it has none', async () => {
  const failure = saleshandyAdapter.createTask(vendor().send, forProspect('INVALIDxx'));
  await expect(failure).rejects.toMatchObject({
    kind: 'refused',
    effect: 'none',
    fields: [{ path: 'parents' }],
  });
});
