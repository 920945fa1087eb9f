import { Hono } from 'hono';

import { needs } from '../gate/permissions';
import type { LeadlexEnv } from '../request';

/** GET /users: all of them at once. */
export function userRoutes(): Hono<LeadlexEnv> {
  return new Hono<LeadlexEnv>().get('/', needs('users:read'), async (c) => {
    const { db, workspaceId } = c.get('scope');
    const users = await db
      .selectFrom('leadlex_users')
      .select(['id', 'full_name', 'email'])
      .where('workspace_id', '=', workspaceId)
      .orderBy('full_name')
      .orderBy('id')
      .execute();
    return c.json({ data: { users } });
  });
}
