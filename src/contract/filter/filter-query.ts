import { fieldErrors } from '../errors';
import { taskFilter, type TaskFilter } from '../task-filter';
import { joinList, splitList } from './filter-list';

/** A parameter that the board does not follow, or only in part (`kept`), with the reason in words. */
export type DroppedParam = { param: string; message: string; kept: boolean };

const filterKeys = Object.keys(taskFilter.shape) as (keyof TaskFilter)[];
/** These are texts with commas of their own. */
const plainKeys: ReadonlySet<string> = new Set<keyof TaskFilter>([
  'q',
  'due',
  'name',
  'email',
  'phone',
  'linkedin',
  'closed',
  'sort',
  'tz',
]);

/**
 * The filter that a query string asks for; `others` are parameters that are none of its business. What it asks in vain is
 * named in `dropped`; of a list the good values stay.
 */
export function readFilter(
  search: string,
  others: readonly string[] = [],
): { filter: TaskFilter; dropped: DroppedParam[] } {
  const params = new URLSearchParams(search);
  const filter: Record<string, unknown> = {};
  const dropped: DroppedParam[] = [];
  for (const param of new Set(params.keys())) {
    if (others.includes(param)) continue;
    const asked = plainKeys.has(param) ? (params.get(param) ?? '') : params.getAll(param).join(',');
    const { value, message } = readParam(param, asked);
    if (value !== undefined) filter[param] = value;
    if (message !== null) dropped.push({ param, message, kept: value !== undefined });
  }
  if (filter['q'] === '') delete filter['q'];
  return { filter, dropped };
}

function readParam(param: string, text: string): { value: unknown; message: string | null } {
  const parsed = taskFilter.safeParse({ [param]: text });
  if (parsed.success) return { value: parsed.data[param as keyof TaskFilter], message: null };
  const message = fieldErrors(parsed.error)[0]?.message ?? 'This filter is not known.';
  if (plainKeys.has(param) || !(param in taskFilter.shape)) return { value: undefined, message };
  const good = splitList(text).filter((one) => taskFilter.safeParse({ [param]: joinList([one]) }).success);
  const kept = good.length === 0 ? undefined : taskFilter.safeParse({ [param]: joinList(good) });
  return { value: kept?.success ? kept.data[param as keyof TaskFilter] : undefined, message };
}

/** The filter as the parameters of an address or of a request, always in the same order; empty values are left out. */
export function filterParams(filter: TaskFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of filterKeys) {
    const value = filter[key];
    const text = Array.isArray(value) ? joinList(value) : (value ?? '');
    if (text !== '') params.set(key, text);
  }
  return params;
}

/** Parameters as readable text: of the signs that an address can hold as they are, none is encoded. */
export function readable(params: URLSearchParams): string {
  return params.toString().replaceAll(/%(?:2C|2F|3A|40)/g, (code) => decodeURIComponent(code));
}

/** The filter as readable text, without a question mark; the same filter always gives the same text. */
export function filterText(filter: TaskFilter): string {
  return readable(filterParams(filter));
}
