import { randomUUID } from 'node:crypto';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { TaskDraft } from '#contract/new-task';
import { createSaleshandyTeam } from '#sandbox/saleshandy/team';
import type { SaleshandyTeam } from '#sandbox/saleshandy/team';

import { describeConformance } from '../conformance';
import { practiceVendor } from '../conformance/practice-vendor';
import { sendTo } from '../conformance/vendor-under-test';
import type { VendorUnderTest } from '../conformance/vendor-under-test';
import type { TaskListPage } from '../port';
import { saleshandyAdapter } from './adapter';

const { clock, db, control, account } = practiceVendor('saleshandy', '/v1');

describeConformance({ name: 'Saleshandy', adapter: saleshandyAdapter, startVendor });

describe('the list of Saleshandy', () => {
  it('shows who each task is about, whose it is and what it belongs to', async () => {
    const { send, team, otherAssigneeId } = await start();
    const sequenceId = await team.sequences.add({ name: 'Spring outreach' });
    const prospectId = await team.prospects.add({
      firstName: 'Lena',
      lastName: 'Ost',
      email: 'lena@ost.example',
      company: 'Ost KG',
      phone: '+49 30 1',
      jobTitle: 'Head of Sales',
      linkedin: 'https://www.linkedin.com/in/lena-ost',
    });
    await team.tasks.add({ type: '3', prospectId, sequenceId, assigneeId: otherAssigneeId });
    const [page] = await everyPage(send);
    expect(page?.tasks).toMatchObject([
      { channel: 'linkedin', campaignId: sequenceId, assigneeId: otherAssigneeId, outbound: false },
    ]);
    const person = {
      name: 'Lena Ost',
      company: 'Ost KG',
      jobTitle: 'Head of Sales',
      email: 'lena@ost.example',
      phone: '+49 30 1',
      linkedin: 'https://www.linkedin.com/in/lena-ost',
    };
    expect(page?.records).toEqual([{ kind: 'prospect', id: prospectId, name: 'Lena Ost', person }]);
    await expect(saleshandyAdapter.listCampaigns(send)).resolves.toMatchObject([
      { id: sequenceId, name: 'Spring outreach' },
    ]);
  });

  it('shows tasks that are closed and when that was, but none closed long before the others', async () => {
    const { send, team, newTask } = await start();
    const prospectId = newTask.parents[0]!.id;
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 24 * 60 * 60 * 1000);
    await team.tasks.addAll(
      Array.from({ length: 250 }, (_, index) => ({
        prospectId,
        state: 'completed' as const,
        completedAt: daysAgo(index),
      })),
    );
    await team.tasks.add({ prospectId, state: 'skipped', skippedAt: daysAgo(1) });
    const tasks = (await everyPage(send)).flatMap((page) => page.tasks);
    expect(tasks.filter((task) => task.status === 'completed')).toHaveLength(100);
    expect(tasks.find((task) => task.status === 'completed')?.closedAt).toBe(daysAgo(0).toISOString());
    expect(tasks.find((task) => task.status === 'ignored')?.closedAt).toBe(daysAgo(1).toISOString());
  });

  it('shows a snoozed task as pending, due on the day that it sleeps until', async () => {
    const { send, newTask } = await start();
    const { vendorTaskId } = await saleshandyAdapter.createTask(send, newTask);
    const due = { kind: 'date' as const, date: '2026-04-01' };
    await expect(saleshandyAdapter.editTask(send, vendorTaskId, { due })).resolves.toMatchObject({ due });
    const tasks = (await everyPage(send)).flatMap((page) => page.tasks);
    expect(tasks).toMatchObject([{ vendorTaskId, status: 'pending', due }]);
  });
});

