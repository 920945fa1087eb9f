import { Hono } from 'hono';

import { connectionChange, newConnection } from '#contract/connection';

import { addConnection, changeConnection, removeConnection } from '../../connections/change-connections';
import { readConnection, readConnections } from '../../connections/read-connections';
import { syncConnection } from '../../connections/sync-connection';
import { acting } from '../acting';
import type { AppParts } from '../app-parts';
import { readBody, readId } from '../read-input';

export function connectionRoutes({ ctx, checkKey }: AppParts): Hono {
  return new Hono()
    .get('/', async (c) => c.json({ items: await readConnections(acting(ctx, c)) }))
    .post('/', async (c) => {
      const input = await readBody(c, newConnection);
      await checkKey(input);
      return c.json(await addConnection(acting(ctx, c), input), 201);
    })
    .patch('/:id', async (c) => {
      const change = await readBody(c, connectionChange);
      const { vendor, sandbox, members: team } = await readConnection(ctx, readId(c));
      const { key, unchecked } = change;
      if (key !== undefined) await checkKey({ vendor, sandbox, key, unchecked, team });
      return c.json(await changeConnection(acting(ctx, c), readId(c), change));
    })
    .delete('/:id', async (c) => {
      await removeConnection(ctx, readId(c));
      return c.body(null, 204);
    })
    .post('/:id/sync', async (c) => c.json(await syncConnection(ctx, readId(c)), 202));
}
