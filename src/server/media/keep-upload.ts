import { randomBytes } from 'node:crypto';

import { uploadRules, type MediaUpload, type UploadType } from '#contract/media';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { deleteMedia, finishMedia, insertChunk, insertMedia } from '../store/media';
import { trueType } from './true-type';
import { addressName, cleanName } from './upload-name';

const pieceBytes = 256 * 1024;
const tokenBytes = 24;

/** A file on its way in, its name as the sender gave it. */
export type IncomingFile = { name: string; bytes: AsyncIterable<Buffer> };

/**
 * Keeps a file piece by piece, so that no more than one piece is in memory, each in a transaction of its own: a slow
 * upload must not hold one open. Refuses, at `media`, what is too large, empty or of another type than images and videos.
 */
export async function keepUpload(ctx: Context, file: IncomingFile): Promise<MediaUpload> {
  const id = ctx.newId();
  const token = randomBytes(tokenBytes).toString('base64url');
  const name = cleanName(file.name);
  let type: UploadType | null = null;
  let size = 0;
  let seq = 0;
  try {
    for await (const bytes of inPieces(file.bytes)) {
      size += bytes.length;
      if (size > uploadRules.maxBytes) throw tooLarge(name);
      if (type === null) {
        type = await typeOf(bytes, name);
        await begin(ctx, { id, token, name, type });
      }
      await insertChunk(ctx.db, ctx.workspaceId, { mediaId: id, seq, bytes });
      seq += 1;
    }
    if (type === null) throw refusal(`“${name}” is empty. Choose another file.`);
    await finishMedia(ctx.db, ctx.workspaceId, id, size);
  } catch (error) {
    await deleteMedia(ctx.db, ctx.workspaceId, id);
    throw error;
  }
  const kind = type.startsWith('image/') ? 'image' : 'video';
  return { id, kind, url: `/media/${token}/${addressName(name, type)}`, name, size, type };
}

async function begin(
  ctx: Context,
  row: { id: string; token: string; name: string; type: UploadType },
): Promise<void> {
  const now = ctx.clock.now();
  await insertMedia(ctx.db, { workspace_id: ctx.workspaceId, ...row, created_at: now, used_at: now });
}

async function typeOf(firstBytes: Buffer, name: string): Promise<UploadType> {
  const type = await trueType(firstBytes);
  if (type === null) {
    throw refusal(
      `“${name}” is no PNG, JPEG or GIF image and no MP4 or QuickTime video. Choose another file.`,
    );
  }
  return type;
}

/** The refusal of a file over the limit. */
export function tooLarge(name: string): Refusal {
  const message = `“${name}” is larger than ${uploadRules.maxBytes / 1024 / 1024} MB. Choose a smaller file.`;
  return new Refusal('too-large', message, [{ path: 'media', message }]);
}

function refusal(message: string): Refusal {
  return new Refusal('invalid', message, [{ path: 'media', message }]);
}

async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    waiting.push(part);
    length += part.length;
    if (length < pieceBytes) continue;
    yield Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(waiting, length);
}
