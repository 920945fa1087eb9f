import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

import { assumed } from './assumptions';

/** An answer other than success: a number and a text, as the OpenAPI lists them for each operation. */
export class SaleshandyRefusal extends Error {
  override name = 'SaleshandyRefusal';
  readonly status: ContentfulStatusCode;
  readonly code: number;

  constructor(status: ContentfulStatusCode, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A missing or wrong key is a 400; no operation lists a 401. */
export const invalidToken = () => new SaleshandyRefusal(400, 1001, 'Invalid token');

/** What was being done when a call was refused, in the documents' words after "Failed to". */
export type Action =
  | 'fetch tasks'
  | 'fetch task by ID'
  | 'complete task'
  | 'skip task'
  | 'snooze task'
  | 'update task note'
  | 'bulk skip tasks'
  | 'bulk snooze tasks'
  | (typeof assumed.actions)[number];

/** `4000 Failed to …` with the reason behind it. */
export const failedTo = (action: Action, reason: string) =>
  new SaleshandyRefusal(400, 4000, `Failed to ${action}: ${reason}`);

/** assumed: the 404s that no document words. */
export const notFound = (message: string) => new SaleshandyRefusal(404, assumed.codes.notFound, message);

/** Answers refusals; everything else is ours to fix and goes on to the server. */
export function answerRefusal(error: Error, c: Context): Response {
  if (!(error instanceof SaleshandyRefusal)) throw error;
  return c.json(assumed.errorBody(error.code, error.message), error.status);
}
