import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';

import busboy from 'busboy';
import type { Context as HonoContext } from 'hono';

import { uploadRules, type MediaUpload } from '#contract/media';

import { tooLarge, type IncomingFile } from '../media/keep-upload';
import { Refusal } from '../refusal';

/** What a form around the file may weigh. */
const wrapping = 64 * 1024;
/** What is read of a refused file whose length nobody told, for a sender that would not hear the answer before its end. */
const patienceBytes = 1024 * 1024;

type Keep = (file: IncomingFile) => Promise<MediaUpload>;

/**
 * Hands the one file of a multipart body to `keep` while it arrives. What is left of a refused file is read and dropped,
 * so that the answer gets through, but no more than was told of or than a file may weigh.
 */
export async function readUpload(c: HonoContext, keep: Keep): Promise<MediaUpload> {
  const body = c.req.raw.body as WebStream<Uint8Array> | null;
  const parser = parserFor(c.req.header('content-type'));
  if (body === null || parser === null) throw malformed('Send the file as multipart/form-data.');
  const told = Number(c.req.header('content-length') ?? 0);
  let most = uploadRules.maxBytes + wrapping;
  if (told > most) throw tooLarge('The file');
  let kept: Promise<MediaUpload> | null = null;
  let more = false;
  let read = 0;
  parser.on('file', (_field, stream, { filename }) => {
    // Destroying the stream would stall the parser.
    // An upload that breaks off after its file was refused ends this stream with an error that nobody waits for.
    stream.on('error', () => undefined);
    const bytes = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    kept = keep({ name: filename ?? '', bytes });
    kept.catch(() => {
      if (told === 0) most = Math.min(most, read + patienceBytes);
      stream.resume();
    });
  });
  parser.on('filesLimit', () => {
    more = true;
  });
  const take = (bytes: Uint8Array) => {
    read += bytes.length;
    if (read > most) throw tooLarge('The file');
  };
  const [arrived] = await Promise.allSettled([pipeline(piecesOf(body, take), parser)]);
  const result = await ended(kept);
  if (result?.error instanceof Refusal) throw result.error;
  if (arrived.status === 'rejected' && arrived.reason instanceof Refusal) throw arrived.reason;
  if (arrived.status === 'rejected') throw malformed('The upload broke off. Send the file again.');
  if (result === null) throw malformed('Choose a file.');
  if ('error' in result) throw result.error;
  if (more) throw malformed('Send one file at a time.');
  return result.upload;
}

/** Where it ends early the body is not cancelled, which would close the connection before the answer is sent. */
async function* piecesOf(
  body: WebStream<Uint8Array>,
  take: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      take(piece.value);
      yield piece.value;
    }
  } finally {
    reader.releaseLock();
  }
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
