import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { TaskChange } from '#contract/command';
import type { TaskDraft } from '#contract/new-task';
import { editableFields, priorities, vendorRules, vendorTaskType } from '#contract/vendors';
import type { Priority, Vendor } from '#contract/vendors';

import { VendorError } from './port';
import type { Send, TaskListPage, VendorAdapter, VendorTask } from './port';
import { createSend } from './send';

/** `lost-answer`: the vendor acts and the connection breaks; `silent`: it never answers. */
export type VendorFault = 'auth' | 'limited' | 'down' | 'silent' | 'html' | 'broken-json' | 'lost-answer';

/** One account at a vendor (or at what plays it over HTTP), all of it the test's own. */
export type VendorUnderTest = {
  baseUrl: string;
  key: string;
  clock: { now(): Date };
  /** Keeps to the adapter's budget, so that the vendor has no reason to throttle. */
  take(write: boolean): Promise<void>;
  /** Every call from now on meets the fault; null makes the vendor behave again. */
  misbehave(fault: VendorFault | null): Promise<void>;
  /** Adds pending tasks, enough of them for several pages of a listing, and gives their ids. */
  seedTasks(): Promise<string[]>;
  /** The ids of the account's pending tasks, by the vendor's own books. */
  pendingIds(): Promise<string[]>;
  /** A task with every field filled that the vendor accepts. */
  newTask: TaskDraft;
  /** Another member of the team than the one in `newTask`. */
  otherAssigneeId: string;
  /** A created task, a change of it that the vendor refuses, and the path of the field it blames. */
  refusedChange: { task: TaskDraft; changes: TaskChange; path: string };
  close(): Promise<void>;
};

/** An answer need not tell the media, so each adapter's own tests look at those. */
const fieldsBesideMedia = editableFields.filter((field) => field !== 'media');

export type Conformance = { name: string; adapter: VendorAdapter; startVendor(): Promise<VendorUnderTest> };

/** What every adapter must pass, against a vendor reached by real HTTP. */
export function describeConformance(subject: Conformance): void {
  describe(`${subject.name} as a vendor`, () => {
    describeListing(subject);
    describeFields(subject);
    describeActions(subject);
    describeFailures(subject);
    describeThrottling(subject);
  });
}

