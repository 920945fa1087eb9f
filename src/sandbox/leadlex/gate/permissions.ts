import type { MiddlewareHandler } from 'hono';

import { LeadlexRefusal } from '../refusal';
import type { LeadlexEnv } from '../request';

export const permissions = [
  'activities:read',
  'activities:write',
  'contacts:read',
  'deals:read',
  'companies:read',
  'calendar:read',
  'users:read',
] as const;
export type Permission = (typeof permissions)[number];

/** Lets a call through when its key has the permission. */
export function needs(permission: Permission): MiddlewareHandler<LeadlexEnv> {
  return async (c, next) => {
    if (!c.get('permissions').includes(permission)) {
      throw new LeadlexRefusal('insufficient_permissions', `Missing ${permission} permission`);
    }
    await next();
  };
}
