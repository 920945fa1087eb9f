import { clsx } from 'clsx';
import { useRef, useState, type ReactNode } from 'react';

import type { TaskFilter } from '#contract/task-filter';
import type { View } from '#contract/view';

import type { FilterStep } from '../../../tasks/use-filter';
import { filterOfView, type CurrentView } from '../../../tasks/views/current-view';
import { useViews, useWriteView } from '../../../tasks/views/use-views';
import { freeName, type ViewWrite } from '../../../tasks/views/view-write';
import { lazyPart } from '../../../ui/lazy-part';
import { announce } from '../../../ui/live-region';
import { toast } from '../../../ui/toast';
import { SavedView, type ViewAct } from './saved-view';
import { useViewDrag } from './use-view-drag';

const ViewDialog = lazyPart(async () => (await import('../views/view-dialog')).ViewDialog);

type Props = {
  current: CurrentView | null;
  countOf: (id: string) => number | null;
  folded: boolean;
  filter: TaskFilter;
  onFilter: (next: TaskFilter, how?: FilterStep) => void;
};

/** The views that reps have saved: one's own, to be put in order, and those of the others. */
export function SavedViews({ current, countOf, folded, filter, onFilter }: Props) {
  const views = useViews() ?? [];
  const write = useWriteView();
  const [renaming, setRenaming] = useState<View | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const own = views.filter((view) => view.own);
  const others = views.filter((view) => !view.own);

  const tell = (what: ViewWrite, words: string | null = null) =>
    write.mutate(what, {
      onSuccess: () => words !== null && announce(words),
      onError: ({ detail }) => toast(`Not done: ${detail}`),
    });
  const move = (view: View, to: number) => {
    const position = Math.max(0, Math.min(to, own.length - 1));
    if (position === own.indexOf(view)) return;
    const words = `Moved “${view.name}” to place ${position + 1} of ${own.length}.`;
    tell({ kind: 'change', id: view.id, change: { position } }, words);
  };
  useViewDrag((id, to) => {
    const view = own.find((one) => one.id === id);
    if (view) move(view, to);
  });
  const remove = (view: View) => {
    const { id, name, filter: kept, shared, position } = view;
    if (current?.id === id) onFilter(filter, { view: null, replace: true });
    tell({ kind: 'remove', id });
    const undo = () =>
      tell({ kind: 'add', view: { id, name, filter: kept, shared, position } }, `“${name}” is back.`);
    toast(`Deleted the view “${name}”.`, { label: 'Undo', run: undo });
  };
  const act = (view: View, what: ViewAct) => {
    const { id, name, shared } = view;
    if (what === 'rename') setRenaming(view);
    else if (what === 'up' || what === 'down') move(view, own.indexOf(view) + (what === 'up' ? -1 : 1));
    else if (what === 'delete') remove(view);
    else if (what === 'copy') {
      const copy = {
        id: crypto.randomUUID(),
        name: freeName(name, views),
        filter: view.filter,
        shared: false,
      };
      tell({ kind: 'add', view: copy });
      toast('Saved as your own copy.');
    } else {
      const words = shared ? `Only you see “${name}” now.` : `The team sees “${name}” now.`;
      tell({ kind: 'change', id, change: { shared: !shared } }, words);
    }
  };
  const item = (view: View, index: number) => (
    <SavedView
      key={view.id}
      view={view}
      place={view.own ? { index, of: own.length } : null}
      current={current?.id === view.id}
      count={countOf(view.id)}
      folded={folded}
      onFollow={() => onFilter(filterOfView(view), { view: view.id })}
      onAct={(what) => act(view, what)}
      onGone={() => focusNear(list.current, index)}
    />
  );
  return (
    <div ref={list}>
      {own.length > 0 && (
        <Group name="Your views" folded={folded}>
          {own.map(item)}
        </Group>
      )}
      {others.length > 0 && (
        <Group name="Shared by others" folded={folded}>
          {others.map(item)}
        </Group>
      )}
      {renaming !== null && (
        <ViewDialog
          title="Rename the view"
          submit="Rename"
          start={renaming}
          onSave={({ name, shared }) =>
            write.mutateAsync({ kind: 'change', id: renaming.id, change: { name, shared } })
          }
          onClose={() => setRenaming(null)}
          returnTo={() => list.current?.querySelector<HTMLElement>(`[data-view="${renaming.id}"] button`)}
        />
      )}
    </div>
  );
}

/** The focus of a view that has gone: on the one that took its place, else on the last view there is. */
function focusNear(list: HTMLElement | null, index: number): void {
  const left = list?.querySelectorAll<HTMLElement>('[data-view] a') ?? [];
  const heir = left[Math.min(index, left.length - 1)];
  (heir ?? list?.closest('nav')?.querySelector<HTMLElement>('li:last-child a'))?.focus();
}

function Group({ name, folded, children }: { name: string; folded: boolean; children: ReactNode }) {
  return (
    <section aria-label={name} className={clsx('mt-3', folded && 'border-t pt-3')}>
      {!folded && (
        <h2 aria-hidden className="px-2.5 pb-1 text-meta text-muted">
          {name}
        </h2>
      )}
      <ul className="flex flex-col gap-0.5">{children}</ul>
    </section>
  );
}
