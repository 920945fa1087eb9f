import { expect, it } from 'vitest';

import { everyPage, failureOf, start } from './vendor-under-test';
import type { Conformance } from './vendor-under-test';

/** What a vendor is asked: its list of tasks, and the people and records that tasks name. */
export function describeReading(subject: Conformance): void {
  it('lists every task of every page once and then stops', async () => {
    const { adapter, vendor, send } = await start(subject);
    const ids = await vendor.seedTasks();
    const pages = await everyPage(adapter, send);
    const listed = pages.flatMap((page) => page.tasks.map((task) => task.vendorTaskId));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap((page) => page.unreadable)).toEqual([]);
    expect(listed.toSorted()).toEqual(ids.toSorted());
  });

  it('does not take a listing for complete when a page fails', async () => {
    const { adapter, vendor, send } = await start(subject);
    await vendor.seedTasks();
    for (const fault of ['down', 'limited', 'html', 'broken-json'] as const) {
      const listing = adapter.listTasks(send);
      expect((await listing.next()).done).toBe(false);
      await vendor.misbehave(fault);
      await failureOf(listing.next());
      await vendor.misbehave(null);
    }
  });

  it('lists nothing for an account without tasks', async () => {
    const { adapter, send } = await start(subject);
    await expect(everyPage(adapter, send)).resolves.toEqual([]);
  });

  it('finds the people and records that a task can name', async () => {
    const { adapter, vendor, send } = await start(subject);
    const [parent] = vendor.newTask.parents;
    const members = await adapter.listMembers(send);
    const ids = members.map((member) => member.id);
    const named = [vendor.newTask.assigneeId, vendor.otherAssigneeId].filter((id) => id !== null);
    expect(ids).toEqual(expect.arrayContaining(named));
    await adapter.createTask(send, vendor.newTask);
    const inline = (await everyPage(adapter, send)).flatMap((page) => page.records);
    const unnamed = vendor.newTask.parents.filter(({ id }) => inline.every((record) => record.id !== id));
    const records = [
      ...inline,
      ...(await adapter.lookUpRecords(send, [...unnamed, { kind: parent!.kind, id: 'no-such-record' }])),
    ];
    const found = records.map(({ kind, id, name }) => ({ kind, id, name }));
    expect(found).toEqual(expect.arrayContaining([...vendor.newTask.parents]));
    expect(found.map(({ id }) => id)).not.toContain('no-such-record');
    expect(await adapter.searchParents(send, parent!.name)).toContainEqual(
      expect.objectContaining({ ...parent }),
    );
  });
}
