import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An answer other than success, in lemlist's words: a bare sentence as plain text, or an object as JSON. */
export class LemlistRefusal extends Error {
  override name = 'LemlistRefusal';
  readonly status: ContentfulStatusCode;
  readonly body: string | { error: string; message?: string };

  constructor(status: ContentfulStatusCode, body: string | { error: string; message?: string }) {
    super(typeof body === 'string' ? body : body.error);
    this.status = status;
    this.body = body;
  }
}

export const badParams = () => new LemlistRefusal(400, 'Bad params');

/** Answers refusals; everything else is ours to fix and goes on to the server. */
export function answerRefusal(error: Error, c: Context): Response {
  if (!(error instanceof LemlistRefusal)) throw error;
  const { status, body } = error;
  return typeof body === 'string' ? c.text(body, status) : c.json(body, status);
}
