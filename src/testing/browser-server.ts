import { once } from 'node:events';
import { rm } from 'node:fs/promises';

import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

export interface BrowserServer {
  stop(): Promise<void>;
}

/** The real server behind the component tests' page; Vite passes `/api`, `/sandbox` and `/testing` on to it. */
export async function startBrowserServer(options: {
  databaseUrl: string;
  socketPath: string;
}): Promise<BrowserServer> {
  const app = new Hono().get('/testing/ping', (context) => context.json({ ok: true }));
  await rm(options.socketPath, { force: true });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  server.listen(options.socketPath);
  await once(server, 'listening');
  return {
    async stop() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
