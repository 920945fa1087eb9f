import type { MiddlewareHandler } from 'hono';
import type { Kysely } from 'kysely';

import { keyHash } from '../../account/key-hash';
import type { SandboxDatabase } from '../../database';
import { assumed } from '../assumptions';
import { LeadlexRefusal } from '../refusal';
import type { LeadlexEnv, LeadlexParts } from '../request';
import { writeBudget } from './rate-limit';

/** The workspace of a key. */
export async function findWorkspace(db: Kysely<SandboxDatabase>, key: string) {
  return db
    .selectFrom('leadlex_workspaces')
    .selectAll()
    .where('key_hash', '=', keyHash(key))
    .executeTakeFirst();
}

/** `Authorization: Bearer wbk_…` (sources/leadlex-create-task.txt); every answer gets its X-Request-ID here. */
export function authenticate({ db, clock, ids }: LeadlexParts): MiddlewareHandler<LeadlexEnv> {
  return async (c, next) => {
    c.header('X-Request-ID', ids.uuid());
    const [, key = ''] = /^Bearer\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const workspace = key.startsWith('wbk_') ? await findWorkspace(db, key) : undefined;
    if (workspace === undefined) {
      writeBudget(c, clock.now());
      throw new LeadlexRefusal('invalid_key', assumed.text.invalidKey);
    }
    c.set('key', key);
    c.set('plan', workspace.plan);
    c.set('permissions', workspace.permissions);
    c.set('scope', { db, workspaceId: workspace.id, now: () => clock.now(), ids });
    await next();
  };
}
