import { fieldErrors } from '#contract/errors';
import type { TaskFilter } from '#contract/task-filter';
import { taskFilter } from '#contract/task-filter';

/** Parameters of the page's address that are no filter. */
const pageParams = ['task', 'new'];

/** A parameter of the address that the board does not follow, with the reason in words. */
export interface DroppedParam {
  param: string;
  message: string;
}

const filterKeys = Object.keys(taskFilter.shape) as (keyof TaskFilter)[];

/** The filter that a query string asks for; what it asks in vain is named in `dropped`. */
export function filterOf(search: string): { filter: TaskFilter; dropped: DroppedParam[] } {
  const params = new URLSearchParams(search);
  const filter: Record<string, unknown> = {};
  const dropped: DroppedParam[] = [];
  for (const param of new Set(params.keys())) {
    if (pageParams.includes(param)) continue;
    const parsed = taskFilter.safeParse({ [param]: params.get(param) ?? '' });
    if (parsed.success) Object.assign(filter, parsed.data);
    else
      dropped.push({ param, message: fieldErrors(parsed.error)[0]?.message ?? 'This filter is not known.' });
  }
  if (filter['q'] === '') delete filter['q'];
  return { filter, dropped };
}

/** The filter as the parameters of an address or of a request, always in the same order; empty values are left out. */
export function filterParams(filter: TaskFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of filterKeys) {
    const value = filter[key];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    if (text !== '') params.set(key, text);
  }
  return params;
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
export function withParam(search: string, param: string, value: string | null): string {
  const params = new URLSearchParams(search);
  if (value === null) params.delete(param);
  else params.set(param, value);
  return queryString(params);
}

function queryString(params: URLSearchParams): string {
  return params.size === 0 ? '' : `?${params.toString().replaceAll('%2C', ',')}`;
}
