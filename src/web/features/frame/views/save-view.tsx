import { useRef, useState } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { FilterStep } from '../../../tasks/use-filter';
import { filterOfView, viewText } from '../../../tasks/views/current-view';
import { useCurrentView, useViews, useWriteView } from '../../../tasks/views/use-views';
import { freeName, type ViewWrite } from '../../../tasks/views/view-write';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { Menu, MenuItem } from '../../../ui/menu';
import { toast } from '../../../ui/toast';

const ViewDialog = lazyPart(async () => (await import('./view-dialog')).ViewDialog);

type Props = { filter: TaskFilter; onFilter: (next: TaskFilter, how?: FilterStep) => void };

/** Keeps the filter under a name where it is no view's, or no longer; a colleague's view is copied, never changed. */
export function SaveView({ filter, onFilter }: Props) {
  const views = useViews();
  const current = useCurrentView(filter);
  const write = useWriteView();
  const [naming, setNaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const text = viewText(filter);
  if (views === null) return null;
  const isView = text === '' || (current !== null && !current.changed);
  const changed = current?.saved ?? null;

  const add = async (name: string, shared: boolean) => {
    const id = crypto.randomUUID();
    await write.mutateAsync({ kind: 'add', view: { id, name, filter: text, shared } });
    onFilter(filter, { view: id, replace: true });
  };
  const tell = (what: ViewWrite, words: string) =>
    write.mutate(what, {
      onSuccess: () => toast(words),
      onError: ({ detail }) => toast(`Not saved: ${detail}`),
    });
  const copy = (name: string) =>
    add(freeName(name, views), false).then(
      () => toast('Saved as your own copy.'),
      ({ detail }: { detail: string }) => toast(`Not saved: ${detail}`),
    );
  const ask = () => setNaming(true);
  const trigger = (
    <Button
      ref={button}
      look="ghost"
      size="small"
      className="underline"
      {...(changed === null && { onClick: ask })}
    >
      Save view
    </Button>
  );
  return (
    <>
      {!isView && changed === null && trigger}
      {!isView && changed !== null && (
        <Menu trigger={trigger}>
          {changed.own ? (
            <MenuItem
              onSelect={() =>
                tell({ kind: 'change', id: changed.id, change: { filter: text } }, `Saved “${changed.name}”.`)
              }
            >
              Save the change in “{changed.name}”
            </MenuItem>
          ) : (
            <MenuItem onSelect={() => void copy(changed.name)}>Save as your own copy</MenuItem>
          )}
          <MenuItem onSelect={ask}>Save as a new view…</MenuItem>
          <MenuItem onSelect={() => onFilter(filterOfView(changed))}>Go back to “{changed.name}”</MenuItem>
        </Menu>
      )}
      {naming && (
        <ViewDialog
          title="Save view"
          submit="Save view"
          start={{ name: '', shared: false }}
          onSave={({ name, shared }) => add(name, shared)}
          onClose={() => setNaming(false)}
          returnTo={() => button.current ?? document.querySelector<HTMLElement>('[data-chip="more"]')}
        />
      )}
    </>
  );
}
