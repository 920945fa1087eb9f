import { filterText, readFilter } from '#contract/filter/filter-query';
import type { TaskFilter } from '#contract/task-filter';
import { builtInViews, type View } from '#contract/view';

/** The view that the board shows. `changed`: the filter or the order is no longer the view's own. */
export type CurrentView = { id: string; name: string; saved: View | null; changed: boolean };

/**
 * The view that this filter is; `viewId` is the saved one that the address names. How far back the closed columns reach is
 * not part of a view. Null for a filter of its own.
 */
export function currentView(
  filter: TaskFilter,
  viewId: string | null,
  saved: readonly View[],
): CurrentView | null {
  const words = viewText(filter);
  const named = saved.find(({ id }) => id === viewId);
  if (named && textOf(named) === words) return shown(named, false);
  const { sort: _, ...unsorted } = filter;
  const builtIn = builtInViews.find((view) => viewText(view.filter) === viewText(unsorted));
  if (builtIn) return { ...builtIn, saved: null, changed: filter.sort !== undefined };
  const same = saved.find((view) => textOf(view) === words);
  if (same) return shown(same, false);
  return named ? shown(named, true) : null;
}

/** The text that a view of this filter keeps. */
export function viewText({ closed: _closed, tz: _tz, ...words }: TaskFilter): string {
  return filterText(words);
}

/** Of a view that another version of Outboard kept, what this one can follow. */
export function filterOfView({ filter }: Pick<View, 'filter'>): TaskFilter {
  return readFilter(filter).filter;
}

function textOf(view: View): string {
  return viewText(filterOfView(view));
}

function shown(saved: View, changed: boolean): CurrentView {
  return { id: saved.id, name: saved.name, saved, changed };
}
