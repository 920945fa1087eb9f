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
    const present = await findView(tx, ctx.workspaceId, input.id);
    if (present !== undefined) return ownOrRefused(ctx, present);
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
    // Two calls at once: the first is the view.
    if (!(await insertView(tx, added))) throw conflict();
    await place(tx, ctx.workspaceId, [...own, added], added.id, position ?? own.length);
    return (await findView(tx, ctx.workspaceId, input.id)) ?? added;
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
    const present = await changeable(ctx, tx, id);
    if (columns.name !== undefined) refuseName(own, columns.name, id);
    const { name = present.name, filter = present.filter, shared = present.shared } = columns;
    await updateView(tx, ctx.workspaceId, id, { name, filter, shared });
    if (position !== undefined) await place(tx, ctx.workspaceId, own, id, position);
    return (await findView(tx, ctx.workspaceId, id)) ?? present;
  });
  return presentView(ctx, row);
}

/** Takes a view of the rep away; one that is gone already is no error. Refuses another's. */
export async function removeView(ctx: Context, id: string): Promise<void> {
  await transaction(ctx, 'views', async (tx) => {
    const present = await findView(tx, ctx.workspaceId, id);
    if (present === undefined || (!isOwn(ctx, present) && !present.shared)) return;
    ownOrRefused(ctx, present);
    await deleteView(tx, ctx.workspaceId, id);
  });
}

/** The rows get the numbers of their order, with this one at its new place. */
async function place(tx: Tx, workspaceId: number, own: readonly ViewRow[], id: string, at: number) {
  const moved = own.find((row) => row.id === id);
  if (moved === undefined) return;
  const order = own.filter((row) => row.id !== id).toSpliced(at, 0, moved);
  for (const [position, row] of order.entries())
    if (row.position !== position || row.id === id) await updateView(tx, workspaceId, row.id, { position });
}

async function changeable(ctx: Context, tx: Tx, id: string): Promise<ViewRow> {
  const present = await findView(tx, ctx.workspaceId, id);
  // Another's private view is not told of.
  if (present === undefined || (!isOwn(ctx, present) && !present.shared))
    throw new Refusal('not-found', 'This view is gone. Save the filter as a new one.');
  return ownOrRefused(ctx, present);
}

function ownOrRefused(ctx: Context, row: ViewRow): ViewRow {
  if (isOwn(ctx, row)) return row;
  if (!row.shared) throw conflict();
  throw new Refusal(
    'forbidden',
    `This view belongs to ${row.owner}. Save a copy of your own and change that.`,
  );
}

function conflict(): Refusal {
  return new Refusal('conflict', 'There is a view of this id already.', [
    { path: 'id', message: 'There is a view of this id already.' },
  ]);
}

function refuseName(own: readonly ViewRow[], name: string, id: string): void {
  if (!own.some((row) => row.id !== id && row.name.toLowerCase() === name.toLowerCase())) return;
  const message = 'You have a view of this name. Choose another name.';
  throw new Refusal('invalid', message, [{ path: 'name', message }]);
}
