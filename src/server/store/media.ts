import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';

import { openStates } from './commands/commands';
import type { Database, MediaTable } from './schema';
import type { Tx } from './transaction';

export type MediaRow = Selectable<MediaTable>;

export async function insertMedia(db: Kysely<Database>, row: Insertable<MediaTable>): Promise<void> {
  await db.insertInto('media').values(row).execute();
}

/** Adds the next piece of a file. */
export async function insertChunk(
  db: Kysely<Database>,
  workspaceId: number,
  chunk: { mediaId: string; seq: number; bytes: Buffer },
): Promise<void> {
  const { mediaId: media_id, seq, bytes } = chunk;
  await db.insertInto('media_chunks').values({ workspace_id: workspaceId, media_id, seq, bytes }).execute();
}

/** The file is whole; until this it is served to nobody. */
export async function finishMedia(
  db: Kysely<Database>,
  workspaceId: number,
  id: string,
  size: number,
): Promise<void> {
  await db
    .updateTable('media')
    .set({ size })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteMedia(db: Kysely<Database>, workspaceId: number, id: string): Promise<void> {
  await db.deleteFrom('media').where('workspace_id', '=', workspaceId).where('id', '=', id).execute();
}

/** The whole file behind a token. */
export function findMedia(
  db: Kysely<Database>,
  workspaceId: number,
  token: string,
): Promise<MediaRow | undefined> {
  return db
    .selectFrom('media')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('token', '=', token)
    .where('size', 'is not', null)
    .executeTakeFirst();
}

/** One piece of a file; undefined behind the last one, and when the file was deleted meanwhile. */
export async function readChunk(
  db: Kysely<Database>,
  workspaceId: number,
  mediaId: string,
  seq: number,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('media_chunks')
    .select('bytes')
    .where('workspace_id', '=', workspaceId)
    .where('media_id', '=', mediaId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.bytes;
}

/**
 * Marks files as used now and answers those that are still there. A clean-up that waits for these rows looks at their
 * `used_at` again and leaves them.
 */
export function touchMedia(
  tx: Tx,
  workspaceId: number,
  tokens: readonly string[],
  now: Date,
): Promise<Pick<MediaRow, 'id' | 'token'>[]> {
  return tx
    .updateTable('media')
    .set({ used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('token', '=', sql<string>`any(${[...tokens]}::text[])`)
    .where('size', 'is not', null)
    .returning(['id', 'token'])
    .execute();
}

/** Notes which commands need which files. */
export async function insertUses(
  tx: Tx,
  workspaceId: number,
  uses: readonly { mediaId: string; commandId: string; taskId: string }[],
): Promise<void> {
  if (uses.length === 0) return;
  const rows = uses.map(({ mediaId, commandId, taskId }) => ({
    workspace_id: workspaceId,
    media_id: mediaId,
    command_id: commandId,
    task_id: taskId,
  }));
  await tx
    .insertInto('media_uses')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Deletes the files that nobody has needed since `before`: not uploaded or used since then, and in no command that is
 * open, failed (it can be sent again) or has ended since then. Answers how many.
 */
export async function deleteUnneededMedia(
  db: Kysely<Database>,
  workspaceId: number,
  before: Date,
): Promise<number> {
  const needed = sql<boolean>`exists (
    select 1 from media_uses uses
    join commands on commands.workspace_id = uses.workspace_id
      and commands.id = uses.command_id and commands.task_id = uses.task_id
    where uses.workspace_id = media.workspace_id and uses.media_id = media.id
      and (commands.state = any(${[...openStates, 'failed']}::text[]) or commands.settled_at >= ${before})
  )`;
  const deleted = await db
    .deleteFrom('media')
    .where('workspace_id', '=', workspaceId)
    .where('used_at', '<', before)
    .where(sql<boolean>`not ${needed}`)
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
