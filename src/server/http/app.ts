import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';

import { Refusal } from '../refusal';
import type { AppParts } from './app-parts';
import { guard } from './guard';
import { pageRoutes } from './page';
import { answerError } from './problems';
import { commandRoutes } from './routes/commands';
import { connectionRoutes } from './routes/connections';
import { healthRoutes } from './routes/health';
import { mediaFileRoutes, mediaRoutes } from './routes/media';
import { parentRoutes } from './routes/parents';
import { practiceRoutes } from './routes/practice-faults';
import { statsRoutes } from './routes/stats';
import { taskRoutes } from './routes/tasks';
import { viewRoutes } from './routes/views';

/** A function from request to answer. */
export type App = Pick<Hono, 'fetch'>;

const maxBodyBytes = 1024 * 1024;

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:', 'https:'],
  mediaSrc: ["'self'", 'blob:', 'https:'],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The whole web server as a function from request to answer. */
export function createApp(parts: AppParts): Hono {
  const { ctx, live, sandbox } = parts;
  const app = new Hono();
  app.onError((error, c) => answerError(ctx, error, c));
  app.route('/', healthRoutes(parts));
  app.use(secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer', xFrameOptions: 'DENY' }));
  app.use(guard(parts.publicUrl));
  if (sandbox !== null) app.route('/sandbox', sandbox);
  app.route('/media', mediaFileRoutes(parts));
  // Before the limit for bodies, which are read into memory: this one is a stream with a limit of its own.
  app.route('/api/media', mediaRoutes(parts));
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () => {
        const message = 'This request is larger than 1 MB. Send less at once.';
        throw new Refusal('too-large', message, [{ path: '', message }]);
      },
    }),
  );
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  app.route('/api/tasks', taskRoutes(parts));
  app.route('/api/commands', commandRoutes(parts));
  app.route('/api/connections', connectionRoutes(parts));
  app.route('/api/parents', parentRoutes(parts));
  app.route('/api/views', viewRoutes(parts));
  app.route('/api/stats', statsRoutes(parts));
  if (sandbox !== null)
    app.route(
      '/api/practice-faults',
      practiceRoutes(ctx, (path, init) => sandbox.request(path, init)),
    );
  app.get('/api/events', (c) => {
    const cut = () => (c.env as Partial<HttpBindings> | undefined)?.outgoing?.destroy();
    return c.body(live.open(ctx.workspaceId, cut), 200, {
      'content-type': 'text/event-stream',
      'x-accel-buffering': 'no',
    });
  });
  app.all('/api/*', () => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  if (parts.page !== null) app.route('/', pageRoutes(parts.page));
  return app;
}
