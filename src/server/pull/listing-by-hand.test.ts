import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { NewTaskOf } from '#contract/new-task';
import { applyPage } from '#server/pull/apply-page';
import { closeMissing, whatIsMissing } from '#server/pull/close-missing';
import { beginListing, type Listing } from '#server/pull/listing';
import type { Names } from '#server/pull/merge-task';
import type { VendorTask } from '#server/vendors/port';
import { openDesk, type Desk } from '#testing/desk';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  await desk.pull();
});
afterAll(() => desk.stop());

const nobody: Names = { records: new Map(), campaignStates: new Map() };
const hidesClosed = { vendor: 'lemlist', absenceMeansClosed: true } as const;
const begin = () => beginListing(desk.ctx, desk.connectionId, hidesClosed);
const show = (listing: Listing, tasks: VendorTask[]) =>
  applyPage(desk.ctx, listing, { tasks, unreadable: [], records: [] }, nobody);

/** What the vendor's list says about a task. */
function listed(more: Partial<VendorTask> = {}): VendorTask {
  return {
    vendorTaskId: `opp_${randomUUID()}`,
    status: 'pending',
    vendorType: 'manual',
    channel: 'manual',
    title: `Listed ${randomUUID()}`,
    text: '',
    priority: 'none',
    due: { kind: 'instant', at: '2027-03-10T09:00:00.000Z' },
    assigneeId: desk.userIds[0],
    campaignId: null,
    parents: [],
    media: null,
    outbound: false,
    progress: false,
    closedAt: null,
    ...more,
  };
}

/** A task on the board that the vendor's list showed, in the words of both. */
async function shown(more: Partial<VendorTask> = {}) {
  const wire = listed(more);
  await show(await begin(), [wire]);
  const task = (await desk.call('GET', `/api/tasks?status=pending&q=${encodeURIComponent(wire.title)}`)).body
    .items[0];
  return { wire, task };
}

describe('a listing that began before a delivery ended', () => {
  it('neither reopens what was completed nor takes an edit back', async () => {
    const [completed, edited] = [await desk.pulledTask(), await desk.pulledTask()];
    const [row] = await desk.atVendor(completed.title);
    const [other] = await desk.atVendor(edited.title);
    const listing = await begin();
    await desk.command('complete', completed.id);
    await desk.command('edit', edited.id, { changes: { text: 'Mine' } });
    await desk.send();
    await show(listing, [
      listed({ vendorTaskId: row?._id ?? '', title: completed.title }),
      listed({ vendorTaskId: other?._id ?? '', title: edited.title, text: '' }),
    ]);
    expect(await desk.read(completed.id)).toMatchObject({ status: 'completed', commands: [] });
    expect(await desk.read(edited.id)).toMatchObject({ text: 'Mine' });
  });

  it('does not close a task that was created while it was read', async () => {
    const listing = await begin();
    const made = await desk.call('POST', '/api/tasks', desk.newTask());
    const { id } = made.body.results[0].task;
    await desk.send();
    const present = new Set((await desk.vendor.holdings()).map((one) => one._id));
    const [fresh] = await desk.atVendor(made.body.results[0].task.title);
    present.delete(fresh?._id ?? '');
    for (const vendorTaskId of present) listing.seen.add(vendorTaskId);
    await closeMissing(desk.ctx, listing);
    expect(await desk.read(id)).toMatchObject({ status: 'pending', closedElsewhere: false });
  });
});

