import type { Connection } from '#contract/connection';

import type { Context } from '../context';
import { hurryTrial } from '../store/circuits';
import { requestPull } from '../store/connections';
import { transaction } from '../store/transaction';
import { readConnection } from './read-connections';

/** Asks for a listing now, of a vendor that is not called for a while too, unless it said itself when to come back. */
export async function syncConnection(ctx: Context, id: string): Promise<Connection> {
  await readConnection(ctx, id);
  const now = ctx.clock.now();
  await transaction(ctx, 'connections', async (tx) => {
    await hurryTrial(tx, ctx.workspaceId, id, now);
    await requestPull(tx, ctx.workspaceId, id, now);
  });
  return readConnection(ctx, id);
}
