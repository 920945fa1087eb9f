import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';

/** The built page: named-by-content files for ever, the page itself asked for anew each time. */
export function pageRoutes(folder: string): Hono {
  const app = new Hono();
  app.use(compress());
  app.use(
    serveStatic({
      root: folder,
      onFound: (path, c) => {
        const named = path.includes('/assets/');
        c.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  app.get('/', async (c) => {
    c.header('cache-control', 'no-cache');
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'));
  });
  return app;
}
