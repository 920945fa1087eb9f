import type { TaskFilter, TaskSort } from '#contract/task-filter';

/** The orders of Pending, the usual one first. */
export const sortNames: readonly (readonly [sort: TaskSort, name: string])[] = [
  ['due', 'Due first'],
  ['priority', 'Urgent first'],
  ['newest', 'Newest first'],
  ['person', 'By person, A to Z'],
];

/** The same filter in another order. */
export function withSort(filter: TaskFilter, sort: TaskSort): TaskFilter {
  const { sort: _, ...rest } = filter;
  return sort === 'due' ? rest : { ...rest, sort };
}
