import { filterText } from '#contract/filter/filter-query';
import type { TaskFilter } from '#contract/task-filter';

/** The address of the board with a filter, as the saved view `view` when given; the same filter always gives the same address. */
export function filterLink(filter: TaskFilter, view: string | null = null): string {
  const parts = [filterText(filter), view === null ? '' : `view=${view}`].filter((part) => part !== '');
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`;
}
