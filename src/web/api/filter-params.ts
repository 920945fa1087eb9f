import { filterParams, readable, readFilter } from '#contract/filter/filter-query';
import type { TaskFilter } from '#contract/task-filter';

/** Parameters of the page's address that are no filter. */
const pageParams = ['task', 'new', 'view', 'focus'] as const;
export type PageParam = (typeof pageParams)[number];

/** The filter that the page's address asks for, and what it asks in vain. */
export function filterOf(search: string): ReturnType<typeof readFilter> {
  return readFilter(search, pageParams);
}

/** The query string with another filter; the other parameters of the page stay. */
export function withFilter(search: string, filter: TaskFilter): string {
  const before = new URLSearchParams(search);
  const after = filterParams(filter);
  for (const param of pageParams) {
    const value = before.get(param);
    if (value !== null) after.set(param, value);
  }
  return queryString(after);
}

/** The query string with one parameter set, or without it for null. */
export function withParam(search: string, param: PageParam, value: string | null): string {
  const params = new URLSearchParams(search);
  if (value === null) params.delete(param);
  else params.set(param, value);
  return queryString(params);
}

function queryString(params: URLSearchParams): string {
  return params.size === 0 ? '' : `?${readable(params)}`;
}
