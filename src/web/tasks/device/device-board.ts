import type { Task } from '#contract/task';
import { taskStatuses } from '#contract/task';
import type { TaskFilter } from '#contract/task-filter';

import type { Board } from '../live/changes';
import { inOrder } from '../live/order';
import { matchesHere, undecidedIn, type Around } from './device-match';
import { deviceWords } from './device-words';

/** What a filter finds among the cards that this device holds. */
export type DeviceBoard = {
  board: Board;
  /** Where it looked, and which filters it could not follow. */
  words: string;
};

export function deviceBoard(tasks: readonly Task[], filter: TaskFilter, around: Around): DeviceBoard {
  const found = tasks.filter((task) => matchesHere(task, filter, around));
  const board: Board = {};
  for (const status of taskStatuses) {
    const own = found.filter((task) => task.status === status);
    const { sort } = filter;
    board[status] = { tasks: inOrder(status, own, sort), cursor: null, end: null, ...(sort && { sort }) };
  }
  const words = deviceWords(tasks.length, undecidedIn(filter, around), filter.q !== undefined);
  return { board, words };
}
