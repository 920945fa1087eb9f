import { Hono } from 'hono';
import { z } from 'zod';

import { type LemlistEnv, readQuery } from '../request';

/** GET /team: ids only, or whole users in one call with `version=v2`. GET /team/senders: users attached to campaigns. */
export function teamRoutes(): Hono<LemlistEnv> {
  const team = new Hono<LemlistEnv>();

  team.get('/', async (c) => {
    const { db, teamId } = c.get('scope');
    const { version } = readQuery(c, z.object({ version: z.string().optional() }));
    const { name } = await db
      .selectFrom('lemlist_teams')
      .select('name')
      .where('id', '=', teamId)
      .executeTakeFirstOrThrow();
    const users = await db
      .selectFrom('lemlist_users')
      .select(['id as userId', 'name', 'email', 'role'])
      .where('team_id', '=', teamId)
      .orderBy('name')
      .orderBy('id')
      .execute();
    if (version === 'v2') return c.json({ _id: teamId, name, users });
    return c.json({ _id: teamId, name, userIds: users.map(({ userId }) => userId) });
  });

  team.get('/senders', async (c) => {
    const { db, teamId } = c.get('scope');
    const campaigns = await db
      .selectFrom('lemlist_campaigns')
      .select(['id as _id', 'name', 'status', 'sender_ids'])
      .where('team_id', '=', teamId)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    const senderIds = [...new Set(campaigns.flatMap((campaign) => campaign.sender_ids))];
    return c.json(
      senderIds.map((userId) => ({
        userId,
        campaigns: campaigns
          .filter((campaign) => campaign.sender_ids.includes(userId))
          .map(({ _id, name, status }) => ({
            _id,
            name,
            status,
            sendingChannels: ['email', 'linkedin'],
          })),
      })),
    );
  });

  return team;
}
