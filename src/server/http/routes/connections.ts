import { Hono } from 'hono';

import { connectionChange, newConnection } from '#contract/connection';

import { addConnection, changeConnection, removeConnection } from '../../connections/change-connections';
import { readConnection, readConnections } from '../../connections/read-connections';
import { syncConnection } from '../../connections/sync-connection';
import type { AppParts } from '../app-parts';
import { readBody, readId } from '../read-input';

export function connectionRoutes({ ctx, checkKey }: AppParts): Hono {
  return new Hono()
    .get('/', async (c) => c.json({ items: await readConnections(ctx) }))
    .post('/', async (c) => {
      const input = await readBody(c, newConnection);
      await checkKey(input);
      return c.json(await addConnection(ctx, input), 201);
    })
    .patch('/:id', async (c) => {
      const change = await readBody(c, connectionChange);
      const { vendor, sandbox } = await readConnection(ctx, readId(c));
      if (change.key !== undefined) await checkKey({ vendor, sandbox, key: change.key });
      return c.json(await changeConnection(ctx, readId(c), change));
    })
    .delete('/:id', async (c) => {
      await removeConnection(ctx, readId(c));
      return c.body(null, 204);
    })
    .post('/:id/sync', async (c) => c.json(await syncConnection(ctx, readId(c)), 202));
}
