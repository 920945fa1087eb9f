import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';

import busboy from 'busboy';
import type { Context as HonoContext } from 'hono';

import { uploadRules, type MediaUpload } from '#contract/media';

import { tooLarge, type IncomingFile } from '../media/keep-upload';
import { Refusal } from '../refusal';

/** What a form around the file may weigh. */
const wrapping = 64 * 1024;

type Keep = (file: IncomingFile) => Promise<MediaUpload>;

/**
 * Hands the one file of a multipart body to `keep` while it arrives. What is left of a refused file is read and dropped,
 * so that the answer gets through.
 */
export async function readUpload(c: HonoContext, keep: Keep): Promise<MediaUpload> {
  const body = c.req.raw.body as WebStream<Uint8Array> | null;
  const parser = parserFor(c.req.header('content-type'));
  if (body === null || parser === null) throw malformed('Send the file as multipart/form-data.');
  if (Number(c.req.header('content-length') ?? 0) > uploadRules.maxBytes + wrapping)
    throw tooLarge('The file');
  let kept: Promise<MediaUpload> | null = null;
  let more = false;
  parser.on('file', (_field, stream, { filename }) => {
    // Destroying the stream would stall the parser.
    const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    kept = keep({ name: filename ?? '', bytes });
    kept.catch(() => stream.resume());
  });
  parser.on('filesLimit', () => {
    more = true;
  });
  const [arrived] = await Promise.allSettled([pipeline(Readable.fromWeb(body), parser)]);
  const result = await ended(kept);
  if (result?.error instanceof Refusal) throw result.error;
  if (arrived.status === 'rejected') throw malformed('The upload broke off. Send the file again.');
  if (result === null) throw malformed('Choose a file.');
  if ('error' in result) throw result.error;
  if (more) throw malformed('Send one file at a time.');
  return result.upload;
}

type Ended = { upload: MediaUpload; error?: never } | { error: unknown };

async function ended(kept: Promise<MediaUpload> | null): Promise<Ended | null> {
  return (
    (await kept?.then((upload): Ended => ({ upload })).catch((error: unknown): Ended => ({ error }))) ?? null
  );
}

function parserFor(contentType: string | undefined) {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      limits: { files: 1, fields: 0 },
      defParamCharset: 'utf8',
    });
  } catch {
    return null;
  }
}

function malformed(message: string): Refusal {
  return new Refusal('malformed', message, [{ path: 'media', message }]);
}
