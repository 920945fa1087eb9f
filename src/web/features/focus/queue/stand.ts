import type { TaskSort } from '#contract/task-filter';

import { comparePlaces, placeOf, type Place } from '../../../tasks/live/order';
import type { DrawnTask } from '../../../tasks/pending';

/** In place of a task's id: the queue has been worked through. */
export const endOfQueue = 'end';

/** The open tasks of the view in their order, as far as they are read. */
export type Queue = {
  tasks: readonly DrawnTask[];
  /** The place of the last one that is read; null when all are. */
  end: Place | null;
  sort: TaskSort | undefined;
};

export type Stand =
  | { kind: 'at'; task: DrawnTask; before: number }
  /** Below what is read. */
  | { kind: 'below' }
  | { kind: 'end' };

/**
 * Where the rep stands who wants the task of this id: at it; where it has left the queue, at the one that came after its
 * place; at the first where no place is known.
 */
export function standAt(wanted: string, { tasks, end, sort }: Queue, place: Place | null): Stand {
  if (wanted === endOfQueue) return { kind: 'end' };
  const here = tasks.findIndex(({ id }) => id === wanted);
  if (here !== -1) return at(tasks, here);
  if (place !== null && end !== null && comparePlaces('pending', place, end, sort) > 0)
    return { kind: 'below' };
  const isAfter = (task: DrawnTask) =>
    place === null || comparePlaces('pending', openPlace(task, sort), place, sort) > 0;
  const next = tasks.findIndex(isAfter);
  const found = at(tasks, next);
  return found.kind === 'end' && end !== null ? { kind: 'below' } : found;
}

/** Where a task stands among the open ones, whatever became of it. */
export function openPlace(task: DrawnTask, sort: TaskSort | undefined): Place {
  return placeOf(task.status === 'pending' ? task : { ...task, status: 'pending' }, sort);
}

function at(tasks: readonly DrawnTask[], index: number): Stand {
  const task = tasks[index];
  return task === undefined ? { kind: 'end' } : { kind: 'at', task, before: index };
}
