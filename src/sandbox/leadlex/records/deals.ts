import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';

import { assumed } from '../assumptions';
import { needs } from '../gate/permissions';
import { LeadlexRefusal } from '../refusal';
import { type LeadlexEnv, pageQuery, readPage, readQuery, type Scope, text } from '../request';

const dealQuery = pageQuery.extend({
  status: text.optional(),
  pipeline: text.optional(),
  stage: text.optional(),
  contact_id: text.optional(),
  owner_user_id: text.optional(),
  tags: text.optional(),
});
const filters = ['status', 'pipeline', 'stage', 'contact_id', 'owner_user_id'] as const;

/** GET /deals, and GET /deals/{id}, whose answer is in `data.deal`. */
export function dealRoutes(): Hono<LeadlexEnv> {
  const deals = new Hono<LeadlexEnv>();

  deals.get('/', needs('deals:read'), async (c) => {
    const query = readQuery(c, dealQuery);
    let found = selectDeals(c.get('scope'));
    for (const field of filters) {
      const value = query[field];
      if (value) found = found.where(field, '=', value);
    }
    if (query.tags) found = found.where(sql<SqlBool>`tags && ${query.tags.split(',')}::text[]`);
    const { rows, meta } = await readPage(found.orderBy('title').orderBy('id'), query);
    return c.json({ data: { deals: rows }, meta });
  });

  deals.get('/:id', needs('deals:read'), async (c) => {
    const deal = await selectDeals(c.get('scope')).where('id', '=', c.req.param('id')).executeTakeFirst();
    if (deal === undefined) throw new LeadlexRefusal('not_found', assumed.text.notFound('Deal'));
    return c.json({ data: { deal } });
  });

  return deals;
}

function selectDeals({ db, workspaceId }: Scope) {
  return db
    .selectFrom('leadlex_deals')
    .select(['id', 'title', 'status', 'pipeline', 'stage', 'value', 'contact_id', 'company_id'])
    .select(['owner_user_id', 'tags', 'created_at'])
    .where('workspace_id', '=', workspaceId);
}
