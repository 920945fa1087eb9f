import type { TaskFilter } from '#contract/task-filter';

import { filterParams } from '../api/filter-params';

/** The address of the board with a filter; the same filter always gives the same address. */
export function filterLink(filter: TaskFilter): string {
  const query = filterParams(filter).toString().replaceAll('%2C', ',');
  return query === '' ? '/' : `/?${query}`;
}
