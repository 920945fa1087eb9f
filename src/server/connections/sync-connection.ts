import type { Connection } from '#contract/connection';

import type { Context } from '../context';
import { requestPull } from '../store/connections';
import { transaction } from '../store/transaction';
import { readConnection } from './read-connections';

/** Asks for a listing now. */
export async function syncConnection(ctx: Context, id: string): Promise<Connection> {
  await readConnection(ctx, id);
  await transaction(ctx, 'connections', (tx) => requestPull(tx, ctx.workspaceId, id, ctx.clock.now()));
  return readConnection(ctx, id);
}