describe('a task at Saleshandy', () => {
  it('without a due date is due on the day that Saleshandy chose', async () => {
    const { send, newTask } = await start();
    await expect(saleshandyAdapter.createTask(send, { ...newTask, due: null })).resolves.toMatchObject({
      due: { kind: 'date', date: clock.now().toISOString().slice(0, 10) },
      text: newTask.text,
    });
  });

  it('that Saleshandy did not make is refused at the prospect, by name', async () => {
    const { key, send, newTask, pendingIds } = await start();
    const unknown = { kind: 'prospect' as const, id: 'nobody', name: 'Nora Body' };
    await expect(
      saleshandyAdapter.createTask(send, { ...newTask, parents: [unknown] }),
    ).rejects.toMatchObject({
      kind: 'refused',
      effect: 'none',
      message: expect.stringContaining('Nora Body') as string,
      fields: [{ path: 'parents' }],
    });
    await control('PUT', '/faults', { key, faults: [{ kind: 'partial-success' }] });
    await expect(saleshandyAdapter.createTask(send, newTask)).rejects.toMatchObject({
      kind: 'refused',
      fields: [{ path: 'parents' }],
    });
    await expect(pendingIds()).resolves.toEqual([]);
  });

  it('takes a new note and a new date in one change', async () => {
    const { send, newTask } = await start();
    const { vendorTaskId } = await saleshandyAdapter.createTask(send, newTask);
    const changes = { text: 'Another note', due: { kind: 'date' as const, date: '2026-05-01' } };
    await expect(saleshandyAdapter.editTask(send, vendorTaskId, changes)).resolves.toMatchObject(changes);
  });

  it('keeps its note when the date that came with a new one is refused', async () => {
    const { send, newTask } = await start();
    const { vendorTaskId } = await saleshandyAdapter.createTask(send, newTask);
    const changes = { text: 'Another note', due: { kind: 'date' as const, date: '2020-01-01' } };
    await expect(saleshandyAdapter.editTask(send, vendorTaskId, changes)).rejects.toMatchObject({
      kind: 'refused',
      effect: 'none',
      fields: [{ path: 'due' }],
    });
    const tasks = (await everyPage(send)).flatMap((page) => page.tasks);
    expect(tasks).toMatchObject([{ vendorTaskId, text: newTask.text, due: newTask.due }]);
  });

  it('that is a call asks how it ended before it is completed', async () => {
    const { key, send, newTask, pendingIds } = await start();
    const { vendorTaskId } = await saleshandyAdapter.createTask(send, { ...newTask, type: '11' });
    for (const outcome of [null, 'Nobody there']) {
      await expect(saleshandyAdapter.completeTask(send, vendorTaskId, outcome)).rejects.toMatchObject({
        kind: 'refused',
        effect: 'none',
        fields: [{ path: 'outcome' }],
      });
    }
    await expect(pendingIds()).resolves.toEqual([vendorTaskId]);
    await saleshandyAdapter.completeTask(send, vendorTaskId, 'Callback Later');
    const { tasks } = (await control('GET', `/tasks?key=${key}`)) as { tasks: { callOutcome: string }[] };
    expect(tasks.map((task) => task.callOutcome)).toEqual(['Callback Later']);
  });

  it('is completed without an outcome when it is no call', async () => {
    const { send, newTask, pendingIds } = await start();
    const { vendorTaskId } = await saleshandyAdapter.createTask(send, { ...newTask, type: '9' });
    await saleshandyAdapter.completeTask(send, vendorTaskId, null);
    await expect(pendingIds()).resolves.toEqual([]);
  });

  it('finds its prospect by a part of the name or the email', async () => {
    const { send, newTask } = await start();
    const [anna] = newTask.parents;
    for (const query of ['weber', 'Anna', 'anna@weber.example'])
      await expect(saleshandyAdapter.searchParents(send, query)).resolves.toEqual([
        { ...anna, detail: 'Weber Ltd · anna@weber.example' },
      ]);
    await expect(saleshandyAdapter.searchParents(send, 'nobody')).resolves.toEqual([]);
  });
});

async function start() {
  const vendor = await startVendor();
  onTestFinished(() => vendor.close());
  return { ...vendor, send: sendTo(saleshandyAdapter, vendor) };
}

async function everyPage(send: Parameters<typeof saleshandyAdapter.listTasks>[0]): Promise<TaskListPage[]> {
  const pages: TaskListPage[] = [];
  for await (const page of saleshandyAdapter.listTasks(send)) pages.push(page);
  return pages;
}

async function startVendor(): Promise<VendorUnderTest & { team: SaleshandyTeam }> {
  const key = `key-${randomUUID()}`;
  const team = await createSaleshandyTeam(db(), { key, now: clock.now() });
  const otherAssigneeId = await team.users.add({ name: 'Ben Rep', email: 'ben@team.example' });
  const prospectId = await team.prospects.add({
    firstName: 'Anna',
    lastName: 'Weber',
    email: 'anna@weber.example',
    company: 'Weber Ltd',
  });
  const task = newTask(prospectId);
  const [budget] = saleshandyAdapter.budgets(null);
  return {
    team,
    ...account(key, budget!),
    seedTasks: () =>
      team.tasks.addAll(
        Array.from({ length: 250 }, (_, index) => ({
          note: `Task ${index}`,
          prospectId,
          dueDate: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}`,
        })),
      ),
    pendingIds: async () => {
      const { tasks } = (await control('GET', `/tasks?key=${key}`)) as {
        tasks: { taskId: string; status: string }[];
      };
      const pending = tasks.filter(({ status }) => status !== 'completed' && status !== 'skipped');
      return pending.map(({ taskId }) => taskId);
    },
    newTask: task,
    otherAssigneeId,
    refusedChange: { task, changes: { due: { kind: 'date', date: '2020-01-01' } }, path: 'due' },
  };
}

function newTask(prospectId: string): TaskDraft {
  return {
    vendor: 'saleshandy',
    type: '13',
    title: '',
    text: 'Ask about\nthe pilot – “today”',
    priority: 'high',
    due: { kind: 'date', date: '2026-03-11' },
    assigneeId: null,
    parents: [{ kind: 'prospect', id: prospectId, name: 'Anna Weber' }],
    media: [],
    progress: false,
    createdDate: null,
  };
}
