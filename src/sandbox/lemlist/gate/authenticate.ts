import type { Context, MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';

import { keyHash } from '../../account/key-hash';
import type { SandboxDatabase } from '../../database';
import { LemlistRefusal } from '../refusal';
import type { LemlistEnv, LemlistParts } from '../request';
import { writeBudget } from './rate-limit';

/** The refusal of a wrong key, also when a fault asks for it. */
export const WRONG_KEY = 'The authentication you supplied is incorrect';
const NO_KEY = 'No API key provided';

/** The team of a key. */
export async function findTeam(db: Kysely<SandboxDatabase>, key: string) {
  return db.selectFrom('lemlist_teams').selectAll().where('key_hash', '=', keyHash(key)).executeTakeFirst();
}

/** HTTP Basic with an empty user name and the key as password: base64 of `:KEY` (developer.lemlist.com, Authentication). */
export function authenticate({ db, clock, randomId }: LemlistParts): MiddlewareHandler<LemlistEnv> {
  return async (c, next) => {
    const { user, key } = credentials(c);
    const team = user === '' && key !== '' ? await findTeam(db, key) : undefined;
    if (team === undefined) {
      writeBudget(c, clock.now());
      throw new LemlistRefusal(401, user === '' && key === '' ? NO_KEY : WRONG_KEY);
    }
    c.set('key', key);
    c.set('rateLimit', team.rate_limit);
    c.set('scope', { db, teamId: team.id, now: () => clock.now(), randomId });
    await next();
  };
}

function credentials(c: Context): { user: string; key: string } {
  const [, encoded = ''] = /^Basic\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '') ?? [];
  const [user = '', ...key] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, key: key.join(':') };
}
