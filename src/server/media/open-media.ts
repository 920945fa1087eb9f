import type { Context } from '../context';
import { Refusal } from '../refusal';
import { findMedia, readChunk, type MediaRow } from '../store/media';

export type OpenedMedia = Pick<MediaRow, 'name' | 'type'> & {
  size: number;
  /** The file's pieces in order; each is read when it is asked for. */
  pieces(): AsyncGenerator<Buffer, void, void>;
};

/** The file behind a token, as long as it is kept. Refuses every other token alike. */
export async function openMedia(ctx: Context, token: string): Promise<OpenedMedia> {
  const row = await findMedia(ctx.db, ctx.workspaceId, token);
  if (row === undefined || row.size === null) {
    throw new Refusal('not-found', 'This file is not here, or no longer.');
  }
  const { id, name, type, size } = row;
  return {
    name,
    type,
    size,
    async *pieces() {
      for (let seq = 0, sent = 0; sent < size; seq += 1) {
        const bytes = await readChunk(ctx.db, ctx.workspaceId, id, seq);
        if (bytes === undefined) throw new Error('the file was deleted while it was served');
        sent += bytes.length;
        yield bytes;
      }
    },
  };
}
