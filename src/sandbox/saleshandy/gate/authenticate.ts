import type { MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';

import { keyHash } from '../../account/key-hash';
import type { SandboxDatabase } from '../../database';
import { invalidToken } from '../refusal';
import type { SaleshandyEnv, SaleshandyParts } from '../request';

/** The team of a key. */
export async function findTeam(db: Kysely<SandboxDatabase>, key: string) {
  return db
    .selectFrom('saleshandy_teams')
    .selectAll()
    .where('key_hash', '=', keyHash(key))
    .executeTakeFirst();
}

/** The header `x-api-key` (sources/saleshandy-create-task.txt, Authorization). */
export function authenticate({ db, clock, newId }: SaleshandyParts): MiddlewareHandler<SaleshandyEnv> {
  return async (c, next) => {
    const key = c.req.header('x-api-key') ?? '';
    const team = key === '' ? undefined : await findTeam(db, key);
    if (team === undefined) throw invalidToken();
    c.set('key', key);
    c.set('rateLimit', team.rate_limit);
    c.set('scope', { db, teamId: team.id, now: () => clock.now(), newId });
    await next();
  };
}
