import { beginWork } from './begin-work';
import { readConfig, readSecret } from './config';
import type { App } from './http/app';
import { createLog } from './log';
import { startEmbeddedPostgres } from './store/embedded/embedded-postgres';

/** Kept across edits of the server's code: the database goes on while the modules are loaded anew. */
const kept = globalThis as typeof globalThis & {
  outboardInDev?: Promise<{ app: App; stop(): Promise<void> }>;
};

const previous = kept.outboardInDev;
kept.outboardInDev = start();

/** Answers what the built server would. */
export async function devHandler(request: Request, env: unknown): Promise<Response> {
  const outboard = await kept.outboardInDev;
  if (outboard === undefined) throw new Error('The server has not started.');
  return outboard.app.fetch(request, env);
}

async function start() {
  await (await previous)?.stop();
  const config = readConfig({ ...process.env, PORT: '0' });
  const log = createLog(config.LOG_LEVEL);
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    log: (message) => log.info(message),
  });
  const database = config.DATABASE_URL ?? embedded.connection;
  return beginWork({
    config,
    database,
    secret: readSecret(config),
    log,
    page: null,
  });
}
