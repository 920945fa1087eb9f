import { once } from 'node:events';
import { rm } from 'node:fs/promises';

import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

import { fault } from '#sandbox/faults';

import { furnish, wantedTasks } from './furnish';
import { startHarness, type Account, type Harness } from './harness';

export type BrowserServer = { stop(): Promise<void> };

/** A test's server, and the accounts connected to it, lemlist's first. */
type Workspace = { harness: Harness; accounts: Account[] };

/** What a component test wants to find: a workspace of its own, whose vendors hold these tasks. */
const wanted = wantedTasks.extend({
  holdSeconds: z.number().default(8),
  outboundHoldSeconds: z.number().default(20),
});
export type WantedWorkspace = z.input<typeof wanted>;

/**
 * The real server behind the component tests' page; Vite passes `/api`, `/sandbox` and `/testing` on to it. A cookie
 * says whose workspace a request is about, so that tests do not see each other's rows.
 */
export async function startBrowserServer(options: {
  databaseUrl: string;
  socketPath: string;
}): Promise<BrowserServer> {
  const workspaces = new Map<string, Workspace>();
  let opened = 0;
  const mine = (c: Context) => workspaces.get(getCookie(c, 'workspace') ?? '');
  const stopAll = () => Promise.all([...workspaces.values()].map(({ harness }) => harness.stop()));
  const app = new Hono()
    .post('/testing/workspace', async (c) => {
      // Tests run one after the other; those that are over would use up the database's connections.
      await stopAll();
      workspaces.clear();
      opened += 1;
      const id = String(opened);
      const input = wanted.parse(await c.req.json());
      const harness = await startHarness({ ...options, ...input, workspaceId: Number(id) });
      const workspace: Workspace = { harness, accounts: [] };
      workspaces.set(id, workspace);
      workspace.accounts = await furnish(harness, input);
      setCookie(c, 'workspace', id, { path: '/' });
      return c.json(await wordsTo(harness));
    })
    .get('/testing/writes', async (c) => c.json(await mine(c)?.harness.vendor.writes()))
    .post('/testing/pull', async (c) => {
      for (const account of mine(c)?.accounts ?? []) await account.pull();
      return c.json({});
    })
    .post('/testing/deliver', async (c) => {
      const { harness, accounts = [] } = mine(c) ?? {};
      const { aheadMs } = z.object({ aheadMs: z.number().default(0) }).parse(await c.req.json());
      harness?.advance(aheadMs);
      let delivered = 0;
      for (const account of accounts) delivered += await account.deliver();
      return c.json({ delivered });
    })
    .put('/testing/faults', async (c) => {
      await mine(c)?.harness.vendor.misbehave(...z.array(fault).parse(await c.req.json()));
      return c.json({});
    })
    .all(
      '*',
      (c) => mine(c)?.harness.answer(c.req.raw) ?? c.text('This test has asked for no workspace.', 404),
    );
  await rm(options.socketPath, { force: true });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(options.socketPath);
  await once(server, 'listening');
  return {
    async stop() {
      await stopAll();
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a test is told about its workspace. */
async function wordsTo({ connectionId, vendor, tasks }: Harness) {
  return { connectionId, key: vendor.key, tasks: await tasks() };
}
