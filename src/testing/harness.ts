import { randomUUID } from 'node:crypto';

import { addMilliseconds } from 'date-fns';

import type { Task } from '#contract/task';
import type { Vendor } from '#contract/vendors';
import type { Fault } from '#sandbox/faults';
import { createLemlistTeam, type LemlistTeam } from '#sandbox/lemlist/team';
import { addConnection } from '#server/connections/change-connections';
import type { Context } from '#server/context';
import { deliver } from '#server/jobs/deliver';
import { pull } from '#server/jobs/pull';
import { createLog } from '#server/log';
import { startOutboard } from '#server/start';

import { createTestDatabase } from './database';

/** The vendor as a test sees it: its own team, what it was asked, what it holds, and how it misbehaves. */
export type VendorBackstage = LemlistTeam & {
  key: string;
  calls(): Promise<{ method: string; path: string; body: unknown; status: number | null }[]>;
  /** The calls that change something. */
  writes(): Promise<{ method: string; path: string; body: unknown }[]>;
  /** All it holds, closed ones too. */
  holdings(): Promise<{ _id: string; title: string; status: string }[]>;
  misbehave(...faults: Fault[]): Promise<void>;
};

export type Harness = {
  url: string;
  answer(request: Request): Response | Promise<Response>;
  ctx: Context;
  connectionId: string;
  vendor: VendorBackstage;
  /** Moves the clock on; it runs with the real one otherwise. */
  advance(milliseconds: number): void;
  deliver(): Promise<number>;
  pull(): Promise<void>;
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }>; // eslint-disable-line typescript/no-explicit-any -- tests look at what they expect
  /** Connects another account of the vendor, whose practice team has this key. */
  connect(vendor: Vendor, key: string, plan?: string): Promise<Account>;
  /** The board's tasks of one status. */
  tasks(status?: Task['status']): Promise<Task[]>;
  stop(): Promise<void>;
};

/** A connection with its jobs, run only when asked. */
export type Account = { connectionId: string; pull(): Promise<void>; deliver(): Promise<number> };

export type HarnessOptions = {
  databaseUrl?: string;
  workspaceId?: number;
  holdSeconds?: number;
  outboundHoldSeconds?: number;
  jobs?: boolean;
  rateLimit?: number;
  /** How long a vendor may take: short where one never answers, the server's own otherwise, since machines can be busy. */
  vendorTimeoutMs?: number;
  log?: Context['log'];
};

/** The real server on the real store with a vendor team of its own; jobs run only when asked. */
export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const database = options.databaseUrl === undefined ? await createTestDatabase() : null;
  let ahead = 0;
  const clock = { now: () => addMilliseconds(new Date(), ahead) };
  const outboard = await startOutboard({
    config: {
      PORT: 0,
      HOST: '127.0.0.1',
      PUBLIC_URL: undefined,
      SANDBOX: 'on',
      HOLD_SECONDS: options.holdSeconds ?? 8,
      OUTBOUND_HOLD_SECONDS: options.outboundHoldSeconds ?? 20,
    },
    database: options.databaseUrl ?? database?.url ?? '',
    secret: 'a secret for tests only',
    log: options.log ?? createLog('silent'),
    clock,
    page: null,
    workspaceId: options.workspaceId ?? 1,
    ...(options.vendorTimeoutMs !== undefined && { vendorTimeoutMs: options.vendorTimeoutMs }),
  });
  const { ctx, url, openVendor } = outboard;
  const vendor = await openBackstage(ctx, url, options.rateLimit ?? 1000);
  const connect: Harness['connect'] = async (of, key, plan) => {
    const account = { vendor: of, label: 'Team under test', key, sandbox: true, plan: plan ?? null };
    const { id } = await addConnection(ctx, account);
    const job = { connectionId: id, owner: randomUUID(), openVendor, stopping: new AbortController().signal };
    return { connectionId: id, pull: () => pull(ctx, job), deliver: () => deliver(ctx, job) };
  };
  const own = await connect('lemlist', vendor.key);
  const call: Harness['call'] = (method, path, body) => callJson(`${url}${path}`, method, body);
  if (options.jobs === true) outboard.startJobs();
  return {
    url,
    answer: (request) => outboard.app.fetch(request),
    ctx,
    ...own,
    connect,
    vendor,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    call,
    tasks: async (status = 'pending') =>
      (await call('GET', `/api/tasks?status=${status}&limit=200`)).body.items,
    async stop() {
      await outboard.stop();
      await database?.destroy();
    },
  };
}

async function openBackstage(ctx: Context, url: string, rateLimit: number): Promise<VendorBackstage> {
  const key = `key-${randomUUID()}`;
  const team = await createLemlistTeam(ctx.db, { key, now: ctx.clock.now(), rateLimit });
  const ask = async (path: string) =>
    (await callJson(`${url}/sandbox/control/lemlist/${path}?key=${key}`, 'GET')).body;
  const calls = async () => (await ask('calls')).calls;
  return {
    ...team,
    key,
    calls,
    writes: async () => (await calls()).filter((one: { method: string }) => one.method !== 'GET'),
    holdings: async () => (await ask('tasks')).tasks,
    async misbehave(...faults) {
      await callJson(`${url}/sandbox/control/lemlist/faults`, 'PUT', { key, faults });
    },
  };
}

async function callJson(address: string, method: string, body?: unknown) {
  const response = await fetch(address, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}