describe('a create that is on its way', () => {
  it('makes no twin when the list shows the new task before the answer comes', async () => {
    await desk.vendor.misbehave({ kind: 'lost-answer', method: 'POST', delayMs: 1_000, remaining: 1 });
    const input = desk.newTask() as unknown as NewTaskOf<'lemlist'>;
    await desk.call('POST', '/api/tasks', input);
    const sending = desk.send();
    while ((await desk.atVendor(input.title)).length === 0);
    await desk.pull();
    const count = async () => (await desk.call('GET', `/api/tasks/counts?q=${input.title}`)).body.pending;
    expect(await count()).toBe(1);
    await sending;
    await desk.pullUntil(async () => (await desk.tasks()).every((one) => one.commands.length === 0));
    expect(await count()).toBe(1);
    await desk.vendor.misbehave();
  });

  it('drops the twin of a task that the vendor lists under other words, and keeps what was done to it', async () => {
    await desk.vendor.misbehave({ kind: 'slow', method: 'POST', delayMs: 0, remaining: 1 });
    const made = await desk.call('POST', '/api/tasks', desk.newTask());
    const own = made.body.results[0].task;
    const twin = await shown({ title: `${own.title} in other words` });
    await desk.command('edit', twin.task.id, { changes: { text: 'On the twin' } });
    const { becomeSent, settle } = await import('#server/ledger/settle-command');
    const { claimCommands } = await import('#server/ledger/claim-commands');
    desk.advance(20_000);
    const claimed = await claimCommands(desk.ctx, desk.connectionId, 1);
    expect(claimed).toMatchObject([{ kind: 'create', task_id: own.id }]);
    for (const command of claimed) {
      await settle(desk.ctx, command, 'done', (tx, present) =>
        becomeSent(desk.ctx, tx, present, twin.wire.vendorTaskId),
      );
    }
    expect(await desk.call('GET', `/api/tasks/${twin.task.id}`)).toMatchObject({ status: 404 });
    expect(await desk.read(own.id)).toMatchObject({
      text: 'On the twin',
      commands: [{ kind: 'edit', state: 'held' }],
    });
    await desk.call('DELETE', `/api/commands/${(await desk.read(own.id)).commands[0]?.id}`);
  });
});

describe('a row that cannot be read', () => {
  it('keeps its task open, since it is there', async () => {
    const { wire, task } = await shown();
    const listing = await begin();
    for (const { _id } of await desk.vendor.holdings()) listing.seen.add(_id);
    await applyPage(
      desk.ctx,
      listing,
      { tasks: [], unreadable: [{ vendorTaskId: wire.vendorTaskId, reason: 'dueDate' }], records: [] },
      nobody,
    );
    await closeMissing(desk.ctx, listing);
    expect((await desk.read(task.id)).status).toBe('pending');
  });
});

describe('a page that comes twice', () => {
  it('shows its tasks once', async () => {
    const { wire, task } = await shown();
    const listing = await begin();
    await show(listing, [wire]);
    await show(listing, [wire]);
    const { items } = (
      await desk.call('GET', `/api/tasks?status=pending&q=${encodeURIComponent(wire.title)}`)
    ).body;
    expect(items).toMatchObject([{ id: task.id, version: task.version }]);
  });
});

describe('a list that shows closed tasks', () => {
  it('closes them here at once, with a time', async () => {
    const { wire, task } = await shown();
    await show(await begin(), [{ ...wire, status: 'ignored' }]);
    expect(await desk.read(task.id)).toMatchObject({ status: 'ignored', closedElsewhere: true });
    const { items } = (
      await desk.call('GET', `/api/tasks?status=ignored&q=${encodeURIComponent(wire.title)}`)
    ).body;
    expect(items).toHaveLength(1);
  });
});

describe('a task that comes back into the list', () => {
  it('is pending again', async () => {
    const { wire, task } = await shown();
    const without = await begin();
    for (const { _id } of await desk.vendor.holdings()) without.seen.add(_id);
    await closeMissing(desk.ctx, without);
    expect(await desk.read(task.id)).toMatchObject({ status: 'completed', closedElsewhere: true });
    await show(await begin(), [wire]);
    expect(await desk.read(task.id)).toMatchObject({
      status: 'pending',
      closedElsewhere: false,
      closedAt: null,
    });
  });
});

describe('a connection that was removed while its list was read', () => {
  it('leaves no task on the board', async () => {
    const other = await desk.call('POST', '/api/connections', {
      vendor: 'lemlist',
      label: 'Short-lived',
      key: desk.vendor.key,
      sandbox: true,
    });
    expect(other.status).toBe(201);
    const listing = await beginListing(desk.ctx, other.body.id, hidesClosed);
    expect((await desk.call('DELETE', `/api/connections/${other.body.id}`)).status).toBe(204);
    const wire = listed();
    await show(listing, [wire]);
    expect(
      (await desk.call('GET', `/api/tasks?status=pending&connection=${other.body.id}`)).body.items,
    ).toEqual([]);
  });
});

describe('a list of a hundred thousand tasks', () => {
  it('is compared with the board within the limit of one statement', async () => {
    const listing = await begin();
    for (let index = 0; index < 100_000; index += 1) listing.seen.add(`opp_${index}`);
    expect((await whatIsMissing(desk.ctx, listing)).tasks).toBeGreaterThan(0);
  });
});
