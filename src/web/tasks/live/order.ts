import { personOrder, priorityRank } from '#contract/filter/task-order';
import type { Task, TaskStatus } from '#contract/task';
import type { TaskSort } from '#contract/task-filter';

/** Where a task stands in its column, its id last. The server's keyset cursor counts in the same values. */
export type Place = readonly (number | string)[];

const noDue = Date.parse('9999-12-31T00:00:00.000Z');

/** Pending tasks by the sort, which is the due unless another one is asked for; closed ones by the time they were closed. */
export function placeOf(task: Task, sort: TaskSort = 'due'): Place {
  if (task.status !== 'pending') return [closedTime(task), task.id];
  switch (sort) {
    case 'due':
      return [dueTime(task), task.id];
    case 'priority':
      return [priorityRank(task.priority), dueTime(task), task.id];
    case 'newest':
      return [Date.parse(task.createdAt), task.id];
    case 'person':
      return [personOrder(task.person.name), dueTime(task), task.id];
  }
}

/** Negative when `a` stands above `b`: the first of the sort in Pending, last closed first in the others. */
export function comparePlaces(status: TaskStatus, a: Place, b: Place, sort: TaskSort = 'due'): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  const [one, other] = [a[index], b[index]];
  if (one === undefined || other === undefined) return 0;
  const ascending = one < other ? -1 : 1;
  return status === 'pending' && sort !== 'newest' ? ascending : -ascending;
}

/** The tasks in their column's order; the same array when they already are. */
export function inOrder(status: TaskStatus, tasks: readonly Task[], sort: TaskSort = 'due'): readonly Task[] {
  const compare = (a: Task, b: Task) => comparePlaces(status, placeOf(a, sort), placeOf(b, sort), sort);
  const sorted = tasks.every((task, index) => {
    const before = tasks[index - 1];
    return !before || compare(before, task) <= 0;
  });
  return sorted ? tasks : tasks.toSorted(compare);
}

/** A date without a time stands late in its day's morning, as on the server. */
function dueTime({ due }: Task): number {
  if (!due) return noDue;
  return Date.parse(due.kind === 'date' ? `${due.date}T10:59:59.999Z` : due.at);
}

function closedTime({ closedAt }: Task): number {
  return closedAt ? Date.parse(closedAt) : 0;
}
