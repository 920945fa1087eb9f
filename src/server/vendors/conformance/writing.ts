import { expect, it } from 'vitest';

import type { TaskChange } from '#contract/command';
import type { TaskDraft } from '#contract/new-task';
import { editableFields, priorities, vendorRules, vendorTaskType } from '#contract/vendors';
import type { Priority, Vendor } from '#contract/vendors';

import type { VendorTask } from '../port';
import { failureOf, listed, start } from './vendor-under-test';
import type { Conformance, VendorUnderTest } from './vendor-under-test';

/** An answer need not tell the media, so each adapter's own tests look at those. */
const fieldsBesideMedia = editableFields.filter((field) => field !== 'media');

/** What a vendor is told: each field there and back, and what becomes of a task. */
export function describeWriting(subject: Conformance): void {
  describeFields(subject);
  describeActions(subject);
}

function describeFields(subject: Conformance): void {
  const rules = vendorRules[subject.adapter.vendor];

  it.each(rules.types.filter((type) => type.creatable).map((type) => type.value))(
    'brings a new task of type %s back as it was sent',
    async (type) => {
      const { adapter, vendor, send } = await start(subject);
      const task: TaskDraft = { ...vendor.newTask, type, media: [] };
      const created = await adapter.createTask(send, task);
      for (const found of [created, await listed(adapter, send, created.vendorTaskId)]) {
        expect(found).toMatchObject({
          status: 'pending',
          channel: rules.types.find((one) => one.value === type)?.channel,
          title: task.title,
          text: task.text,
          priority: task.priority,
          due: task.due,
          assigneeId: task.assigneeId,
          campaignId: null,
          outbound: false,
        });
      }
      for (const { kind, id } of task.parents) expect(created.parents).toContainEqual({ kind, id });
    },
  );

  it.each(rules.priorities)(
    'brings the priority %s back from a new task, and from a changed one where it can be changed',
    async (priority) => {
      const { adapter, vendor, send } = await start(subject);
      const created = await adapter.createTask(send, { ...vendor.newTask, priority });
      expect((await listed(adapter, send, created.vendorTaskId))?.priority).toBe(priority);
      if (!rules.edit.includes('priority')) return;
      const another = rules.priorities.find((one) => one !== priority)!;
      await adapter.editTask(send, created.vendorTaskId, { priority: another });
      const edited = await adapter.editTask(send, created.vendorTaskId, { priority });
      expect(edited.priority).toBe(priority);
      expect((await listed(adapter, send, created.vendorTaskId))?.priority).toBe(priority);
    },
  );

  it('changes the fields that were named and no other', async () => {
    const { adapter, vendor, send } = await start(subject);
    const created = await adapter.createTask(send, vendor.newTask);
    const expected: VendorTask = { ...created, media: null };
    for (const changes of changesFor(vendor)) {
      const edited = await adapter.editTask(send, created.vendorTaskId, changes);
      Object.assign(expected, asListed(changes, adapter.vendor));
      expect({ ...edited, media: null, parents: expected.parents }).toEqual(expected);
      const found = await listed(adapter, send, created.vendorTaskId);
      expect({ ...found, media: null, parents: expected.parents }).toEqual(expected);
    }
  });

  const emptiable = (['assigneeId', 'due'] as const).filter((field) => rules.edit.includes(field));
  it.each(emptiable.filter((field) => rules.clear.includes(field)))(
    'takes the field %s away',
    async (field) => {
      const { adapter, vendor, send } = await start(subject);
      const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
      expect((await adapter.editTask(send, vendorTaskId, { [field]: null }))[field]).toBeNull();
      expect((await listed(adapter, send, vendorTaskId))?.[field]).toBeNull();
    },
  );

  it.each(emptiable.filter((field) => !rules.clear.includes(field)))(
    'refuses to take the field %s away, which the vendor needs, at it',
    async (field) => {
      const { adapter, vendor, send } = await start(subject);
      const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
      const failure = await failureOf(adapter.editTask(send, vendorTaskId, { [field]: null }));
      expect(failure).toMatchObject({ kind: 'refused', effect: 'none', fields: [{ path: field }] });
    },
  );

  const beyond = priorities.filter((priority) => !rules.priorities.includes(priority));
  const unknown = rules.edit.includes('priority') ? beyond : [];
  it.each(unknown)(
    'refuses the priority %s, which the vendor does not know, at its field',
    async (priority: Priority) => {
      const { adapter, vendor, send } = await start(subject);
      const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
      const failure = await failureOf(adapter.editTask(send, vendorTaskId, { priority }));
      expect(failure).toMatchObject({ kind: 'refused', effect: 'none', fields: [{ path: 'priority' }] });
    },
  );

  const fixed = fieldsBesideMedia.filter((field) => !rules.edit.includes(field));
  it.each(fixed)('refuses a change of the field %s, which the vendor cannot change, at it', async (field) => {
    const { adapter, vendor, send } = await start(subject);
    const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
    const failure = await failureOf(
      adapter.editTask(send, vendorTaskId, { [field]: changeOf(vendor)[field] }),
    );
    expect(failure).toMatchObject({ kind: 'refused', effect: 'none', fields: [{ path: field }] });
  });
}

