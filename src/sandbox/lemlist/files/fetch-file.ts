import { createHash } from 'node:crypto';
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';

import { allowedUrl, checkedLookup, NotPublic } from './address-rule';

const MOST_REDIRECTS = 3;
const HEAD_BYTES = 64;

export type FetchedFile = {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
  /** The first bytes, enough to tell the type. */
  head: Buffer;
};

/** Why a file could not be had: `address` is not public, `size` over the limit, `time` run out, `download` all else. */
export class FetchFailure extends Error {
  override name = 'FetchFailure';
  readonly reason: 'address' | 'size' | 'time' | 'download';

  constructor(reason: FetchFailure['reason'], detail: string) {
    super(detail);
    this.reason = reason;
  }
}

type Options = { ownOrigin: string | null; maxBytes: number; timeoutMs: number };

/** Downloads a file as it streams by, never whole in memory; redirects are followed under the same rule for addresses. */
export async function fetchFile(link: string, options: Options): Promise<FetchedFile> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    let url = allowedUrl(link, options.ownOrigin);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const response = await ask(url, options.ownOrigin, signal);
      const next = redirectOf(response, url);
      if (next === null) return await read(response, url, options.maxBytes);
      response.destroy();
      url = allowedUrl(next, options.ownOrigin);
    }
    throw new FetchFailure('download', 'too many redirects');
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    if (signal.aborted) throw new FetchFailure('time', 'took too long');
    if (error instanceof NotPublic) throw new FetchFailure('address', error.message);
    throw new FetchFailure('download', 'could not be downloaded');
  }
}

function ask(url: URL, ownOrigin: string | null, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getSecure : getPlain;
  return new Promise((resolve, reject) => {
    const options = {
      lookup: checkedLookup(url, ownOrigin),
      signal,
      agent: false,
      headers: { 'accept-encoding': 'identity', 'user-agent': 'lemlist-sandbox' },
    };
    get(url, options, resolve).on('error', reject);
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null;
  if (!URL.canParse(headers.location, from)) throw new NotPublic('not a URL');
  return new URL(headers.location, from).href;
}

async function read(response: IncomingMessage, url: URL, maxBytes: number): Promise<FetchedFile> {
  if (response.statusCode !== 200) {
    response.destroy();
    throw new FetchFailure('download', `answered with status ${response.statusCode}`);
  }
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop closes the connection.
    if (size > maxBytes) throw new FetchFailure('size', 'is too large');
    hash.update(chunk);
    if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES)]);
  }
  return { name: nameIn(url), size, sha256: hash.digest('hex'), head };
}

function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  return last.replaceAll(/[^\w.%-]/g, '').slice(0, 200) || 'file';
}
