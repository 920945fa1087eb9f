import type { TaskFilter } from '#contract/task-filter';

type Reach = NonNullable<TaskFilter['closed']>;

/** How far back the closed columns can reach, the usual first. */
export const reachNames: readonly (readonly [reach: Reach, name: string])[] = [
  ['today', 'Today'],
  ['7d', '7 days'],
  ['30d', '30 days'],
  ['all', 'All'],
];

/** The same filter with closed tasks of so long ago. */
export function withReach(filter: TaskFilter, reach: Reach): TaskFilter {
  const { closed: _, ...rest } = filter;
  return reach === 'today' ? rest : { ...rest, closed: reach };
}
