import { Hono } from 'hono';

import type { AppParts } from '../app-parts';

/** `healthz`: the process runs. `readyz`: it can work, the database included. */
export function healthRoutes({ ctx, ready }: AppParts): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await ready();
        return c.json({ status: 'ok' });
      } catch (error) {
        ctx.log.warn({ err: error }, 'not ready');
        return c.json({ status: 'not ready' }, 503);
      }
    });
}
