import { subHours } from 'date-fns';

import type { Context } from '../context';
import { deleteUnneededMedia } from '../store/media';

const keptHours = 24;

/** Deletes uploads that no command has needed for a day, drafts included; answers how many. */
export function cleanMedia(ctx: Context): Promise<number> {
  return deleteUnneededMedia(ctx.db, ctx.workspaceId, subHours(ctx.clock.now(), keptHours));
}
