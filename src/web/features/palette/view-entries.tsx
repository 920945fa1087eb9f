import { Bookmark } from 'lucide-react';

import type { TaskFilter } from '#contract/task-filter';
import { builtInViews, type View } from '#contract/view';

import { filterOfView } from '../../tasks/views/current-view';
import type { Entry } from './entry';

/** Every view of the rail, built in and saved. */
export function viewEntries(
  saved: readonly View[],
  show: (filter: TaskFilter, viewId: string | null, name: string) => void,
): Entry[] {
  const icon = <Bookmark size={16} aria-hidden />;
  const builtIn = builtInViews.map(({ id, name, filter }) => ({
    id: `view:${id}`,
    name,
    also: 'view show',
    icon,
    run: () => show(filter, null, name),
  }));
  const own = saved.map((view) => ({
    id: `view:${view.id}`,
    name: view.name,
    also: 'saved view show',
    note: view.own ? 'Saved view' : (view.owner ?? 'Shared'),
    icon,
    run: () => show(filterOfView(view), view.id, view.name),
  }));
  return [...builtIn, ...own];
}
