import { fetch } from 'undici';
import type { Response } from 'undici';

import type { VendorFailure } from '#contract/command';

import { NotConnected } from './address-check';
import { agentFor } from './connector';
import { TooLarge, effectOf, kindOf, outOfTime, unanswered, wordsFor } from './failure';
import { VendorError, patience } from './port';
import type { Classify, Send, SendRequest } from './port';
import { secretsIn, vendorWords, withoutSecrets } from './quote';
import { retryTime } from './retry-time';

const maxBytes = 10 * 1024 * 1024;

export type SendOptions = {
  /** The vendor's name as a rep knows it. */
  vendorLabel: string;
  /** Without a trailing slash. */
  baseUrl: string;
  /** The authorization headers; nothing of them appears in an error. */
  headers: Record<string, string>;
  /** For the vendor that Outboard itself plays: only loopback addresses, plain http too. */
  allowPrivate: boolean;
  /** Ends when the connection's budget has room for one more call. */
  take(write: boolean): Promise<void>;
  /** Hears how each exchange with the vendor ended; null is an answer that could be read. */
  heard?: ((error: VendorError | null, write: boolean) => Promise<void>) | undefined;
  clock: { now(): Date };
  /** Milliseconds for the whole answer, headers and body, unless a request asks for more. */
  timeoutMs?: number;
  /** Breaks reads off; a write is always waited for. */
  stopping?: AbortSignal | undefined;
  /** When all of these calls together must be over, by `performance.now()`; one that cannot end by then is not made. */
  endsAt?: number;
  /** The adapter's own reading of a refusal. */
  classify?: Classify | undefined;
};

/** Calls to one account at one vendor. A read that found the vendor down is repeated once, a write never. */
export function createSend(options: SendOptions): Send {
  const secrets = secretsIn(options.headers);
  return async (request) => {
    try {
      return await callOnce(options, secrets, request);
    } catch (error) {
      if (request.method !== 'GET' || !(error instanceof VendorError) || error.kind !== 'down') throw error;
      return await callOnce(options, secrets, request);
    }
  };
}

async function callOnce(
  options: SendOptions,
  secrets: readonly string[],
  request: SendRequest,
): Promise<unknown> {
  const write = request.method !== 'GET';
  const timeoutMs = answerTime(options, request);
  await options.take(write);
  if (request.notAfter !== undefined && request.notAfter <= options.clock.now())
    throw outOfTime(options.vendorLabel);
  try {
    const json = await answerTo(options, secrets, { ...request, timeoutMs });
    await options.heard?.(null, write);
    return json;
  } catch (error) {
    if (error instanceof VendorError) await options.heard?.(error, write);
    throw error;
  }
}

type TimedRequest = SendRequest & { timeoutMs: number };

async function answerTo(
  options: SendOptions,
  secrets: readonly string[],
  request: TimedRequest,
): Promise<unknown> {
  let answer: Answer;
  try {
    answer = await exchange(options, request);
  } catch (error) {
    throw unanswered(options.vendorLabel, error, request.method !== 'GET');
  }
  if (answer.ok && !answer.html && answer.json !== undefined) return answer.json;
  throw refusal(options, secrets, answer, request);
}

const shortestMs = 1_000;

/** Milliseconds for the answer, such that the wait for a turn, and a read's second try, still end in time. */
function answerTime({ timeoutMs, endsAt, vendorLabel }: SendOptions, request: SendRequest): number {
  const usualMs = request.timeoutMs ?? timeoutMs ?? patience.answerMs;
  if (endsAt === undefined) return usualMs;
  const tries = request.method === 'GET' ? 2 : 1;
  const leftMs = Math.floor((endsAt - performance.now()) / tries) - patience.turnMs;
  if (leftMs < Math.min(shortestMs, usualMs)) throw outOfTime(vendorLabel);
  return Math.min(usualMs, leftMs);
}

type Answer = {
  ok: boolean;
  status: number;
  headers: Headers;
  html: boolean;
  text: string;
  json?: unknown;
};

async function exchange(
  options: SendOptions,
  { method, path, query, body, timeoutMs }: TimedRequest,
): Promise<Answer> {
  const url = new URL(`${options.baseUrl}${path}`);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  if (!options.allowPrivate && url.protocol !== 'https:') {
    throw new Error('blocked', {
      cause: new NotConnected('address', 'The address does not start with https.'),
    });
  }
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      'user-agent': 'Outboard',
      ...options.headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal: method === 'GET' && options.stopping ? AbortSignal.any([timeout, options.stopping]) : timeout,
    dispatcher: agentFor(options.allowPrivate ? 'loopback' : 'public'),
  });
  // The status of a refusal is known even when its body is lost.
  const text = response.ok ? await readText(response) : await readText(response).catch(() => '');
  const headers = new Headers([...response.headers]);
  const html = /html/i.test(headers.get('content-type') ?? '');
  return { ok: response.ok, status: response.status, headers, html, text, ...parsed(text) };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TooLarge();
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** An answer without any text counts as `null`. */
function parsed(text: string): { json?: unknown } {
  if (text.trim() === '') return { json: null };
  try {
    return { json: JSON.parse(text, unstorable.test(text) ? storable : undefined) as unknown };
  } catch {
    return {};
  }
}

/** NUL and halves of surrogate pairs, which JSON can write and PostgreSQL cannot keep. */
const unstorable = /\\u(?:0000|d[89a-f])/i;

function storable(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').replaceAll(/\p{Cs}/gu, '\uFFFD') : value;
}

function refusal(
  options: SendOptions,
  secrets: readonly string[],
  answer: Answer,
  request: SendRequest,
): VendorError {
  const { failure, effect } = judged(options, secrets, answer, request);
  const clean = (text: string) => withoutSecrets(text, secrets);
  return new VendorError(
    {
      kind: failure.kind,
      message: clean(failure.message),
      fields: failure.fields.map((field) => ({ path: field.path, message: clean(field.message) })),
      ...(failure.candidates !== undefined && {
        candidates: failure.candidates.map((one) => ({
          ...one,
          name: clean(one.name),
          detail: clean(one.detail),
        })),
      }),
    },
    {
      effect,
      retryAt: failure.kind === 'limited' ? retryTime(answer.headers, options.clock.now()) : null,
    },
  );
}

function judged(
  options: SendOptions,
  secrets: readonly string[],
  { ok, status, headers, html, text, json }: Answer,
  request: SendRequest,
): { failure: VendorFailure; effect: 'none' | 'unknown' } {
  const write = request.method !== 'GET';
  const body = { text, ...(json === undefined || json === null ? {} : { json }) };
  const words = html ? '' : vendorWords(body, secrets);
  const own = ok ? null : (options.classify?.(status, { ...body, words }, headers, request) ?? null);
  const kind = own?.kind ?? (ok ? 'unreadable' : kindOf(status));
  const failure = own ?? {
    kind,
    message: wordsFor(kind, { label: options.vendorLabel, said: words, write }),
    fields: [],
  };
  return { failure, effect: effectOf(kind, write) };
}
