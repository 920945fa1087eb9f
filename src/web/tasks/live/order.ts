import type { Task, TaskStatus } from '#contract/task';

/** Where a task stands in its column: milliseconds, then id. The server's keyset cursor counts in the same pair. */
export type Place = readonly [number, string];

const noDue = Date.parse('9999-12-31T00:00:00.000Z');

/** Pending tasks by due, closed ones by the time they were closed. */
export function placeOf(task: Task): Place {
  return [task.status === 'pending' ? dueTime(task) : closedTime(task), task.id];
}

/** Negative when `a` stands above `b`: soonest due first in Pending, last closed first in the others. */
export function comparePlaces(status: TaskStatus, a: Place, b: Place): number {
  const ascending = a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
  return status === 'pending' ? ascending : -ascending;
}

/** The tasks in their column's order; the same array when they already are. */
export function inOrder(status: TaskStatus, tasks: readonly Task[]): readonly Task[] {
  const sorted = tasks.every((task, index) => {
    const before = tasks[index - 1];
    return !before || comparePlaces(status, placeOf(before), placeOf(task)) <= 0;
  });
  return sorted ? tasks : tasks.toSorted((a, b) => comparePlaces(status, placeOf(a), placeOf(b)));
}

/** A date without a time stands late in its day's morning, as on the server. */
function dueTime({ due }: Task): number {
  if (!due) return noDue;
  return Date.parse(due.kind === 'date' ? `${due.date}T10:59:59.999Z` : due.at);
}

function closedTime({ closedAt }: Task): number {
  return closedAt ? Date.parse(closedAt) : 0;
}
