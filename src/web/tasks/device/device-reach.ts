import type { Task } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { DrawnTask, Reach } from '../pending';
import { matchesHere, undecidedIn, type Around } from './device-match';

/**
 * Where the tasks that wait for the line belong: `rows` are those that the filter's board, which holds `known`, has not loaded.
 * What is not decided here stays where the server put it.
 */
export function deviceReach(
  waiting: readonly Task[],
  known: ReadonlyMap<string, unknown>,
  filter: TaskFilter,
  around: Around,
): Reach {
  const matches = (task: Task) => matchesHere(task, filter, around);
  const holds = (row: Task) => known.has(row.id);
  const decided = undecidedIn(filter, around).length === 0;
  const was = (row: Task) => holds(row) || matches(row);
  const isLeft = (row: Task, { waitsFor }: DrawnTask) =>
    waitsFor === undefined || (holds(row) && !matches(row));
  return {
    rows: decided ? waiting.filter((row) => !holds(row)) : [],
    was,
    is: (row, drawn) => (isLeft(row, drawn) ? was(row) : matches(drawn)),
  };
}
