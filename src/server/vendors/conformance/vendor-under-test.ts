import { inspect } from 'node:util';

import { expect, onTestFinished } from 'vitest';

import type { TaskChange } from '#contract/command';
import type { TaskDraft } from '#contract/new-task';
import { vendorRules } from '#contract/vendors';

import { VendorError } from '../port';
import type { Send, TaskListPage, VendorAdapter, VendorTask } from '../port';
import { createSend } from '../send';

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

export type Conformance = { name: string; adapter: VendorAdapter; startVendor(): Promise<VendorUnderTest> };

/** An account of its own, and calls to it. */
export async function start(subject: Conformance) {
  const { adapter } = subject;
  const vendor = await subject.startVendor();
  onTestFinished(() => vendor.close());
  return { adapter, vendor, send: sendTo(adapter, vendor) };
}

export function sendTo(adapter: VendorAdapter, vendor: VendorUnderTest, timeoutMs = 20_000): Send {
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

export async function listed(
  adapter: VendorAdapter,
  send: Send,
  id: string,
): Promise<VendorTask | undefined> {
  const pages = await everyPage(adapter, send);
  return pages.flatMap((page) => page.tasks).find((task) => task.vendorTaskId === id);
}

export async function everyPage(adapter: VendorAdapter, send: Send): Promise<TaskListPage[]> {
  const pages: TaskListPage[] = [];
  for await (const page of adapter.listTasks(send)) pages.push(page);
  return pages;
}

/** The failure of a call; fails the test when it holds anything of the key. */
export async function failureOf(call: Promise<unknown>, vendor?: VendorUnderTest): Promise<VendorError> {
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
