import type { View } from '#contract/view';

import type { Context } from '../context';
import { listViews, type ViewRow } from '../store/views';

/** The rep's own views in their order, then those that others share, by name. */
export async function readViews(ctx: Context): Promise<View[]> {
  const views = (await listViews(ctx.db, ctx.workspaceId, ownerOf(ctx))).map((row) => presentView(ctx, row));
  const others = views.filter(({ own }) => !own);
  return [
    ...views.filter(({ own }) => own),
    ...others.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
  ];
}

export function presentView(ctx: Context, row: ViewRow): View {
  const { id, name, filter, shared, owner, position } = row;
  return { id, name, filter, shared, owner, own: isOwn(ctx, row), position };
}

/** Whose views the rep makes: nobody's while they have not said who they are. */
export function ownerOf({ rep }: Context): string | null {
  return rep?.name ?? null;
}

/** What nobody owns is everyone's. */
export function isOwn(ctx: Context, { owner }: Pick<ViewRow, 'owner'>): boolean {
  return owner === null || owner.toLowerCase() === ownerOf(ctx)?.toLowerCase();
}
