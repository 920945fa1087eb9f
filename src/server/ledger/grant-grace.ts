import { addSeconds } from 'date-fns';

import type { Context } from '../context';
import { prolongHolds } from '../store/commands/claims';
import { transaction } from '../store/transaction';

/**
 * After a time without any server: what came due meanwhile, or does so at once, is held a little longer. An undo that an open
 * page could not hand in comes in time that way. It is in the ledger, so that every server keeps to it; answers how many
 * tasks have such a command.
 */
export async function grantGrace(ctx: Context): Promise<number> {
  const { graceSeconds } = ctx.hold;
  if (graceSeconds === 0) return 0;
  const until = addSeconds(ctx.clock.now(), graceSeconds);
  return transaction(ctx, 'tasks', (tx) => prolongHolds(tx, ctx.workspaceId, until), Boolean);
}