function describeActions(subject: Conformance): void {
  const { ignore, complete, callOutcomes } = vendorRules[subject.adapter.vendor];
  const [outcome = null] = callOutcomes;
  it.each(['completeTask', ...(ignore === 'one-way' ? (['ignoreTask'] as const) : [])] as const)(
    '%s takes the task out of the list of pending ones',
    async (action) => {
      const { adapter, vendor, send } = await start(subject);
      const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
      const { vendorTaskId: other } = await adapter.createTask(send, vendor.newTask);
      await adapter[action](send, vendorTaskId, outcome);
      await expect(vendor.pendingIds()).resolves.toEqual([other]);
      const found = await listed(adapter, send, vendorTaskId);
      expect(found === undefined || found.status !== 'pending').toBe(true);
    },
  );

  it.each(ignore === 'board' ? ['ignore'] : [])(
    'refuses to %s where the vendor knows no such thing',
    async () => {
      const { adapter, vendor, send } = await start(subject);
      const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
      const failure = await failureOf(adapter.ignoreTask(send, vendorTaskId));
      expect(failure).toMatchObject({ kind: 'refused', effect: 'none' });
      await expect(vendor.pendingIds()).resolves.toEqual([vendorTaskId]);
    },
  );

  it.each(complete === 'reversible' ? ['reopens'] : [])('%s a completed task', async () => {
    const { adapter, vendor, send } = await start(subject);
    const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
    const before = await listed(adapter, send, vendorTaskId);
    await adapter.completeTask(send, vendorTaskId, outcome);
    await adapter.reopenTask!(send, vendorTaskId);
    expect(await listed(adapter, send, vendorTaskId)).toEqual(before);
  });

  it('names the field that the vendor refuses, in words without codes', async () => {
    const { adapter, vendor, send } = await start(subject);
    const { task, changes, path } = vendor.refusedChange;
    const { vendorTaskId } = await adapter.createTask(send, task);
    const failure = await failureOf(adapter.editTask(send, vendorTaskId, changes));
    expect(failure).toMatchObject({ kind: 'refused', effect: 'none', fields: [{ path }] });
    expect(failure.message).not.toMatch(/\d{3}|[A-Z]{3,}_/);
  });
}

/** Each field that the vendor can change alone, and then all text emptied that may be empty. */
function changesFor(vendor: VendorUnderTest): TaskChange[] {
  const { edit, title } = vendorRules[vendor.newTask.vendor];
  const all = changeOf(vendor);
  const single = fieldsBesideMedia
    .filter((field) => edit.includes(field))
    .map((field) => ({ [field]: all[field] }));
  return [...single, title === 'optional' ? { title: '', text: '' } : { text: '' }];
}

/** Another value for each field, whether or not the vendor can change it. */
function changeOf({ newTask, otherAssigneeId }: VendorUnderTest) {
  const rules = vendorRules[newTask.vendor];
  const date = { kind: 'date', date: '2031-02-03' } as const;
  const instant = { kind: 'instant', at: '2031-02-03T04:05:06.789Z' } as const;
  return {
    title: 'Another title',
    text: 'Another text',
    due: rules.due.kinds.includes('instant') ? instant : date,
    priority: newTask.priority === 'low' ? 'medium' : 'low',
    assigneeId: otherAssigneeId,
    type: rules.types.find((type) => type.creatable && type.value !== newTask.type)!.value,
    progress: !newTask.progress,
  } satisfies Required<Omit<TaskChange, 'media'>>;
}

/** What a change makes of the vendor's picture of the task; `channel` follows the type. */
function asListed({ type, ...fields }: TaskChange, vendor: Vendor): Partial<VendorTask> {
  return {
    ...(fields as Partial<VendorTask>),
    ...(type === undefined ? {} : { vendorType: type, channel: vendorTaskType(vendor, type).channel }),
  };
}
