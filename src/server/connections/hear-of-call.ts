import type { Context } from '../context';
import { lockConnection, updateConnection, type ConnectionRow } from '../store/connections';
import { renewHeldTasks } from '../store/tasks/tasks';
import { transaction, type Tx } from '../store/transaction';
import type { VendorError } from '../vendors/port';
import { afterFailure, closedCircuit, type FailedCall } from './circuit';

/** The connection as it was when the call was made: what is heard about one key says nothing about another. */
type Called = { id: string; key_sealed: Buffer };

type HeardCall = Omit<FailedCall, 'error'> & {
  /** Null when the vendor did what was asked. */
  error: VendorError | null;
};

/** `announced`: the circuit is another one now; `reason`: so is what the waiting cards say. */
type News = 'none' | 'announced' | 'reason';

/** Tells a connection's circuit how a call ended; it opens, closes or stays as it is, for every process. */
export async function hearOfCall(ctx: Context, called: Called, call: HeardCall): Promise<void> {
  const hear = async (tx: Tx): Promise<News> => {
    const row = await lockConnection(tx, ctx.workspaceId, called.id);
    if (row === undefined || !row.key_sealed.equals(called.key_sealed)) return 'none';
    const { error } = call;
    if (error === null || error.kind === 'refused') return live(ctx, tx, row, call.isTrial);
    return fail(ctx, tx, row, { ...call, error });
  };
  const news = await transaction(ctx, 'connections', hear, (result) => result !== 'none');
  if (news === 'reason')
    await transaction(ctx, 'tasks', (tx) => renewHeldTasks(tx, ctx.workspaceId, called.id), Boolean);
}

/** The vendor answered: what failed before is forgotten; an open circuit is closed by its trial alone. */
async function live(ctx: Context, tx: Tx, row: ConnectionRow, isTrial: boolean): Promise<News> {
  if (row.circuit === 'closed') {
    await updateConnection(tx, ctx.workspaceId, row.id, { failures: 0 });
    return 'none';
  }
  if (!isTrial || row.circuit !== 'half-open') return 'none';
  const { pause_ms, retry_at, trouble } = row;
  await updateConnection(tx, ctx.workspaceId, row.id, {
    ...closedCircuit,
    pause_ms,
    retry_at,
    // What the last listing met of the same trouble is over too.
    ...(trouble?.kind === row.cause?.kind && { trouble: null }),
  });
  return isTold(row.cause) ? 'reason' : 'announced';
}

async function fail(ctx: Context, tx: Tx, row: ConnectionRow, call: FailedCall): Promise<News> {
  const next = afterFailure(row, call, ctx.clock.now());
  if (next === null) return 'none';
  const cause = next.cause === null ? null : JSON.stringify(next.cause);
  await updateConnection(tx, ctx.workspaceId, row.id, { ...next, cause });
  if (next.circuit === 'closed') return 'none';
  return isTold(next.cause) && next.cause?.message !== row.cause?.message ? 'reason' : 'announced';
}

/** A vendor may ask to go slower every few seconds, and the cards would be drawn anew each time. */
function isTold(cause: ConnectionRow['cause']): boolean {
  return cause !== null && cause.kind !== 'limited';
}
