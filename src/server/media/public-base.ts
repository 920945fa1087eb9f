import { isPublicHttps } from '#contract/media';

import type { Context } from '../context';

/** `PUBLIC_URL` without a trailing slash, if vendors can reach it: https, and no private or local host. Null otherwise. */
export function publicBase(publicUrl: string | undefined): string | null {
  return publicUrl === undefined || !isPublicHttps(publicUrl) ? null : publicUrl.replace(/\/+$/, '');
}

/** Whether the vendor can fetch files from this server; the one that Outboard itself plays always can. */
export function isReachable(
  { publicBase: base }: Pick<Context, 'publicBase'>,
  { sandbox }: { sandbox: boolean },
): boolean {
  return sandbox || base !== null;
}
