import { Readable } from 'node:stream';

import { Hono } from 'hono';

import { keepUpload } from '../../media/keep-upload';
import { openMedia } from '../../media/open-media';
import type { AppParts } from '../app-parts';
import { readUpload } from '../read-upload';

/** Takes uploads, one file a request, and tells the name that one was given. */
export function mediaRoutes({ ctx }: AppParts): Hono {
  return new Hono()
    .post('/', async (c) => {
      c.header('cache-control', 'no-store');
      return c.json(await readUpload(c, (file) => keepUpload(ctx, file)), 201);
    })
    .get('/:token', async (c) => {
      const { name, type, size } = await openMedia(ctx, c.req.param('token'));
      c.header('cache-control', 'no-store');
      return c.json({ name, size, type });
    });
}

/** Serves uploads to whoever holds their address: the vendor has no other way in. The name in it is only for show. */
export function mediaFileRoutes({ ctx }: AppParts): Hono {
  return new Hono().get('/:token/:name?', async (c) => {
    const { name, type, size, pieces } = await openMedia(ctx, c.req.param('token'));
    const shown = type.startsWith('image/') ? 'inline' : 'attachment';
    const source = Readable.from(pieces(), { objectMode: false, highWaterMark: 1 });
    return c.body(Readable.toWeb(source) as ReadableStream<Uint8Array>, 200, {
      'content-type': type,
      'content-length': String(size),
      'content-disposition': `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });
}
