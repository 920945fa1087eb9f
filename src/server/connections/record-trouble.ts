import type { Context } from '../context';
import { findConnection, updateConnection } from '../store/connections';
import { transaction } from '../store/transaction';
import type { VendorError } from '../vendors/port';

/** Notes on the connection what was wrong with its last listing; null when it was complete. Listings alone do so. */
export async function recordTrouble(
  ctx: Context,
  connectionId: string,
  error: VendorError | null,
): Promise<void> {
  const trouble = error === null ? null : { kind: error.kind, message: error.message };
  const row = await findConnection(ctx.db, ctx.workspaceId, connectionId);
  if (row === undefined || (row.trouble?.kind === trouble?.kind && row.trouble?.message === trouble?.message))
    return;
  const before = row.trouble;
  const goesOn = before !== null && before.kind === trouble?.kind && before.kind !== 'unreadable';
  const since = goesOn ? before.since : ctx.clock.now().toISOString();
  await transaction(ctx, 'connections', (tx) =>
    updateConnection(tx, ctx.workspaceId, connectionId, {
      trouble: trouble === null ? null : JSON.stringify({ ...trouble, since }),
    }),
  );
}
