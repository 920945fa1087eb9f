import { useSyncExternalStore } from 'react';

import type { TaskFilter } from '#contract/task-filter';

import type { DroppedParam } from '../api/filter-params';
import { filterOf, withFilter, withParam } from '../api/filter-params';

const listeners = new Set<() => void>();

let parsed = { search: '', ...filterOf('') };

/**
 * The filter in the page's address, how to set it (a step that "back" undoes; `replace` for typing), and the parameters that
 * the address holds in vain. The same address gives the same object.
 */
export function useFilter(): [
  filter: TaskFilter,
  set: (next: TaskFilter, how?: { replace: boolean }) => void,
  dropped: DroppedParam[],
] {
  const { filter, dropped } = useSyncExternalStore(subscribe, parsedAddress);
  return [filter, setFilter, dropped];
}

/** One parameter of the page's address that is no filter: the open card (`task`), the open dialog (`new`). Null when absent. */
export function useUrlParam(
  param: 'task' | 'new',
): [value: string | null, set: (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(param));
  return [value, (next) => go(withParam(location.search, param, next))];
}

function setFilter(next: TaskFilter, { replace } = { replace: false }): void {
  go(withFilter(location.search, next), replace);
}

function go(search: string, replace = false): void {
  if (search === location.search) return;
  const address = `${location.pathname}${search}${location.hash}`;
  if (replace) history.replaceState(history.state, '', address);
  else history.pushState(null, '', address);
  for (const listener of listeners) listener();
}

function parsedAddress(): typeof parsed {
  const { search } = location;
  if (parsed.search !== search) parsed = { search, ...filterOf(search) };
  return parsed;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}
