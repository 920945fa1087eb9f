import type { TaskFilter } from '#contract/task-filter';

/** What of a filter narrows nothing: how far back the closed columns reach, the order, the zone. */
export function withoutFilters({ closed, sort, tz }: TaskFilter): TaskFilter {
  return {
    ...(closed === undefined ? {} : { closed }),
    ...(sort === undefined ? {} : { sort }),
    ...(tz === undefined ? {} : { tz }),
  };
}

/** Whether a filter leaves any task out. */
export function narrows(filter: TaskFilter): boolean {
  return Object.keys(filter).length > Object.keys(withoutFilters(filter)).length;
}
