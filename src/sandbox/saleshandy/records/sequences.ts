import { Hono } from 'hono';

import { assumed } from '../assumptions';
import type { SaleshandyEnv } from '../request';

/** GET /sequences, newest first; the shape is assumed. */
export function sequenceRoutes(): Hono<SaleshandyEnv> {
  return new Hono<SaleshandyEnv>().get('/', async (c) => {
    const { db, teamId } = c.get('scope');
    const sequences = await db
      .selectFrom('saleshandy_sequences')
      .select(['id', 'name', 'status', 'created_at as createdAt'])
      .where('team_id', '=', teamId)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return c.json({ message: assumed.text.sequences, payload: sequences });
  });
}
