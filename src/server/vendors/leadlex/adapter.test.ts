import { randomUUID } from 'node:crypto';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { TaskDraft } from '#contract/new-task';
import { createLeadlexWorkspace } from '#sandbox/leadlex/workspace';
import type { LeadlexWorkspace } from '#sandbox/leadlex/workspace';

import { describeConformance } from '../conformance';
import { practiceVendor } from '../conformance/practice-vendor';
import { sendTo } from '../conformance/vendor-under-test';
import type { VendorUnderTest } from '../conformance/vendor-under-test';
import type { Send } from '../port';
import { leadlexAdapter } from './adapter';

const { clock, db, control, account } = practiceVendor('leadlex', '/v1');

describeConformance({ name: 'LeadLex', adapter: leadlexAdapter, startVendor });

describe('LeadLex', () => {
  it.each([
    { kind: 'date', date: '2026-03-29' },
    { kind: 'instant', at: '2026-03-29T01:30:00.250Z' },
    null,
  ] as const)('keeps the due %j as it is', async (due) => {
    const { send, newTask } = await start();
    const { vendorTaskId } = await leadlexAdapter.createTask(send, { ...newTask, due });
    expect(await listedTask(send, vendorTaskId)).toMatchObject({ due });
    await leadlexAdapter.editTask(send, vendorTaskId, { due: null });
    expect(await listedTask(send, vendorTaskId)).toMatchObject({ due: null });
    await leadlexAdapter.editTask(send, vendorTaskId, { due });
    expect(await listedTask(send, vendorTaskId)).toMatchObject({ due });
  });

  it('takes the assignee away and gives the task back to them', async () => {
    const { send, newTask } = await start();
    const { assigneeId } = newTask;
    const { vendorTaskId } = await leadlexAdapter.createTask(send, newTask);
    for (const changed of [{ assigneeId: null }, { assigneeId }]) {
      expect(await leadlexAdapter.editTask(send, vendorTaskId, changed)).toMatchObject(changed);
      expect(await listedTask(send, vendorTaskId)).toMatchObject(changed);
    }
  });

  it('links one task to a contact, a company, a deal and an event, and names them all', async () => {
    const { send, newTask, workspace, parents } = await start();
    const dealId = await workspace.deals.add({ title: 'Lease of the mill' });
    const eventId = await workspace.events.add({ title: 'Hearing' });
    const all = [
      ...parents,
      { kind: 'deal' as const, id: dealId, name: 'Lease of the mill' },
      { kind: 'event' as const, id: eventId, name: 'Hearing' },
    ];
    const created = await leadlexAdapter.createTask(send, { ...newTask, parents: all });
    expect(created.parents).toEqual(all.map(({ kind, id }) => ({ kind, id })));
    for await (const page of leadlexAdapter.listTasks(send)) {
      expect(page.tasks[0]?.parents).toEqual(created.parents);
      expect(page.records.map(({ kind, id, name }) => ({ kind, id, name }))).toEqual(all);
    }
  });

  it('finds a contact and a company by the name that was typed', async () => {
    const { send, newTask, parents } = await start();
    const named = parents.map((parent) => ({ ...parent, id: '' }));
    const { vendorTaskId } = await leadlexAdapter.createTask(send, { ...newTask, parents: named });
    expect((await listedTask(send, vendorTaskId))?.parents).toContainEqual({
      kind: 'contact',
      id: parents[0]?.id,
    });
  });

  it('offers the people of a name that several bear, each told apart', async () => {
    const { send, newTask, workspace } = await start();
    const ids = await workspace.contacts.addAll([
      { firstName: 'Jo', lastName: 'Marsh', email: 'jo@mill.example' },
      { firstName: 'Jo', lastName: 'Marsh', email: 'jo@quay.example' },
    ]);
    const draft = { ...newTask, parents: [{ kind: 'contact' as const, id: '', name: 'Jo Marsh' }] };
    const failure = await leadlexAdapter.createTask(send, draft).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'refused', effect: 'none', fields: [{ path: 'parents' }] });
    expect((failure as { candidates: { detail: string }[] }).candidates.toSorted(byDetail)).toEqual([
      { kind: 'contact', id: ids[0], name: 'Jo Marsh', detail: 'jo@mill.example' },
      { kind: 'contact', id: ids[1], name: 'Jo Marsh', detail: 'jo@quay.example' },
    ]);
    expect(await allTasks(send)).toEqual([]);
  });

  it('tells at the records that a name is unknown', async () => {
    const { send, newTask } = await start();
    const draft = { ...newTask, parents: [{ kind: 'contact' as const, id: '', name: 'Zacharias Quux' }] };
    await expect(leadlexAdapter.createTask(send, draft)).rejects.toMatchObject({
      kind: 'refused',
      fields: [{ path: 'parents' }],
    });
  });

  it('tells at the records that one of them is not there', async () => {
    const { send, newTask } = await start();
    const draft = { ...newTask, parents: [{ kind: 'contact' as const, id: randomUUID(), name: 'Gone' }] };
    await expect(leadlexAdapter.createTask(send, draft)).rejects.toMatchObject({
      kind: 'refused',
      fields: [{ path: 'parents' }],
    });
  });

  it('says that a key may not write tasks', async () => {
    const vendor = await startVendor({ permissions: [] });
    const failure = leadlexAdapter.createTask(sendTo(leadlexAdapter, vendor), vendor.newTask);
    await expect(failure).rejects.toMatchObject({ kind: 'refused', effect: 'none' });
    await expect(failure).rejects.toThrow(
      'LeadLex: this key may not write tasks (permission activities:write).',
    );
  });

  it('says that a task is no longer there', async () => {
    const { send, newTask, key } = await start();
    const { vendorTaskId } = await leadlexAdapter.createTask(send, newTask);
    await control('DELETE', `/tasks/${vendorTaskId}?key=${key}`);
    const edit = leadlexAdapter.editTask(send, vendorTaskId, { text: 'Later' });
    await expect(edit).rejects.toThrow('This task is no longer in LeadLex.');
  });

  it('lists completed tasks and begun ones for what they are', async () => {
    const { send, workspace, contactId } = await start();
    await workspace.tasks.addAll([
      { title: 'a', status: 'completed', contactId },
      { title: 'b', status: 'in_progress', contactId },
      { title: 'c', status: 'open', contactId },
    ]);
    const tasks = (await allTasks(send)).toSorted((a, b) => a.title.localeCompare(b.title));
    expect(tasks.map(({ status, progress }) => [status, progress])).toEqual([
      ['completed', false],
      ['pending', true],
      ['pending', false],
    ]);
  });

  it('keeps the date of its making and its own word for the type', async () => {
    const { send, key, newTask } = await start();
    const draft = { ...newTask, createdDate: '2026-01-02T03:04:05.000Z', type: 'Site visit', progress: true };
    const created = await leadlexAdapter.createTask(send, draft);
    expect(created).toMatchObject({ vendorType: 'Site visit', channel: 'manual', progress: true });
    const { tasks } = (await control('GET', `/tasks?key=${key}`)) as { tasks: { created_date: string }[] };
    expect(Date.parse(tasks[0]?.created_date ?? '')).toBe(Date.parse('2026-01-02T03:04:05.000Z'));
  });

  it('finds records of every kind by their name and tells them apart', async () => {
    const { send, workspace, parents } = await start();
    const startsAt = new Date('2026-03-12T10:00:00.000Z');
    await workspace.deals.add({ title: 'Weber lease', stage: 'Offer' });
    await workspace.deals.add({ title: 'Another' });
    await workspace.events.add({ title: 'Meeting Weber', startsAt });
    const found = await leadlexAdapter.searchParents(send, 'weber');
    expect(found).toEqual([
      { ...parents[0], detail: 'Weber Ltd · anna@weber.example' },
      expect.objectContaining({ ...parents[1] }),
      expect.objectContaining({ kind: 'deal', name: 'Weber lease', detail: 'Offer' }),
      expect.objectContaining({ kind: 'event', name: 'Meeting Weber', detail: '2026-03-12' }),
    ]);
  });

  it.each([
    [null, 10, 100],
    ['starter', 10, 100],
    ['pro', 50, 1000],
    ['org', 200, 10_000],
  ])(
    'on the plan %s makes at most %i calls a minute and %i a day, listings well within',
    (plan, minute, day) => {
      expect(leadlexAdapter.budgets(plan)).toEqual([
        { requests: minute, perMs: 60_000 },
        { requests: day, perMs: 86_400_000 },
      ]);
      expect(86_400_000 / leadlexAdapter.pullEveryMs(plan)).toBeLessThanOrEqual(day * 0.45);
    },
  );
});

