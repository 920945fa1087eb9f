import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';

import { needs } from '../gate/permissions';
import { type LeadlexEnv, pageQuery, readPage, readQuery, text } from '../request';

const companyQuery = pageQuery.extend({ search: text.optional(), industry: text.optional() });

/** GET /companies. */
export function companyRoutes(): Hono<LeadlexEnv> {
  return new Hono<LeadlexEnv>().get('/', needs('companies:read'), async (c) => {
    const { db, workspaceId } = c.get('scope');
    const query = readQuery(c, companyQuery);
    let companies = db
      .selectFrom('leadlex_companies')
      .select(['id', 'name', 'domain', 'industry', 'created_at'])
      .where('workspace_id', '=', workspaceId);
    if (query.search) {
      companies = companies.where(
        sql<SqlBool>`position(lower(${query.search}) in lower(name || ' ' || domain)) > 0`,
      );
    }
    if (query.industry) companies = companies.where(sql<SqlBool>`lower(industry) = lower(${query.industry})`);
    const { rows, meta } = await readPage(companies.orderBy('name').orderBy('id'), query);
    return c.json({ data: { companies: rows }, meta });
  });
}
