import { Hono } from 'hono';

import { assumed } from '../assumptions';
import { LemlistRefusal } from '../refusal';
import type { LemlistEnv } from '../request';

/** GET /users/{id}: the schema has no name, only GET /team?version=v2 tells it. */
export function userRoutes(): Hono<LemlistEnv> {
  return new Hono<LemlistEnv>().get('/:id', async (c) => {
    const { db, teamId } = c.get('scope');
    const user = await db
      .selectFrom('lemlist_users')
      .select(['id as _id', 'email', 'role', 'linkedin_url as linkedIn'])
      .where('team_id', '=', teamId)
      .where('id', '=', c.req.param('id'))
      .executeTakeFirst();
    if (user === undefined) throw new LemlistRefusal(404, assumed.text.unknownUser);
    return c.json({ ...user, mailboxes: [{ email: user.email }] });
  });
}
