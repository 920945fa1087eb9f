import type { NewView, View, ViewChange } from '#contract/view';

import type { Context } from '../context';
import { Refusal } from '../refusal';
import { transaction, type Tx } from '../store/transaction';
import { deleteView, findView, insertView, lockOwnViews, updateView, type ViewRow } from '../store/views';
import { isOwn, ownerOf, presentView } from './read-views';

const mostViews = 100;

/** Keeps a new view of the rep; one of the same id is answered as it is. Refuses a name that the rep has already. */
export async function addView(ctx: Context, { position, ...input }: NewView): Promise<View> {
  const row = await transaction(ctx, 'views', async (tx) => {
    const own = await lockOwnViews(tx, ctx.workspaceId, ownerOf(ctx));
    const present = own.find(({ id }) => id === input.id);
    if (present !== undefined) return present;
    refuseName(own, input.name, input.id);
    if (own.length >= mostViews)
      throw new Refusal('conflict', `There is room for ${mostViews} views. Delete one first.`);
    const added: ViewRow = {
      ...input,
      workspace_id: ctx.workspaceId,
      owner: ownerOf(ctx),
      position: own.length,
      created_at: ctx.clock.now(),
    };
    // Another rep's, or of two calls at once the first.
    if (!(await insertView(tx, added)))
      return ownOrRefused(ctx, await findView(tx, ctx.workspaceId, input.id));
    return await place(tx, [...own, added], added, position ?? own.length);
  });
  return presentView(ctx, row);
}

/** Changes a view of the rep: name, filter, who sees it, its place. Refuses another's, and a name that the rep has already. */
export async function changeView(
  ctx: Context,
  id: string,
  { position, ...columns }: ViewChange,
): Promise<View> {
  const row = await transaction(ctx, 'views', async (tx) => {
    const own = await lockOwnViews(tx, ctx.workspaceId, ownerOf(ctx));
    const present = await visible(ctx, tx, id);
    if (present === undefined)
      throw new Refusal('not-found', 'This view is gone. Save the filter as a new one.');
    ownOrRefused(ctx, present);
    if (columns.name !== undefined) refuseName(own, columns.name, id);
    const { name = present.name, filter = present.filter, shared = present.shared } = columns;
    await updateView(tx, ctx.workspaceId, id, { name, filter, shared });
    const changed = { ...present, name, filter, shared };
    return position === undefined ? changed : await place(tx, own, changed, position);
  });
  return presentView(ctx, row);
}

/** Takes a view of the rep away; one that is gone already is no error. Refuses another's. */
export async function removeView(ctx: Context, id: string): Promise<void> {
  await transaction(ctx, 'views', async (tx) => {
    const present = await visible(ctx, tx, id);
    if (present === undefined) return;
    ownOrRefused(ctx, present);
    await deleteView(tx, ctx.workspaceId, id);
  });
}

/** The rows get the numbers of their order, with this one at its new place; answers it. */
async function place(tx: Tx, own: readonly ViewRow[], moved: ViewRow, at: number): Promise<ViewRow> {
  const order = own.filter((row) => row.id !== moved.id).toSpliced(at, 0, moved);
  for (const [position, row] of order.entries())
    if (row.position !== position) await updateView(tx, row.workspace_id, row.id, { position });
  return { ...moved, position: order.indexOf(moved) };
}

/** Another's private view is not told of. */
async function visible(ctx: Context, tx: Tx, id: string): Promise<ViewRow | undefined> {
  const row = await findView(tx, ctx.workspaceId, id);
  return row !== undefined && (isOwn(ctx, row) || row.shared) ? row : undefined;
}

function ownOrRefused(ctx: Context, row: ViewRow | undefined): ViewRow {
  if (row !== undefined && isOwn(ctx, row)) return row;
  if (!row?.shared) throw conflict();
  throw new Refusal(
    'forbidden',
    `This view belongs to ${row.owner}. Save a copy of your own and change that.`,
  );
}

function conflict(): Refusal {
  const message = 'There is a view of this id already.';
  return new Refusal('conflict', message, [{ path: 'id', message }]);
}

function refuseName(own: readonly ViewRow[], name: string, id: string): void {
  if (!own.some((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase())) return;
  const message = 'You have a view of this name. Choose another name.';
  throw new Refusal('invalid', message, [{ path: 'name', message }]);
}
