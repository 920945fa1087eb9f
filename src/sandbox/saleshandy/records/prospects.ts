import { Hono } from 'hono';
import { sql, type SqlBool } from 'kysely';
import { z } from 'zod';

import { assumed } from '../assumptions';
import { pageNumber, readQuery, type SaleshandyEnv, text } from '../request';
import type { SaleshandyTables } from '../tables';

const pageSizes = new Set([10, 20, 50, 100]);

const prospectQuery = z.object({
  search: text.optional(),
  page: pageNumber,
  pageSize: z.coerce
    .number()
    .int()
    .default(100)
    .transform((size) => Math.min(size, 100))
    .refine((size) => pageSizes.has(size), 'must be 10, 20, 50 or 100'),
  sort: z.enum(['ASC', 'DESC']).default('DESC'),
  sortBy: z.enum(['createdAt', 'owner']).default('createdAt'),
  includeCustomFields: z.enum(['true', 'false']).default('false'),
});

/** GET /prospects: `{payload}` alone, no message; names are among the attributes. There is no way to get one by id. */
export function prospectRoutes(): Hono<SaleshandyEnv> {
  return new Hono<SaleshandyEnv>().get('/', async (c) => {
    const { db, teamId } = c.get('scope');
    const query = readQuery(c, prospectQuery, 'fetch prospects');
    let found = db
      .selectFrom('saleshandy_prospects as prospect')
      .leftJoin('saleshandy_users as owner', (join) =>
        join.onRef('owner.team_id', '=', 'prospect.team_id').onRef('owner.id', '=', 'prospect.owner_id'),
      )
      .selectAll('prospect')
      .where('prospect.team_id', '=', teamId);
    if (query.search !== undefined) {
      const all = sql`concat_ws(' ', prospect.first_name, prospect.last_name, prospect.email)`;
      found = found.where(sql<SqlBool>`position(lower(${query.search}) in lower(${all})) > 0`);
    }
    const rows = await found
      .orderBy(query.sortBy === 'owner' ? 'owner.name' : 'prospect.created_at', (by) =>
        (query.sort === 'ASC' ? by.asc() : by.desc()).nullsLast(),
      )
      .orderBy('prospect.id')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const withCustom = query.includeCustomFields === 'true';
    return c.json({ payload: rows.map((row) => prospectAnswer(row, withCustom)) });
  });
}

function prospectAnswer(row: SaleshandyTables['saleshandy_prospects'], withCustom: boolean) {
  const own = assumed.attributes.map(({ id, key, column }) => ({ id, key, value: row[column] }));
  const custom = Object.entries(row.custom_fields).map(([key, value]) => ({
    id: `custom-${key}`,
    key,
    value,
  }));
  return {
    id: row.id,
    createdAt: row.created_at.toISOString(),
    email: row.email,
    verificationStatus: row.verification_status,
    attributes: withCustom ? [...own, ...custom] : own,
  };
}
