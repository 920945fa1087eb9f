import { Hono } from 'hono';

import { type AnyDatabase, migrateSandbox, sandboxTables } from './database';
import { lemlistApi } from './lemlist/api';
import { lemlistControl } from './lemlist/control';
import { seedLemlistDemo } from './lemlist/demo/seed-demo';
import { type RandomId, randomId as vendorLikeId } from './random-id';

export type SandboxClock = { now(): Date };

export type Sandbox = {
  /** Routes are relative (`/lemlist/api/…`, `/control/…`); the server mounts it at `/sandbox`. */
  app: Hono;
  /** Makes the demo team with the key `sandbox-lemlist-key` unless it exists. */
  seedDemo(): Promise<void>;
};

/** The vendors' APIs as their documents describe them, on their own tables; runs its migrations first. */
export async function createSandbox(options: {
  db: AnyDatabase;
  clock: SandboxClock;
  randomId?: RandomId;
}): Promise<Sandbox> {
  await migrateSandbox(options.db);
  const parts = {
    db: sandboxTables(options.db),
    clock: options.clock,
    randomId: options.randomId ?? vendorLikeId,
  };
  const app = new Hono();
  app.route('/lemlist/api', lemlistApi(parts));
  app.route('/control/lemlist', lemlistControl(parts));
  return { app, seedDemo: () => seedLemlistDemo(options.db, options.clock.now()) };
}
