import { Hono } from 'hono';

import { assumed } from '../assumptions';
import type { SaleshandyEnv, Scope } from '../request';

/** The reps of a team by name. */
export function selectUsers({ db, teamId }: Scope) {
  return db
    .selectFrom('saleshandy_users')
    .select(['id', 'name', 'email'])
    .where('team_id', '=', teamId)
    .orderBy('name')
    .orderBy('id');
}

/** GET /user/team-member-list; the shape is assumed. */
export function userRoutes(): Hono<SaleshandyEnv> {
  return new Hono<SaleshandyEnv>().get('/team-member-list', async (c) => {
    const members = await selectUsers(c.get('scope')).select('role').execute();
    return c.json({ message: assumed.text.members, payload: members });
  });
}
