import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The codes that LeadLex's documents name, with the status of each; the last two are assumed. */
const statusOf = {
  validation_error: 400,
  ambiguous_reference: 400,
  invalid_key: 401,
  insufficient_permissions: 403,
  not_found: 404,
  no_match: 409,
  rate_limited: 429,
  internal_error: 500,
  payload_too_large: 413,
} as const satisfies Record<string, ContentfulStatusCode>;
type Code = keyof typeof statusOf;

/** An answer other than success: `{error:{code,message}}` under the status of its code. */
export class LeadlexRefusal extends Error {
  override name = 'LeadlexRefusal';
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers refusals; everything else is ours to fix and goes on to the server. */
export function answerRefusal(error: Error, c: Context): Response {
  if (!(error instanceof LeadlexRefusal)) throw error;
  return refuse(c, error.code, error.message);
}

export function refuse(c: Context, code: Code, message: string): Response {
  return c.json({ error: { code, message } }, statusOf[code]);
}
