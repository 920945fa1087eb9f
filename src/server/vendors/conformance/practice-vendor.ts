import type { AddressInfo } from 'node:net';

import { serve } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';

import type { Vendor } from '#contract/vendors';
import { createSandbox } from '#sandbox/sandbox';
import { createTestDatabase } from '#testing/database';

import type { Budget } from '../port';
import type { VendorFault, VendorUnderTest } from './vendor-under-test';

const faultKinds: Record<VendorFault, string> = {
  auth: 'unauthorized',
  limited: 'rate-limited',
  down: 'server-error',
  silent: 'timeout',
  html: 'html',
  'broken-json': 'broken-json',
  'lost-answer': 'lost-answer',
};

type Common = Pick<VendorUnderTest, 'key' | 'baseUrl' | 'clock' | 'take' | 'misbehave' | 'close'>;

/**
 * The vendor as Outboard plays it, over HTTP, for the tests of one file. `path` is where its API begins; `files` by their
 * paths are what it can download from its own server.
 */
export function practiceVendor(vendor: Vendor, path: string, files: Record<string, string> = {}) {
  let time = Date.parse('2026-03-10T09:00:00.000Z');
  const clock = { now: () => new Date(time) };
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let server: ReturnType<typeof serve>;
  let origin: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    let answer: (request: Request) => Response | Promise<Response> = () => new Response();
    server = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port: 0 });
    await new Promise((resolve) => server.once('listening', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { app } = await createSandbox({ db: database.db, clock, origin });
    answer = (request) => {
      const file = files[new URL(request.url).pathname];
      return file === undefined ? app.fetch(request) : new Response(file);
    };
  });

  afterAll(async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await database.destroy();
  });

  /** A call to the vendor's back stage. */
  async function control(method: string, at: string, body?: unknown): Promise<unknown> {
    const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const address = `${origin}/control/${vendor}${at}`;
    const response = await fetch(address, { method, ...(body !== undefined && json) });
    if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  return {
    clock,
    db: () => database.db,
    url: (at: string) => `${origin}${at}`,
    control,
    /** An account with this key; time passes as its budget wants it. */
    account(key: string, { requests, perMs }: Budget): Common {
      let calls = 0;
      return {
        key,
        baseUrl: `${origin}/${vendor}${path}`,
        clock,
        take() {
          calls += 1;
          if (calls % requests === 0) time += perMs;
          return Promise.resolve();
        },
        async misbehave(fault) {
          const faults = fault === null ? [] : [{ kind: faultKinds[fault] }];
          await control('PUT', '/faults', { key, faults });
        },
        close: async () => void (await control('DELETE', `/faults?key=${key}`)),
      };
    },
  };
}
