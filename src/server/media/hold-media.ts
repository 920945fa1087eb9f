import type { FieldError } from '#contract/errors';
import { uploadToken } from '#contract/media';
import type { MediaItem } from '#contract/task';
import { vendorRules, type Vendor } from '#contract/vendors';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { insertUses, touchMedia } from '../store/media';
import type { Tx } from '../store/transaction';
import { isReachable } from './public-base';

type Hold = {
  media: readonly MediaItem[];
  /** Where the media stands in the input. */
  path: string;
  connection: { vendor: Vendor; sandbox: boolean };
  commandId: string;
  taskIds: readonly string[];
};

/** Keeps the uploads among a command's media until the command has ended. Refuses one that is gone, and all where the vendor cannot fetch them. */
export async function holdMedia(ctx: Context, tx: Tx, hold: Hold): Promise<void> {
  const uploads = hold.media.flatMap(({ url }, index) => {
    const token = uploadToken(url);
    return token === null ? [] : [{ token, path: `${hold.path}.${index}.url` }];
  });
  if (uploads.length === 0) return;
  if (!isReachable(ctx, hold.connection)) refuse(uploads, unreachable(hold.connection.vendor));
  const tokens = uploads.map(({ token }) => token);
  const kept = new Map(
    (await touchMedia(tx, ctx.workspaceId, tokens, ctx.clock.now())).map(({ token, id }) => [token, id]),
  );
  const gone = uploads.filter(({ token }) => !kept.has(token));
  if (gone.length > 0) refuse(gone, 'This file is no longer kept. Remove it and attach it again.');
  const { commandId } = hold;
  await insertUses(
    tx,
    ctx.workspaceId,
    [...kept.values()].flatMap((mediaId) => hold.taskIds.map((taskId) => ({ mediaId, commandId, taskId }))),
  );
}

function unreachable(vendor: Vendor): string {
  return `${vendorRules[vendor].label} cannot fetch files from this computer. Give a public link instead, or set PUBLIC_URL.`;
}

function refuse(uploads: readonly { path: string }[], message: string): never {
  const errors: FieldError[] = uploads.map(({ path }) => ({ path, message }));
  throw new Refusal('invalid', message, errors);
}
