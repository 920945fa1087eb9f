import type { NewView, View, ViewChange } from '#contract/view';

/** What a rep does to the saved views. */
export type ViewWrite =
  | { kind: 'add'; view: NewView }
  | { kind: 'change'; id: string; change: ViewChange }
  | { kind: 'remove'; id: string };

/** The views as they will be when the server has taken it; `owner` is who does it. */
export function withWrite(views: readonly View[], write: ViewWrite, owner: string | null): View[] {
  const own = views.filter((view) => view.own);
  const others = views.filter((view) => !view.own);
  return [...ownAfter(own, write, owner).map((view, position) => ({ ...view, position })), ...others];
}

function ownAfter(own: View[], write: ViewWrite, owner: string | null): View[] {
  switch (write.kind) {
    case 'add': {
      const { position = own.length, ...view } = write.view;
      return own.toSpliced(position, 0, { ...view, owner, own: true, position });
    }
    case 'remove':
      return own.filter(({ id }) => id !== write.id);
    case 'change': {
      const { position, ...fields } = write.change;
      const changed = own.map((view) => (view.id === write.id ? { ...view, ...given(fields) } : view));
      const moved = changed.find(({ id }) => id === write.id);
      if (position === undefined || moved === undefined) return changed;
      return changed.filter((view) => view !== moved).toSpliced(position, 0, moved);
    }
  }
}

function given({ name, filter, shared }: Omit<ViewChange, 'position'>): Partial<View> {
  return {
    ...(name !== undefined && { name }),
    ...(filter !== undefined && { filter }),
    ...(shared !== undefined && { shared }),
  };
}

/** The name, or the next one like it that none of the rep's views has: “Calls 2”. */
export function freeName(name: string, views: readonly View[]): string {
  const taken = new Set(views.filter((view) => view.own).map((view) => view.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`.toLowerCase())) number += 1;
  return `${name} ${number}`;
}
