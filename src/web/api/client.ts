import type * as z from 'zod/mini';

import type { FieldError, Problem } from '#contract/errors';
import { problem } from '#contract/errors';

import { answered, missed } from './line';

/** Longer than the server ever needs; a server that hangs counts as one that does not answer. */
const patienceMs = 20_000;

/**
 * Why a request got no good answer. `offline`: nobody answered; `server`: try again later; `refused`: asking again
 * changes nothing; `unreadable`: the answer is not what the contract says.
 */
export type ApiErrorKind = 'offline' | 'server' | 'refused' | 'unreadable';

interface ApiErrorParts {
  kind: ApiErrorKind;
  status: number;
  title: string;
  detail: string;
  errors?: readonly FieldError[];
}

/**
 * `message` and `detail` are words for a person; `errors` are the complaints about fields, `fields` maps a field's dotted
 * path to its complaint; `status` is 0 without an answer.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly fields: Readonly<Record<string, string>>;

  constructor({ kind, status, title, detail, errors = [] }: ApiErrorParts) {
    super(detail);
    this.kind = kind;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.fields = Object.fromEntries(errors.map(({ path, message }) => [path, message]));
  }

  /** Whether the same request can still succeed by itself. */
  get passing(): boolean {
    return this.kind === 'offline' || this.kind === 'server';
  }
}

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  query?: URLSearchParams;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Asks Outboard's own API and answers what the schema makes of the body.
 * @throws ApiError with words for a person; the signal's own reason when the asker gave up.
 */
export async function request<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  options: RequestOptions = {},
): Promise<z.output<Schema>> {
  const { signal } = options;
  const since = Date.now();
  try {
    const response = await send(path, options);
    const text = await response.text();
    answered(response.status, since);
    return readAnswer(schema, response.status, text);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (signal?.aborted) throw signal.reason;
    missed(since);
    throw error instanceof DOMException && error.name === 'TimeoutError' ? tooSlow() : offline();
  }
}

/**
 * What the schema makes of an answer.
 * @throws ApiError when the status or the body is not what was asked for.
 */
export function readAnswer<Schema extends z.ZodMiniType>(
  schema: Schema,
  status: number,
  text: string,
): z.output<Schema> {
  if (status < 200 || status > 299) throw refusalOf(status, text);
  const answer = schema.safeParse(parseJson(text));
  if (!answer.success) throw unreadable(status);
  return answer.data;
}

function send(path: string, { method = 'GET', query, body, signal }: RequestOptions): Promise<Response> {
  const search = query?.size ? `?${query}` : '';
  const patience = AbortSignal.timeout(patienceMs);
  return fetch(`${path}${search}`, {
    method,
    headers:
      body === undefined
        ? { accept: 'application/json' }
        : { accept: 'application/json', 'content-type': 'application/json' },
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

function refusalOf(status: number, text: string): ApiError {
  const kind = status >= 500 || status === 408 || status === 429 ? 'server' : 'refused';
  const told = problem.safeParse(parseJson(text));
  const words: Pick<Problem, 'title' | 'detail' | 'errors'> = told.success
    ? told.data
    : kind === 'server'
      ? {
          title: 'Not now',
          detail: 'Outboard cannot answer at the moment. Try again in a minute.',
          errors: [],
        }
      : {
          title: 'Not done',
          detail: 'Outboard did not accept this. Reload the page and try again.',
          errors: [],
        };
  return new ApiError({
    kind,
    status,
    title: words.title,
    detail: words.detail || words.title,
    errors: words.errors,
  });
}

/** Nobody answered. */
export function offline(): ApiError {
  return new ApiError({
    kind: 'offline',
    status: 0,
    title: 'No answer',
    detail: 'Outboard does not answer. Check that it is running, then try again.',
  });
}

/** Nobody answered in the time that a request has. */
function tooSlow(): ApiError {
  return new ApiError({
    kind: 'offline',
    status: 0,
    title: 'No answer in time',
    detail: `Outboard took longer than ${patienceMs / 1000} seconds to answer. It may be busy; try again in a moment.`,
  });
}

function unreadable(status: number): ApiError {
  return new ApiError({
    kind: 'unreadable',
    status,
    title: 'Unreadable answer',
    detail: 'Outboard’s answer could not be read. Reload the page to get the version that fits.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
