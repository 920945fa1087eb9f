import { expect, it } from 'vitest';

import type { TaskDraft } from '#contract/new-task';

import type { Send, SendRequest } from '../port';
import { lemlistAdapter } from './adapter';

/** Answers in turn, and keeps what was asked. */
function vendorThatSays(...answers: unknown[]): { send: Send; asked: SendRequest[] } {
  const asked: SendRequest[] = [];
  const send: Send = (request) => {
    asked.push(request);
    return Promise.resolve(answers[asked.length - 1]);
  };
  return { send, asked };
}

const draft: TaskDraft = {
  vendor: 'lemlist',
  type: 'phone',
  title: '',
  text: '',
  priority: 'none',
  due: { kind: 'instant', at: '2025-02-10T09:58:57.169Z' },
  assigneeId: 'usr_7YzNqVRMCfdeHEzMn',
  parents: [{ kind: 'lead', id: 'lea_zUwSUPSxozD9fLVGw', name: 'Anna Weber' }],
  media: [],
  progress: false,
  createdDate: null,
};

it('the request of the page Create Task is sent, and its answer is read', async () => {
  const { send, asked } = vendorThatSays({
    _id: 'opp_LyXDV8KHzctQdLFpG',
    type: 'manual',
    title: 'Keep an eye on him',
    priority: 1,
    leadId: 'lea_fiDpiGV585wy3Oii2',
    campaignId: 'cam_bSn8EORHQxbWPjHvu',
    contactId: 'ctc_xW8Ou6C03Csv8vatp',
    dueDate: '2025-11-10T09:58:57.169Z',
    userId: 'usr_ahfFktBBHUIxbVG5P',
    content: 'does he have bandwidth to help us? would be grand',
  });
  expect(await lemlistAdapter.createTask(send, draft)).toMatchObject({
    vendorTaskId: 'opp_LyXDV8KHzctQdLFpG',
    vendorType: 'manual',
    title: 'Keep an eye on him',
    text: 'does he have bandwidth to help us? would be grand',
    priority: 'medium',
    due: { kind: 'instant', at: '2025-11-10T09:58:57.169Z' },
    assigneeId: 'usr_ahfFktBBHUIxbVG5P',
    campaignId: 'cam_bSn8EORHQxbWPjHvu',
    parents: [
      { kind: 'contact', id: 'ctc_xW8Ou6C03Csv8vatp' },
      { kind: 'lead', id: 'lea_fiDpiGV585wy3Oii2' },
    ],
  });
  expect(asked).toMatchObject([
    {
      method: 'POST',
      path: '/tasks',
      body: {
        type: 'phone',
        assignedTo: 'usr_7YzNqVRMCfdeHEzMn',
        dueDate: '2025-02-10T09:58:57.169Z',
        leadId: 'lea_zUwSUPSxozD9fLVGw',
      },
    },
  ]);
});

it('the answer of the page Update Task is read, which names no record', async () => {
  const { send, asked } = vendorThatSays({
    _id: 'opp_KNQOrrlGnLvEXDDS9',
    type: 'manual',
    title: 'Check him out',
    priority: 2,
    dueDate: '2025-10-31T07:58:00.000Z',
    userId: 'usr_ahfFktBBHUIxbVG5P',
    content: 'Really glad we started using lemlist',
  });
  const edited = await lemlistAdapter.editTask(send, 'opp_KNQOrrlGnLvEXDDS9', { title: 'Check him out' });
  expect(edited).toMatchObject({
    vendorTaskId: 'opp_KNQOrrlGnLvEXDDS9',
    title: 'Check him out',
    text: 'Really glad we started using lemlist',
    priority: 'high',
    due: { kind: 'instant', at: '2025-10-31T07:58:00.000Z' },
    assigneeId: 'usr_ahfFktBBHUIxbVG5P',
    campaignId: null,
    parents: [],
    outbound: false,
  });
  const body = { id: 'opp_KNQOrrlGnLvEXDDS9', title: 'Check him out' };
  expect(asked).toEqual([{ method: 'PATCH', path: '/tasks', body }]);
});

it('a task is completed by the body that the page Update Task shows', async () => {
  const { send, asked } = vendorThatSays({});
  await lemlistAdapter.completeTask(send, 'opp_abc123', null);
  expect(asked).toEqual([{ method: 'PATCH', path: '/tasks', body: { id: 'opp_abc123', done: true } }]);
});

it('the answer of the page Get Many Tasks is read, a task of no campaign and no record too', async () => {
  const inCampaign = {
    _id: 'opp_ouYzdLYGs4RcrHTfm',
    type: 'manual',
    title: 'Keep an eye on him',
    priority: 1,
    leadId: 'lea_mizMsAEkRrJuhouYe',
    campaignId: 'cam_9NsHPnykWESTncCW8',
    contactId: 'ctc_Rofmb6uNGyaPNZ2ni',
    dueDate: '2025-11-10T09:58:57.169Z',
    userId: 'usr_gmHgNGRcGPSTJrDbT',
    content: 'does he have bandwidth to help us? would be grand',
  };
  const alone = {
    _id: 'opp_muTZMDjKf7vtanEk9',
    type: 'manual',
    title: 'API Reference Illustration',
    priority: 2,
    dueDate: '2025-10-31T07:58:00.000Z',
    userId: 'usr_gmHgNGRcGPSTJrDbT',
    content: '',
  };
  const { send, asked } = vendorThatSays(
    { results: [inCampaign, alone], page: '0' },
    { results: [], page: '1' },
  );
  const pages = [];
  for await (const page of lemlistAdapter.listTasks(send)) pages.push(page);
  expect(pages.flatMap((page) => page.unreadable)).toEqual([]);
  const tasks = pages.flatMap((page) => page.tasks);
  expect(tasks.map(({ vendorTaskId, outbound, priority }) => [vendorTaskId, outbound, priority])).toEqual([
    ['opp_ouYzdLYGs4RcrHTfm', true, 'medium'],
    ['opp_muTZMDjKf7vtanEk9', false, 'high'],
  ]);
  expect(tasks[1]).toMatchObject({ parents: [], campaignId: null, text: '' });
  expect(asked[0]).toMatchObject({ method: 'GET', path: '/tasks', query: { page: '0' } });
});
