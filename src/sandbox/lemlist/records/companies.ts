import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { idList, type LemlistEnv, limitUpTo, offset, readQuery, text } from '../request';

const companyQuery = z.object({
  limit: limitUpTo(500),
  offset: offset.default(0),
  search: text.optional(),
  idsOrDomains: idList.optional(),
});

/** GET /companies. */
export function companyRoutes(): Hono<LemlistEnv> {
  return new Hono<LemlistEnv>().get('/', async (c) => {
    const { limit, offset, search, idsOrDomains } = readQuery(c, companyQuery);
    const { db, teamId } = c.get('scope');
    let companies = db
      .selectFrom('lemlist_companies')
      .select(['id as _id', 'name', 'domain'])
      .where('team_id', '=', teamId);
    if (search) {
      companies = companies.where(
        sql<SqlBool>`position(lower(${search}) in lower(name || ' ' || domain)) > 0`,
      );
    }
    if (idsOrDomains) {
      companies = companies.where((eb) =>
        eb.or([
          sql<SqlBool>`id = any(${idsOrDomains}::text[])`,
          sql<SqlBool>`lower(domain) = any(${idsOrDomains.map((one) => one.toLowerCase())}::text[])`,
        ]),
      );
    }
    return c.json({
      data: await companies.orderBy('name').orderBy('id').limit(limit).offset(offset).execute(),
    });
  });
}
