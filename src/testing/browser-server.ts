import { once } from 'node:events';
import { rm } from 'node:fs/promises';

import { createAdaptorServer } from '@hono/node-server';
import { addHours } from 'date-fns';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

import { fault } from '#sandbox/faults';

import { startHarness, type Harness } from './harness';

export type BrowserServer = { stop(): Promise<void> };

/** What a component test wants to find: a workspace of its own, whose vendor holds these tasks, one for each contact. */
const wanted = z.object({
  holdSeconds: z.number().default(8),
  outboundHoldSeconds: z.number().default(20),
  tasks: z
    .array(
      z.object({
        title: z.string(),
        type: z
          .enum(['email', 'phone', 'manual', 'linkedinSend', 'linkedinInvite', 'whatsappMessage'])
          .default('phone'),
        message: z.string().default(''),
        name: z.string().default('Anna Weber'),
        email: z.string().default('anna@weber.example'),
        dueInHours: z.number().default(2),
        campaign: z.string().optional(),
      }),
    )
    .default([]),
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
  const workspaces = new Map<string, Harness>();
  let opened = 0;
  const mine = (c: Context) => workspaces.get(getCookie(c, 'workspace') ?? '');
  const app = new Hono()
    .post('/testing/workspace', async (c) => {
      // Tests run one after the other; those that are over would use up the database's connections.
      await Promise.all([...workspaces.values()].map((harness) => harness.stop()));
      workspaces.clear();
      opened += 1;
      const id = String(opened);
      const input = wanted.parse(await c.req.json());
      const harness = await startHarness({ ...options, ...input, workspaceId: Number(id) });
      workspaces.set(id, harness);
      await furnish(harness, input);
      setCookie(c, 'workspace', id, { path: '/' });
      return c.json({ connectionId: harness.connectionId, tasks: await harness.tasks() });
    })
    .get('/testing/writes', async (c) => c.json(await mine(c)?.vendor.writes()))
    .post('/testing/pull', async (c) => {
      await mine(c)?.pull();
      return c.json({});
    })
    .post('/testing/deliver', async (c) => {
      const harness = mine(c);
      const { aheadMs } = z.object({ aheadMs: z.number().default(0) }).parse(await c.req.json());
      harness?.advance(aheadMs);
      return c.json({ delivered: await harness?.deliver() });
    })
    .put('/testing/faults', async (c) => {
      await mine(c)?.vendor.misbehave(...z.array(fault).parse(await c.req.json()));
      return c.json({});
    })
    .all('*', (c) => mine(c)?.answer(c.req.raw) ?? c.text('This test has asked for no workspace.', 404));
  await rm(options.socketPath, { force: true });
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(options.socketPath);
  await once(server, 'listening');
  return {
    async stop() {
      await Promise.all([...workspaces.values()].map((harness) => harness.stop()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function furnish({ vendor, ctx, pull }: Harness, { tasks }: z.output<typeof wanted>): Promise<void> {
  const now = ctx.clock.now();
  const [userId = ''] = await vendor.users.addAll([
    { name: 'Ada Rep', email: 'ada@team.example' },
    { name: 'Ben Rep', email: 'ben@team.example' },
  ]);
  const companyId = await vendor.companies.add({ name: 'Weber Ltd', domain: 'weber.example' });
  for (const task of tasks) {
    const [firstName = '', ...rest] = task.name.split(' ');
    const contactId = await vendor.contacts.add({
      firstName,
      lastName: rest.join(' '),
      email: task.email,
      companyId,
    });
    const campaignId =
      task.campaign === undefined ? undefined : await vendor.campaigns.add({ name: task.campaign });
    const { title, type, message: content } = task;
    await vendor.tasks.add({
      title,
      type,
      content,
      userId,
      contactId,
      campaignId,
      dueDate: addHours(now, task.dueInHours),
    });
  }
  await pull();
}