const byDetail = (a: { detail: string }, b: { detail: string }) => a.detail.localeCompare(b.detail);

async function allTasks(send: Send) {
  const pages = [];
  for await (const page of leadlexAdapter.listTasks(send)) pages.push(page);
  return pages.flatMap((page) => page.tasks);
}

async function listedTask(send: Send, id: string) {
  return (await allTasks(send)).find((task) => task.vendorTaskId === id);
}

async function start() {
  const vendor = await startVendor();
  onTestFinished(() => vendor.close());
  return { ...vendor, send: sendTo(leadlexAdapter, vendor) };
}

/** Half of what the largest plan allows in a minute. */
const halfAMinute = { requests: 100, perMs: 60_000 };

type Started = VendorUnderTest & {
  workspace: LeadlexWorkspace;
  contactId: string;
  parents: TaskDraft['parents'];
};

async function startVendor(more: { permissions?: [] } = {}): Promise<Started> {
  const key = `wbk_${randomUUID()}`;
  const workspace = await createLeadlexWorkspace(db(), { key, now: clock.now(), ...more });
  const assigneeId = await workspace.users.add({ fullName: 'Ada Counsel' });
  const otherAssigneeId = await workspace.users.add({ fullName: 'Ben Counsel' });
  const companyId = await workspace.companies.add({ name: 'Weber Ltd' });
  const contactId = await workspace.contacts.add({
    firstName: 'Anna',
    lastName: 'Weber',
    email: 'anna@weber.example',
    companyId,
  });
  const parents = [
    { kind: 'contact' as const, id: contactId, name: 'Anna Weber' },
    { kind: 'company' as const, id: companyId, name: 'Weber Ltd' },
  ];
  const task = newTask(assigneeId, parents);
  return {
    workspace,
    contactId,
    parents,
    ...account(key, halfAMinute),
    seedTasks: () =>
      workspace.tasks.addAll(
        Array.from({ length: 250 }, (_, index) => ({ title: `Task ${index}`, assigneeId, contactId })),
      ),
    pendingIds: async () => {
      const { tasks } = (await control('GET', `/tasks?key=${key}`)) as {
        tasks: { id: string; status: string }[];
      };
      return tasks.filter((one) => one.status !== 'completed').map((one) => one.id);
    },
    newTask: task,
    otherAssigneeId,
    refusedChange: { task, changes: { assigneeId: 'nobody' }, path: 'assigneeId' },
  };
}

function newTask(assigneeId: string, parents: TaskDraft['parents']): TaskDraft {
  return {
    vendor: 'leadlex',
    type: 'call',
    title: 'Call Anna – “today”',
    text: 'Ask about\nthe lease',
    priority: 'high',
    due: { kind: 'instant', at: '2026-03-11T08:30:00.250Z' },
    assigneeId,
    parents,
    media: [],
    progress: false,
    createdDate: null,
  };
}
