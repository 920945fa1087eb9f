import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { LemlistRefusal } from '../refusal';
import { type LemlistEnv, limitUpTo, offset, readQuery, type Scope, text } from '../request';
import { campaignStates, type LemlistTables } from '../tables';

const campaignQuery = z.object({
  version: z.string().optional(),
  limit: limitUpTo(100),
  offset: offset.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  status: z.enum(campaignStates).optional(),
  createdBy: text.optional(),
  sortBy: z.literal('createdAt').default('createdAt'),
  sortOrder: z.enum(['asc', 'desc']).default('desc'),
});

const leadQuery = z.object({ state: text.optional(), limit: limitUpTo(500) });

/** GET /campaigns: `{campaigns}` with `version=v2`, a bare array without. GET /campaigns/{id}. GET /campaigns/{id}/leads: ids only. */
export function campaignRoutes(): Hono<LemlistEnv> {
  const campaigns = new Hono<LemlistEnv>();

  campaigns.get('/', async (c) => {
    const { version, limit, offset, page, status, createdBy, sortOrder } = readQuery(c, campaignQuery);
    let found = selectCampaigns(c.get('scope'));
    if (status) found = found.where('status', '=', status);
    if (createdBy) found = found.where('creator_id', '=', createdBy);
    const rows = await found
      .orderBy('created_at', sortOrder)
      .orderBy('id')
      .limit(limit)
      .offset(offset ?? ((page ?? 1) - 1) * limit)
      .execute();
    const answer = rows.map(({ id, name, status: state, created_at }) => ({
      _id: id,
      name,
      status: state,
      createdAt: created_at.toISOString(),
    }));
    return c.json(version === 'v2' ? { campaigns: answer } : answer);
  });

  campaigns.get('/:id', async (c) =>
    c.json(await campaignAnswer(c.get('scope'), await findCampaign(c.get('scope'), c.req.param('id')))),
  );

  campaigns.on('GET', ['/:id/leads', '/:id/leads/'], async (c) => {
    const { db, teamId } = c.get('scope');
    const { state, limit } = readQuery(c, leadQuery);
    const { id } = await findCampaign(c.get('scope'), c.req.param('id'));
    let leads = db
      .selectFrom('lemlist_leads')
      .select(['id as _id', 'contact_id as contactId', 'state'])
      .where('team_id', '=', teamId)
      .where('campaign_id', '=', id);
    if (state) leads = leads.where('state', '=', state);
    return c.json(await leads.orderBy('id').limit(limit).execute());
  });

  return campaigns;
}

type CampaignRow = LemlistTables['lemlist_campaigns'];

function selectCampaigns({ db, teamId }: Scope) {
  return db.selectFrom('lemlist_campaigns').selectAll().where('team_id', '=', teamId);
}

async function findCampaign(scope: Scope, id: string): Promise<CampaignRow> {
  const campaign = await selectCampaigns(scope).where('id', '=', id).executeTakeFirst();
  if (campaign === undefined) throw new LemlistRefusal(404, 'Campaign not found');
  return campaign;
}

async function campaignAnswer({ db, teamId }: Scope, campaign: CampaignRow) {
  const users = await db
    .selectFrom('lemlist_users')
    .select(['id', 'email'])
    .where('team_id', '=', teamId)
    .where(sql<SqlBool>`id = any(${[campaign.creator_id, ...campaign.sender_ids]}::text[])`)
    .orderBy('id')
    .execute();
  const creator = users.find(({ id }) => id === campaign.creator_id);
  return {
    _id: campaign.id,
    name: campaign.name,
    status: campaign.status,
    creator: creator && { userId: creator.id, userEmail: creator.email },
    senders: users.filter(({ id }) => campaign.sender_ids.includes(id)),
  };
}