function describeListing(subject: Conformance): void {
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

function describeFailures(subject: Conformance): void {
  const { ignore, callOutcomes } = vendorRules[subject.adapter.vendor];
  const [outcome = null] = callOutcomes;
  it.each([
    ['auth', 'auth', 'none'],
    ['limited', 'limited', 'none'],
    ['down', 'down', 'unknown'],
    ['silent', 'down', 'unknown'],
    ['html', 'unreadable', 'unknown'],
    ['broken-json', 'unreadable', 'unknown'],
    ['lost-answer', 'down', 'unknown'],
  ] as const)('calls the fault “%s” %s, and the effect of a write %s', async (fault, kind, effect) => {
    const { adapter, vendor, send } = await start(subject, { timeoutMs: fault === 'silent' ? 60 : 20_000 });
    const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
    await vendor.misbehave(fault);
    expect(await failureOf(adapter.listMembers(send), vendor)).toMatchObject({ kind, effect: 'none' });
    for (const write of [
      () => adapter.completeTask(send, vendorTaskId, outcome),
      ...(ignore === 'one-way' ? [() => adapter.ignoreTask(send, vendorTaskId)] : []),
      () => adapter.editTask(send, vendorTaskId, { text: 'Later' }),
      () => adapter.createTask(send, vendor.newTask),
    ]) {
      expect(await failureOf(write(), vendor)).toMatchObject({ kind, effect });
    }
  });

  it('leaves the effect open when the vendor acted and the answer was lost', async () => {
    const { adapter, vendor, send } = await start(subject);
    const { vendorTaskId } = await adapter.createTask(send, vendor.newTask);
    await vendor.misbehave('lost-answer');
    expect((await failureOf(adapter.completeTask(send, vendorTaskId, outcome), vendor)).effect).toBe(
      'unknown',
    );
    await expect(vendor.pendingIds()).resolves.toEqual([]);
  });

  it('knows that nothing was sent when the connection was refused', async () => {
    const { adapter, vendor } = await start(subject);
    const send = sendTo(subject.adapter, { ...vendor, baseUrl: await addressOf(null) });
    const failure = await failureOf(adapter.completeTask(send, 'any', outcome), vendor);
    expect(failure).toMatchObject({ kind: 'down', effect: 'none' });
  });
}

function describeThrottling(subject: Conformance): void {
  const [outcome = null] = vendorRules[subject.adapter.vendor].callOutcomes;
  it.each([
    ['seconds', { 'retry-after': '30' }],
    [
      'a date text',
      { 'x-ratelimit-reset': 'Tue Mar 10 2026 10:00:30 GMT+0100 (Central European Standard Time)' },
    ],
    ['epoch seconds', { 'x-ratelimit-reset': '1773133230' }],
  ])('reads when to come back from %s', async (_form, headers) => {
    const { adapter, vendor } = await start(subject);
    const baseUrl = await addressOf({ status: 429, headers });
    const clock = { now: () => new Date('2026-03-10T09:00:00.000Z') };
    const send = sendTo(adapter, { ...vendor, baseUrl, clock });
    const failure = await failureOf(adapter.completeTask(send, 'any', outcome), vendor);
    expect(failure).toMatchObject({ kind: 'limited', effect: 'none' });
    expect(failure.retryAt?.toISOString()).toBe('2026-03-10T09:00:30.000Z');
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

async function start(subject: Conformance, { timeoutMs = 20_000 } = {}) {
  const { adapter } = subject;
  const vendor = await subject.startVendor();
  onTestFinished(() => vendor.close());
  return { adapter, vendor, send: sendTo(adapter, vendor, timeoutMs) };
}

function sendTo(adapter: VendorAdapter, vendor: VendorUnderTest, timeoutMs = 20_000): Send {
  return createSend({
    vendorLabel: vendorRules[adapter.vendor].label,
    baseUrl: vendor.baseUrl,
    headers: adapter.authorize(vendor.key),
    allowPrivate: true,
    take: (write) => vendor.take(write),
    clock: vendor.clock,
    timeoutMs,
    classify: adapter.classify,
  });
}

async function listed(adapter: VendorAdapter, send: Send, id: string): Promise<VendorTask | undefined> {
  const pages = await everyPage(adapter, send);
  return pages.flatMap((page) => page.tasks).find((task) => task.vendorTaskId === id);
}

async function everyPage(adapter: VendorAdapter, send: Send): Promise<TaskListPage[]> {
  const pages: TaskListPage[] = [];
  for await (const page of adapter.listTasks(send)) pages.push(page);
  return pages;
}

/** The failure of a call; fails the test when it holds anything of the key. */
async function failureOf(call: Promise<unknown>, vendor?: VendorUnderTest): Promise<VendorError> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(VendorError);
  const shown = [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error)].join('\n');
  const key = vendor?.key ?? 'no key';
  const encoded = [`:${key}`, key, `${key}:`].map((text) =>
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  );
  for (const secret of [key, encodeURIComponent(key), ...encoded]) expect(shown).not.toContain(secret);
  return error as VendorError;
}

/** Where a server answers everything alike, or, without an answer, where nobody listens any more. */
async function addressOf(
  answer: { status: number; headers: Record<string, string> } | null,
): Promise<string> {
  const server = createServer((_request, response) => {
    if (answer !== null) response.writeHead(answer.status, answer.headers).end('Too many requests');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  if (answer === null) await close();
  else onTestFinished(() => void close());
  return `http://127.0.0.1:${port}`;
}
