import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import type { Logger } from 'pino';

import { createSandbox, type Sandbox } from '#sandbox/sandbox';

import type { Config } from './config';
import { createSecretBox } from './connections/secret-box';
import type { Context } from './context';
import { createApp, type App } from './http/app';
import { listen } from './http/listen';
import { Live } from './http/live';
import { checkKey } from './jobs/check-key';
import { vendorOpener, type OpenVendor } from './jobs/open-vendor';
import { resolveNames } from './jobs/resolve-names';
import { startRunner, type Runner } from './jobs/runner';
import { searchParents } from './jobs/search-parents';
import { publicBase } from './media/public-base';
import { alone, migrate, openDatabase, ping, type DatabaseAddress } from './store/database';
import { isNobodyUp, listenForNotices } from './store/notices';
import type { Db } from './store/schema';

export type StartOptions = {
  config: Pick<Config, 'PORT' | 'HOST' | 'PUBLIC_URL' | 'SANDBOX' | 'HOLD_SECONDS' | 'OUTBOUND_HOLD_SECONDS'>;
  database: DatabaseAddress;
  secret: string;
  log: Logger;
  clock: { now(): Date };
  /** The folder of the built page; null where something else serves it. */
  page: string | null;
  workspaceId: number;
  /** Milliseconds that a call to a vendor may take. */
  vendorTimeoutMs?: number;
};

export type Outboard = {
  url: string;
  app: App;
  ctx: Context;
  openVendor: OpenVendor;
  sandbox: Sandbox | null;
  /** Whether no other server was up on this database when this one started. */
  isAlone: boolean;
  /** Begins to deliver and to pull. */
  startJobs(): void;
  /**
   * Leaves in order: says that it is not ready, ends the streams and the jobs, serves for so many milliseconds yet, then
   * lets running requests end.
   */
  stop(serveForMs?: number): Promise<void>;
};

/** Longer than an open page takes to notice that the server is back. */
const graceSeconds = 6;

/** Puts the parts together and serves them; ends once requests are answered. Background work begins when told. */
export async function startOutboard(options: StartOptions): Promise<Outboard> {
  const { config, log, clock } = options;
  const db = openDatabase(options.database, (error) =>
    log.warn({ err: error }, 'a database connection broke'),
  );
  let leaving = false;
  const ctx = contextOf(options, db);
  const live = new Live();
  const server = await listen(config);
  const { url } = server;
  const sandbox = await alone(db, 'outboard tables', async () => {
    await migrate(db);
    return config.SANDBOX === 'off' ? null : createSandbox({ db, clock, origin: url });
  });
  const openVendor = vendorOpener({ sandboxOrigin: url, timeoutMs: options.vendorTimeoutMs });
  const app = createApp({
    ctx,
    live,
    searchParents: (connectionId, query) => searchParents(ctx, openVendor, connectionId, query),
    resolveNames: (input) => resolveNames(ctx, openVendor, input),
    checkKey: (connection) => checkKey(ctx, url, connection),
    async ready() {
      if (leaving) throw new Error('the server is stopping');
      await ping(db);
    },
    sandbox: sandbox?.app ?? null,
    page: options.page,
    publicUrl: config.PUBLIC_URL ?? null,
  });
  server.answer(app.fetch);
  let runner: Runner | null = null;
  const isAlone = await isNobodyUp(db);
  const notices = await listenForNotices(options.database, (notice) => {
    live.announce(notice);
    runner?.wake();
  });
  return {
    url,
    app,
    ctx,
    openVendor,
    sandbox,
    isAlone,
    startJobs() {
      runner ??= startRunner(ctx, openVendor);
    },
    async stop(serveForMs = 0) {
      leaving = true;
      server.leave();
      live.endStreams();
      await Promise.all([runner?.stop(), wait(serveForMs)]);
      live.close();
      await server.close();
      await notices.stop();
      await db.destroy();
    },
  };
}

function contextOf({ config, secret, log, clock, workspaceId }: StartOptions, db: Db): Context {
  return {
    db,
    clock,
    newId: randomUUID,
    workspaceId,
    actor: 'Outboard',
    rep: null,
    hold: {
      seconds: config.HOLD_SECONDS,
      outboundSeconds: config.OUTBOUND_HOLD_SECONDS,
      graceSeconds: config.HOLD_SECONDS === 0 ? 0 : graceSeconds,
    },
    publicBase: publicBase(config.PUBLIC_URL),
    secrets: createSecretBox(secret),
    log,
  };
}
