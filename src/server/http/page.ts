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
  app.get('*', (c) => c.html(notFound, 404, { 'cache-control': 'no-store' }));
  return app;
}

const notFound = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found · Outboard</title>
<main>
<h1>There is nothing at this address</h1>
<p>Check the address, or <a href="/">open the board</a>.</p>
</main>
</html>
`;
