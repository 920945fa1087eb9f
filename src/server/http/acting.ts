import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';

import { readRep, repCookie } from '#contract/rep';

import { unnamedRep, type Context } from '../context';

/** The context of one request: who asks is the rep whom the cookie names. A cookie that cannot be read names nobody. */
export function acting(ctx: Context, c: HonoContext): Context {
  const rep = readRep(getCookie(c, repCookie));
  return { ...ctx, rep, actor: rep?.name ?? unnamedRep };
}
