import { Hono } from 'hono';

import { type AnyDatabase, migrateSandbox, sandboxTables } from './database';
import { leadlexApi } from './leadlex/api';
import { leadlexControl } from './leadlex/control';
import { DEMO_KEY as leadlexDemoKey } from './leadlex/demo/demo-key';
import { seedLeadlexDemo } from './leadlex/demo/seed-demo';
import { leadlexIds } from './leadlex/ids';
import { lemlistApi } from './lemlist/api';
import { lemlistControl } from './lemlist/control';
import { DEMO_KEY as lemlistDemoKey } from './lemlist/demo/demo-key';
import { seedLemlistDemo } from './lemlist/demo/seed-demo';
import { type RandomId, randomId as vendorLikeId, shortId } from './random-id';
import { saleshandyApi } from './saleshandy/api';
import { saleshandyControl } from './saleshandy/control';
import { DEMO_KEY as saleshandyDemoKey } from './saleshandy/demo/demo-key';
import { seedSaleshandyDemo } from './saleshandy/demo/seed-demo';

export type SandboxClock = { now(): Date };

export type Sandbox = {
  /** Routes are relative (`/lemlist/api/…`, `/control/…`); the server mounts it at `/sandbox`. */
  app: Hono;
  /**
   * Makes each vendor's demo team, with the keys `sandbox-lemlist-key`, `sandbox-saleshandy-key` and `wbk_sandbox-leadlex-key`,
   * unless it exists.
   */
  seedDemo(): Promise<void>;
  /** How the demo teams are reached. */
  demoAccounts: readonly { vendor: string; key: string; plan?: string }[];
};

/** The vendors' APIs as their documents describe them, on their own tables; runs its migrations first. */
export async function createSandbox(options: {
  db: AnyDatabase;
  clock: SandboxClock;
  randomId?: RandomId;
  /** Where this server listens: the one address on a private network from which links are fetched. */
  origin?: string;
}): Promise<Sandbox> {
  await migrateSandbox(options.db);
  const parts = {
    db: sandboxTables(options.db),
    clock: options.clock,
    ownOrigin: options.origin ?? null,
    randomId: options.randomId ?? vendorLikeId,
    newId: shortId,
    ids: leadlexIds,
  };
  const app = new Hono();
  app.route('/lemlist/api', lemlistApi(parts));
  app.route('/control/lemlist', lemlistControl(parts));
  app.route('/saleshandy/v1', saleshandyApi(parts));
  app.route('/control/saleshandy', saleshandyControl(parts));
  app.route('/leadlex/v1', leadlexApi(parts));
  app.route('/control/leadlex', leadlexControl(parts));
  return {
    app,
    demoAccounts: [
      { vendor: 'lemlist', key: lemlistDemoKey },
      { vendor: 'saleshandy', key: saleshandyDemoKey },
      { vendor: 'leadlex', key: leadlexDemoKey, plan: 'org' },
    ],
    async seedDemo() {
      await seedLemlistDemo(options.db, options.clock.now());
      await seedSaleshandyDemo(options.db, options.clock.now());
      await seedLeadlexDemo(options.db, options.clock.now());
    },
  };
}
