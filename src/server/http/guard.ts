import type { MiddlewareHandler } from 'hono';

import { Refusal } from '../refusal';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets only pages of Outboard's own address in: a foreign Host is a rebinding attack, and a foreign Origin on anything
 * but a read is another site using the rep's browser. Programs send no Origin and pass.
 */
export function guard(publicUrl: string | null): MiddlewareHandler {
  const publicHost = publicUrl === null ? null : new URL(publicUrl).host;
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const name = host.replace(/:\d+$/, '');
    if (host !== publicHost && !loopbackNames.has(name)) {
      throw new Refusal(
        'forbidden',
        'Outboard is not served under this host name. Open it at its own address.',
      );
    }
    if (
      !safeMethods.has(c.req.method) &&
      isForeign(c.req.header('origin'), c.req.header('sec-fetch-site'), host)
    ) {
      throw new Refusal('forbidden', 'This request comes from another site and was not carried out.');
    }
    await next();
  };
}

function isForeign(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
