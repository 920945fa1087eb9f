import { useSyncExternalStore } from 'react';

import type { DroppedParam } from '#contract/filter/filter-query';
import type { TaskFilter } from '#contract/task-filter';

import { filterOf, withFilter, withParam, type PageParam } from '../api/filter-params';

const listeners = new Set<() => void>();

let parsed = { search: '', ...filterOf('') };

/** `replace`: the step leaves no trail. `view`: the saved view that it is, null for none; without it that stays as it is. */
export type FilterStep = { replace?: boolean; view?: string | null };
/** `back`: what was opened is left, by the way that it came where that is known; "back" does not open it again. */
export type ParamStep = { replace?: boolean; back?: boolean };

/**
 * The filter in the page's address, how to set it (a step that "back" undoes; `replace` for typing), and the parameters that
 * the address holds in vain. The same address gives the same object.
 */
export function useFilter(): [
  filter: TaskFilter,
  set: (next: TaskFilter, how?: FilterStep) => void,
  dropped: DroppedParam[],
] {
  const { filter, dropped } = useSyncExternalStore(subscribe, parsedAddress);
  return [filter, setFilter, dropped];
}

/** One parameter of the page's address that is no filter: the open card (`task`), the open dialog (`new`), the saved view (`view`), the task of the focus queue (`focus`). Null when absent. */
export function useUrlParam(
  param: PageParam,
): [value: string | null, set: (value: string | null, how?: ParamStep) => void] {
  const value = useSyncExternalStore(subscribe, () => new URLSearchParams(location.search).get(param));
  return [value, (next, how) => go(withParam(location.search, param, next), how)];
}

function setFilter(next: TaskFilter, { replace = false, view }: FilterStep = {}): void {
  const search = withFilter(location.search, next);
  go(view === undefined ? search : withParam(search, 'view', view), { replace });
}

let goingBack = false;
globalThis.window?.addEventListener('popstate', () => (goingBack = false));

function go(search: string, { replace = false, back = false }: ParamStep = {}): void {
  if (search === location.search || (back && goingBack)) return;
  const address = `${location.pathname}${search}${location.hash}`;
  const state = history.state as { from?: unknown } | null;
  if (back && state?.from === search) {
    goingBack = true;
    history.back();
    return;
  }
  if (replace || back) history.replaceState(state, '', address);
  else history.pushState({ from: location.search }, '', address);
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
