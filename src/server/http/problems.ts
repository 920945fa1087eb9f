import type { Context as HonoContext } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod/mini';

import { fieldErrors, type Problem } from '#contract/errors';

import type { Context } from '../context';
import { Refusal, type RefusalCode } from '../refusal';

const statusOf: Record<RefusalCode, ContentfulStatusCode> = {
  malformed: 400,
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
  'too-large': 413,
  vendor: 502,
};

const titles: Record<RefusalCode, string> = {
  malformed: 'Cannot be read',
  invalid: 'Needs another look',
  'not-found': 'Not there',
  conflict: 'Does not fit what is there now',
  forbidden: 'Not allowed',
  'too-large': 'Too large',
  vendor: 'The vendor did not answer well',
};

/** The one place where an error becomes an answer: a refusal in its own words, anything else logged and kept private. */
export function answerError(ctx: Context, error: unknown, c: HonoContext): Response {
  const refusal = refusalOf(error);
  if (refusal !== null) {
    return answer(c, {
      type: `about:blank#${refusal.code}`,
      title: titles[refusal.code],
      status: statusOf[refusal.code],
      detail: refusal.message,
      errors: refusal.errors,
    });
  }
  const requestId = ctx.newId();
  ctx.log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'a request failed');
  return answer(c, {
    type: 'about:blank#internal',
    title: 'Something broke in Outboard',
    status: 500,
    detail: `Nothing was lost. Try again; if it stays so, look for ${requestId} in the server's log.`,
    errors: [],
    requestId,
  });
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof z.core.$ZodError)
    return new Refusal('invalid', 'Some fields need another look.', fieldErrors(error));
  if (error instanceof HTTPException && error.status === 413)
    return new Refusal('too-large', 'This request is too large.');
  return null;
}

function answer(c: HonoContext, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
  });
}
